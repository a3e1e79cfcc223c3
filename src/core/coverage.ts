import type { ErrorKind } from "./errors.js";

/** A half-open span of time, in milliseconds since 1970-01-01T00:00Z. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The last instant of a range, for texts. The end is not part of the range: it may be in the next minute or day. A
 * range that ends now shows the current time.
 */
export function findLastInstant({ until }: Span, endsNow = false): number {
  return endsNow ? until : until - 1;
}

/** What a search has covered. Counts and files refer to this coverage. */
export interface Coverage {
  /** The requested range. */
  readonly asked: Span;
  /** The completely searched part of the range is `[readFrom, asked.until)`. */
  readonly readFrom: number;
  /** True if the whole range has been searched. */
  readonly complete: boolean;
  /** The number of requests for this search, including retries and checks. */
  readonly requests: number;
  /** The number of checked records in the range, and how many of them match all filters. */
  readonly records: number;
  readonly matched: number;
  /** The filters that the server applied. The viewer checks all filters, including these. */
  readonly sentFilters: readonly string[];
  /**
   * Before `until`, only these spellings of actions and objects were requested; an empty list means any spelling.
   * undefined: all records were requested.
   */
  readonly narrowed:
    { readonly until: number; readonly actions: readonly string[]; readonly objects: readonly string[] } | undefined;
  /** What the viewer has learned about the server. */
  readonly habits: ServerHabits;
  /** The state of the access log: merged, adds nothing, refused, or not requested. */
  readonly accessLog: "merged" | "nothing-new" | "refused" | "not-asked";
  /** The time spans for which the access log could not be read, so sign-ins may be missing, with the error. */
  readonly missing: readonly { readonly span: Span; readonly kind: ErrorKind }[];
  /** The time spans for which the server did not return all records: "at least N". */
  readonly cut: readonly { readonly span: Span; readonly atLeast: number }[];
  /** The number of records outside the requested window: a sign of a time zone mismatch. */
  readonly outside: number;
  /** The number of records with an unreadable time; they are shown in the server's order. */
  readonly undated: number;
  /** The number of items in the server's list that are not records. */
  readonly unreadable: number;
  /**
   * The time of the oldest known record if the requested range begins well before it and holds nothing there: older logs may
   * be archived. undefined: unknown, or there is no such part.
   */
  readonly oldest: number | undefined;
  /** True if the server sends every record twice. Each copy is a record. */
  readonly doubled: boolean;
  /** True if the newest record is at the end of what was requested: the server's clock may be ahead. */
  readonly clockAhead: boolean;
}

export interface ServerHabits {
  /** The largest number of records in one response so far: a response with fewer was not cut. */
  readonly largestAnswer: number;
  /** Whether `start` skips records; `unknown` until the viewer needs it. */
  readonly startHonoured: boolean | "unknown";
  /** Whether times have neither offset nor zone; near a daylight-saving change, they are ambiguous. */
  readonly naiveTimes: boolean;
  /** The shift of times without an offset, in minutes, if the server uses another zone than assumed; usually 0. */
  readonly shiftMinutes: number;
  readonly order: "descending" | "ascending" | "mixed" | "unknown";
  /** Whether the server ignores case in text filters; `unknown` until the viewer needs it. */
  readonly ignoresCase: boolean | "unknown";
}

/** Whether days alone say how far a search has looked. A range of a day or two may start and end on the same day, so it needs times. */
export function isLongRead({ asked, readFrom }: Coverage): boolean {
  return asked.until - readFrom > 3 * 86_400_000;
}
