/** A record as it stands in an answer: any field may be missing, empty, or of another type than documented. */
export type WireRecord = Record<string, unknown>;

/** What the server really holds, however it answers. */
export interface TruthRecord {
  /** Milliseconds since 1970-01-01T00:00Z, whole seconds. */
  time: number;
  territory: string;
  record: WireRecord;
  /** Which log lists it. Sign-ins stand in both; a few of them only the access log has. */
  log: "audit" | "access" | "both";
  /** The record's own `timestamp-datetime` (unreadable, or missing) is answered instead of `time` in the server's format. */
  ownTimestamp?: true;
}

/** A record to add: without a territory it belongs to that of its affected domain, without a log to the audit log. */
export type NewRecord = Pick<TruthRecord, "time" | "record"> & Partial<TruthRecord>;

export interface MockRequest {
  method?: string;
  /** After the API base: `/auditlog`. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request that the server has seen. */
export interface SeenRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly status: number | "network" | "hang";
  /** Items in the answer's list, 0 for anything else. */
  readonly records: number;
  /** The caller gave up before the answer was there. */
  readonly aborted: boolean;
}

export interface MockDomain {
  readonly domain: string;
  readonly territory: string;
  readonly description: string;
  readonly zone: string;
}
