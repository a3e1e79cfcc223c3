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

/** An answer that goes wrong on purpose. */
export interface Failure {
  /** The k-th request since the start or the last `resetRequests()`, from 1; counted among those to `path` if it is given. */
  readonly at: number | "every";
  readonly path?: string;
  readonly kind: FailureKind;
  /** How many requests fail: 1 unless given, for `every` all of them. */
  readonly times?: number;
  /** For 429: the `Retry-After` header, 2 seconds unless given. */
  readonly retryAfter?: string;
}

/** Several nodes answer, or a setting was changed: the most records of an answer are not always the same. */
export interface ChangingCaps {
  readonly caps: readonly number[];
  /** One after the other, by chance, or the next one after some answers and the last one from then on. */
  readonly turn: "each" | "random" | "falling";
}

/**
 * How this server behaves where the API's documents leave it open. Everything may be changed at any time; the next request
 * sees it. Defaults are the documented behaviour, or the plainest one.
 */
export interface Habits {
  /**
   * `honored`: 100 unless asked, at most 1000. `cap`: likewise, with another maximum. `fixed`: always this many, whatever was
   * asked. `caps`: each answer has one of several maximums. `ignored`: the whole window. The server sorts first, then cuts.
   */
  limit: "honored" | "ignored" | { readonly cap: number } | { readonly fixed: number } | ChangingCaps;
  start: "honored" | "ignored";
  order: "descending" | "ascending";
  /** Whether records of the same second keep their order from request to request. */
  ties: "stable" | "shuffled";
  startInclusive: boolean;
  endInclusive: boolean;
  /** How the text, action and object filters are compared. */
  matching: "exact" | "prefix" | "substring";
  caseSensitive: boolean;
  timestamps: "utc-z" | "offset" | "zoneless";
  /** The server's own zone: of date-times without offset, asked or answered, and of the offsets it writes. */
  naiveZone: string;
  /** Whether a zone in brackets behind an asked date-time makes the server answer in that zone. */
  brackets: "honored" | "ignored";
  fractionalSeconds: boolean;
  numbersAsText: boolean;
  emptyForNull: boolean;
  /** Leaves out the fields of a record that are empty or null. */
  omitEmpty: boolean;
  /** Milliseconds before an answer, and as many more for each day of the asked window. */
  delayMs: number;
  delayPerDayMs: number;
  failures: readonly Failure[];
  /** Before 45 there is no audit log. */
  apiVersion: string;
  requireToken: boolean;
  /** Whether the access log has sign-ins that the audit log has not, has the same ones, refuses (403) or is absent (404). */
  accessLog: "adds" | "same" | "refused" | "absent";
}

export function defaultHabits(): Habits {
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
