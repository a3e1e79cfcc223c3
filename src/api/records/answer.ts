import { AuditLogError } from "../../core/errors.js";
import type { Span, ServerHabits } from "../../core/coverage.js";
import { toEvent, resolveTime, type EventOptions, type EventWithoutId, type ParsedItem } from "./to-event.js";

/** One item of an answer, with its position in time. */
export interface AnswerItem {
  /** The event to show, redacted if a redaction is set. undefined: the item is not a record; the viewer counts it only. */
  readonly event: EventWithoutId | undefined;
  /** The event before redaction. */
  readonly originalEvent: EventWithoutId | undefined;
  /** The item as the server sent it. */
  readonly raw: unknown;
  /** The item after redaction; the same as `raw` if no redaction is set. */
  readonly redactedRaw: unknown;
  /** The record's own time, milliseconds since 1970-01-01T00:00Z; null if it cannot be read. */
  readonly time: number | null;
  /** The text of the time has neither an offset nor a zone. */
  readonly isZoneless: boolean;
  /** The clock change at the end of summer time repeats this wall time. */
  readonly isAmbiguous: boolean;
  /** The same for equal records whose time was taken for different hours: the first instant that the text may mean. */
  readonly textTime: number | null;
  /** The record's time. An item without a readable time has the time of its newer neighbor in the answer. */
  readonly sortTime: number;
  /** The times of the neighbors of an item without a time; undefined if there is no neighbor, or the answer is not sorted. */
  readonly newerTime: number | undefined;
  readonly olderTime: number | undefined;
}

/** One answer of the server, newest first. */
export interface Answer {
  /** The span that the request asked for. */
  readonly requestSpan: Span;
  /** The number of items in the answer, which is what the server's cap limits. */
  readonly count: number;
  /** The items in the server's own order. */
  readonly rawItems: readonly unknown[];
  readonly items: readonly AnswerItem[];
  readonly order: ServerHabits["order"];
  /** Some times have no offset: their meaning depends on a setting or on a shift. */
  readonly hasZonelessTimes: boolean;
}

/**
 * Reads the items of a list response, in the server's order. Throws an AuditLogError (`bad-data`) if the body is not a list.
 */
export function parseItems(body: unknown, options: EventOptions): ParsedItem[] {
  if (!Array.isArray(body)) throw new AuditLogError("bad-data", "The response is not a list of records.");
  return body.map((raw: unknown) => toEvent(raw, options));
}

/** Whether the instant of an item depends on the other items: its time has no offset, or a clock change repeats it. */
export function isTimeUnclear({ isZoneless, laterTime }: ParsedItem): boolean {
  return isZoneless || laterTime !== undefined;
}

export function hasZonelessTimes(items: readonly ParsedItem[]): boolean {
  return items.some(({ isZoneless, time }) => isZoneless && time !== null);
}

/**
 * Brings the items of a response into order.
 *
 * @param requestSpan the span that the request asked for
 * @param usualOrder the server's usual order, for an answer that does not show it
 * @param times the instants of the items
 */
export function createAnswer(
  items: readonly ParsedItem[],
  requestSpan: Span,
  usualOrder: ServerHabits["order"] = "unknown",
  times: readonly (number | null)[] = items.map(({ time }) => time),
): Answer {
  const timed = items.map((parsed, at) => ({ parsed, time: times[at] ?? null }));
  const order = findOrder(timed.flatMap(({ time }) => (time === null ? [] : [time])));
  if (order === "ascending" || (order === "unknown" && usualOrder === "ascending")) timed.reverse();
  const likelyOrder = order === "unknown" ? usualOrder : order;
  const sorted = toAnswerItems(timed, requestSpan, likelyOrder === "descending" || likelyOrder === "ascending");
  // The sort is stable: records of one second stay in the server's order.
  if (order === "mixed") sorted.sort(compareNewestFirst);
  return {
    requestSpan,
    count: items.length,
    rawItems: items.map(({ raw }) => raw),
    items: sorted,
    order,
    hasZonelessTimes: hasZonelessTimes(items),
  };
}

export function compareNewestFirst(one: AnswerItem, other: AnswerItem): number {
  return other.sortTime - one.sortTime;
}

/**
 * Returns the items of an answer that belong to a half-open span. An item without a time of its own may be on either side
 * of an edge, so it is included, and the caller removes the copy that the neighboring window also has.
 */
export function findItemsWithin(answer: Answer, span: Span): AnswerItem[] {
  const inside: AnswerItem[] = [];
  for (const item of answer.items) {
    const at = item.time === null ? Math.max(span.from, Math.min(item.sortTime, span.until - 1)) : item.sortTime;
    if (at >= span.from && at < span.until) inside.push(at === item.sortTime ? item : { ...item, sortTime: at });
  }
  return inside;
}

/** Whether an item without a time of its own may be on either side of an instant. */
export function straddles(
  at: number,
  { time, newerTime, olderTime }: Pick<AnswerItem, "time" | "newerTime" | "olderTime">,
): boolean {
  return time === null && (newerTime === undefined || newerTime >= at) && (olderTime === undefined || olderTime < at);
}

interface TimedItem {
  readonly parsed: ParsedItem;
  readonly time: number | null;
}

/** @param isSorted otherwise the neighbors of an item say nothing about its time */
function toAnswerItems(timed: readonly TimedItem[], requestSpan: Span, isSorted: boolean): AnswerItem[] {
  const olderTimes: (number | undefined)[] = [];
  let older: number | undefined;
  for (let at = timed.length - 1; at >= 0; at -= 1) {
    olderTimes[at] = older;
    older = timed[at]!.time ?? older;
  }
  let newer: number | undefined;
  return timed.map(({ parsed, time }, at) => {
    const item = {
      raw: parsed.raw,
      time,
      newerTime: isSorted ? newer : undefined,
      olderTime: isSorted ? olderTimes[at] : undefined,
      sortTime: time ?? newer ?? olderTimes[at] ?? requestSpan.from,
      originalEvent: parsed.originalEvent,
      redactedRaw: parsed.redactedRaw,
      isZoneless: parsed.isZoneless,
      isAmbiguous: parsed.laterTime !== undefined,
      textTime: parsed.laterTime === undefined ? time : parsed.time,
      event: resolveTime(time, parsed),
    };
    newer = time ?? newer;
    return item;
  });
}

function findOrder(times: readonly number[]): ServerHabits["order"] {
  let rises = false;
  let falls = false;
  for (let at = 1; at < times.length; at += 1) {
    if (times[at]! > times[at - 1]!) rises = true;
    if (times[at]! < times[at - 1]!) falls = true;
  }
  if (rises && falls) return "mixed";
  if (rises) return "ascending";
  return falls ? "descending" : "unknown";
}
