import type { ErrorKind } from "./errors.js";

/** A stretch of time, half-open, in milliseconds since 1970-01-01T00:00Z. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The last instant of a range, for words about it: its end is not in it, and may be another minute, or another day. A range
 * that ends now is told with the reader's own clock.
 */
export function lastOf({ until }: Span, endsNow = false): number {
  return endsNow ? until : until - 1;
}

/**
 * How far a search has looked. Every count and every file says what it covers; nothing is claimed beyond this.
 */
export interface Coverage {
  /** The range that was asked for. */
  readonly asked: Span;
  /** The part of it that has been read whole: `[readFrom, asked.until)`. */
  readonly readFrom: number;
  /** The whole range has been read. */
  readonly complete: boolean;
  /** Requests sent for this search, retries and checks included. */
  readonly requests: number;
  /** Records read within the range, and those of them that match every filter. */
  readonly records: number;
  readonly matched: number;
  /** Names of the filters that the server applied; all others were checked here, as these were too. */
  readonly sentFilters: readonly string[];
  /**
   * From `until` back in time the server was asked only for records whose action or object is spelled in one of these
   * ways (an empty list: in any way). undefined: it was asked for all.
   */
  readonly narrowed:
    { readonly until: number; readonly actions: readonly string[]; readonly objects: readonly string[] } | undefined;
  /** What was found out about the server. */
  readonly habits: ServerHabits;
  /** Whether sign-ins were also read from the access log: merged, found to add nothing, refused, or not asked at all. */
  readonly accessLog: "merged" | "nothing-new" | "refused" | "not-asked";
  /** Stretches of which sign-ins are missing, since the access log could not be read there, and why. */
  readonly missing: readonly { readonly span: Span; readonly kind: ErrorKind }[];
  /** Stretches in which the server held back records that it has: "at least N". */
  readonly cut: readonly { readonly span: Span; readonly atLeast: number }[];
  /** Records that came although their time lies outside of what was asked: a sign of a zone mismatch. */
  readonly outside: number;
  /** Records whose time cannot be read; they are shown where the server put them. */
  readonly undated: number;
  /** Items of the server's list that are no records at all. */
  readonly unreadable: number;
}

export interface ServerHabits {
  /** The most records that one answer ever held: an answer with fewer was not cut. */
  readonly largestAnswer: number;
  /** Whether `start` skips records: `unknown` until it had to be found out. */
  readonly startHonoured: boolean | "unknown";
  /** Its times have neither offset nor zone: around a change of the clock they may mean another hour. */
  readonly naiveTimes: boolean;
  /** By how many minutes times without offset were moved: the server keeps another zone than was assumed. 0 almost always. */
  readonly shiftMinutes: number;
  readonly order: "descending" | "ascending" | "mixed" | "unknown";
  /** Whether text filters ignore letter case: `unknown` until it had to be found out. */
  readonly ignoresCase: boolean | "unknown";
}
