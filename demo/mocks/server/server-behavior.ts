export const FAILURE_KINDS = [
  "network",
  "hang",
  "400",
  "401",
  "403",
  "404",
  "429",
  "500",
  "502",
  "503",
  "504",
  "not-json",
  "html",
  "truncated",
  "empty",
  "object",
] as const;

export type FailureKind = (typeof FAILURE_KINDS)[number];

/** A response that fails on purpose. */
export interface Failure {
  /** The number of the request since the start or the last `resetRequests()`, from 1; with `path`, only requests to it count. */
  readonly at: number | "every";
  readonly path?: string;
  readonly kind: FailureKind;
  /** How many requests fail. The default is 1; for `every`, all of them. */
  readonly times?: number;
  /** For 429: the `Retry-After` header. The default is 2 seconds. */
  readonly retryAfter?: string;
}

/** Different maximums of records per response, as if several nodes responded, or a setting was changed. */
export interface ChangingCaps {
  readonly caps: readonly number[];
  /** `each`: one after the other. `random`: by chance. `falling`: the next one after some responses, and finally the last one. */
  readonly turn: "each" | "random" | "falling";
}

/**
 * How this server behaves where the documents of the API do not say it. Everything may be changed at any time, and applies
 * from the next request on. The defaults are the documented behavior, or the simplest one.
 */
export interface ServerBehavior {
  /**
   * `honored`: 100 by default, at most 1000. `cap`: the same with another maximum. `fixed`: always this number, whatever was
   * requested. `caps`: each response has one of several maximums. `ignored`: the whole window. The server sorts before it cuts.
   */
  limit: "honored" | "ignored" | { readonly cap: number } | { readonly fixed: number } | ChangingCaps;
  start: "honored" | "ignored";
  order: "descending" | "ascending";
  /** Whether the records of one second have the same order in every response. */
  ties: "stable" | "shuffled";
  startInclusive: boolean;
  endInclusive: boolean;
  /** How the text, action and object filters are compared. */
  matching: "exact" | "prefix" | "substring";
  caseSensitive: boolean;
  timestamps: "utc-z" | "offset" | "zoneless";
  /** The server's own zone: for date-times without offset in requests and responses, and for the offsets that it writes. */
  naiveZone: string;
  /** Whether the server writes its times in the zone in brackets after a requested date-time. */
  brackets: "honored" | "ignored";
  fractionalSeconds: boolean;
  numbersAsText: boolean;
  emptyForNull: boolean;
  /** Leaves out the fields of a record that are empty or null. */
  omitEmpty: boolean;
  /** The delay of a response in milliseconds, and the additional delay for each day of the requested window. */
  delayMs: number;
  delayPerDayMs: number;
  failures: readonly Failure[];
  /** Before 45 there is no audit log. */
  apiVersion: string;
  requireToken: boolean;
  /** Whether the access log has more sign-ins than the audit log, or the same ones, refuses (403) or does not exist (404). */
  accessLog: "adds" | "same" | "refused" | "absent";
}

export function createDefaultBehavior(): ServerBehavior {
  return {
    limit: "honored",
    start: "honored",
    order: "descending",
    ties: "stable",
    startInclusive: true,
    endInclusive: true,
    matching: "exact",
    caseSensitive: false,
    timestamps: "utc-z",
    naiveZone: "UTC",
    brackets: "honored",
    fractionalSeconds: false,
    numbersAsText: false,
    emptyForNull: false,
    omitEmpty: false,
    delayMs: 0,
    delayPerDayMs: 0,
    failures: [],
    apiVersion: "45.0.0",
    requireToken: false,
    accessLog: "adds",
  };
}
