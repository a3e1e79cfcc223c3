import type { Coverage, Span } from "./coverage.js";
import type { EventField } from "./fields.js";
import type { BadgeColor } from "./taxonomy/taxonomy.js";

/*
 * Counts of all matching events that were read: the worker returns them, and views show them. The worker counts more than the
 * loaded pages: it also counts events that were read ahead, and those of "Count the whole range".
 */

/** The colors of a bar of the timeline, from its base to its top. */
export const BAR_COLORS = [
  "neutral",
  "cyan",
  "purple",
  "blue",
  "green",
  "orange",
  "red",
] as const satisfies BadgeColor[];

/** The fields of a breakdown, in the order of the screen. A domain is the affected one, so that a filter finds as many. */
export const BREAKDOWN_FIELDS = [
  "action",
  "object",
  "byUser",
  "affectedUser",
  "affectedDomain",
  "byIp",
  "client",
] as const satisfies EventField[];

export type BreakdownField = (typeof BREAKDOWN_FIELDS)[number];

/** How many events have one value. Spellings that a filter does not distinguish are one value. */
export interface ValueCount {
  /** The spelling of the newest event; `""` for events without a value. */
  readonly text: string;
  /** The domain of a user; the same name in two domains is two users. Else `""`. */
  readonly domain: string;
  /** The id in the taxonomy of an action or object; `""` for other values and unknown ones. */
  readonly id: string;
  /** Whether the value is a failed login; other logins are another value. */
  readonly failed: boolean;
  readonly count: number;
}

/** The values of one field, the most frequent first; equal counts in the order of the texts. */
export interface Breakdown {
  readonly values: readonly ValueCount[];
  /** The number of distinct values, of which `values` may have only the first. */
  readonly distinct: number;
}

/** Which values of a field are wanted. */
export interface BreakdownRequest {
  readonly field: BreakdownField;
  /** The maximum number of values. */
  readonly limit: number;
  /** Only values whose text or domain contains this text, without regard to case; `""` for all. */
  readonly search: string;
}

/** The number of events in each bar of a timeline. */
export interface TimelineCounts {
  /** For each bar one count for each of `BAR_COLORS`: `counts[bar * BAR_COLORS.length + color]`. */
  readonly counts: Uint32Array;
  /** Events without a readable time, which are in no bar. */
  readonly undated: number;
}

/** What counts cover. They say nothing about the rest of the range. */
export interface CountsExtent {
  /** The searched range. */
  readonly asked: Span;
  /** The number of counted events. */
  readonly events: number;
  /** The number of records that were checked for them. */
  readonly records: number;
  /** Everything in `[readFrom, asked.until)` was read, and its events are or can be loaded as rows. */
  readonly readFrom: number;
  /** Everything in `[countedFrom, readFrom)` was counted, but its events are not rows. Equals `readFrom` if there is no such part. */
  readonly countedFrom: number;
  /** The number of events in `[countedFrom, readFrom)`. */
  readonly countedOnly: number;
  /** The parts that the server did not return completely, or not at all. */
  readonly missing: Coverage["missing"];
  readonly cut: Coverage["cut"];
}

/** An answer of the analysis with what it covers. */
export interface Counted<Counts> {
  readonly counts: Counts;
  readonly extent: CountsExtent;
}
