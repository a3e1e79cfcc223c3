import type { ServerBehavior } from "./server/server-behavior.js";

/** A record as the server returns it: any field may be missing, empty, or of another type than documented. */
export type WireRecord = Record<string, unknown>;

/** A record of the server, which each response writes in the format of the server. */
export interface StoredRecord {
  /** Milliseconds since 1970-01-01T00:00Z, whole seconds. */
  time: number;
  territory: string;
  record: WireRecord;
  /** Which log has it. Sign-ins are in both logs; a few of them only in the access log. */
  log: "audit" | "access" | "both";
  /** The response keeps the record's own `timestamp-datetime`, which is unreadable or missing, instead of writing `time`. */
  keepsTimestamp?: true;
}

/** A record to add. Defaults: the territory of its affected domain, and the audit log. */
export type NewRecord = Pick<StoredRecord, "time" | "record"> & Partial<StoredRecord>;

export interface MockRequest {
  method?: string;
  /** The path after the API base, such as `/auditlog`. */
  path: string;
  query: URLSearchParams;
  /** The names are in lower case. */
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export interface MockResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A request that the server received. */
export interface SeenRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly status: number | "network" | "hang";
  /** The number of items in the returned list; 0 for any other response. */
  readonly records: number;
  /** Whether the caller aborted the request before the response. */
  readonly aborted: boolean;
}

export interface MockDomain {
  readonly domain: string;
  readonly territory: string;
  readonly description: string;
  readonly zone: string;
}

export interface MockServerOptions {
  /** Equal seeds give equal data all day: later on the same day there are more records, and the others stay the same. */
  seed?: number;
  /** Milliseconds since 1970-01-01T00:00Z. The data ends at the time when the server is created; days are those of New York. */
  now?: () => number;
  days?: number;
  /** All records, including those of the scenarios. */
  events?: number;
  /** At least the domain of the provider and those of the scenarios. */
  domains?: number;
  users?: number;
  /** At least three. */
  territories?: number;
  /** How many records have an unreadable timestamp, or no timestamp. */
  unreadableTimes?: number;
  /** `false`: only everyday records. */
  scenarios?: boolean;
  /** Only everyday records, created when they are requested and dropped again: for more records than a page should hold. */
  onDemand?: boolean;
  /** Exactly these records instead of generated ones, in any order. Of two records in one second, the later one in the list is newer. */
  records?: readonly NewRecord[];
  behavior?: Partial<ServerBehavior>;
  /** Waits; rejects with the reason of the signal when it aborts. Tests replace it. */
  sleep?: (ms: number, signal: AbortSignal | undefined) => Promise<void>;
}

export interface MockServer {
  /** Rejects with a TypeError if the network fails, and with the reason of the signal if the caller aborts the request. */
  handle(request: MockRequest): Promise<MockResponse>;
  readonly seed: number;
  /** May be changed at any time. */
  readonly behavior: ServerBehavior;
  /** All records of the server, newest first. */
  readonly stored: readonly StoredRecord[];
  readonly domains: readonly MockDomain[];
  readonly territories: readonly string[];
  readonly requests: readonly SeenRequest[];
  /** How many records are in memory now. */
  readonly recordsInMemory: number;
  resetRequests(): void;
  /** Adds records that arrive late, or during a search. */
  add(...records: NewRecord[]): void;
}
