import { AuditLogError } from "../../core/errors.js";
import type { Span, ServerHabits } from "../../core/coverage.js";
import { errorOfBody } from "../transport/error-mapping.js";
import { movedTo, toEvent, type NamelessEvent, type ReadRecord, type EventOptions } from "./to-event.js";
import { possibleShifts, settleTimes } from "./zoneless-times.js";

/** One item of an answer at its place in time. */
export interface Placed {
  /** As it may be shown. undefined: the item is no record; it is counted, not shown. */
  readonly event: NamelessEvent | undefined;
  /** The record as the server sent it. */
  readonly original: NamelessEvent | undefined;
  /** The item as it came. */
  readonly raw: unknown;
  /** The item as it may be kept: redacted, where a redaction is set. */
  readonly kept: unknown;
  /** The record's own time, milliseconds since 1970-01-01T00:00Z; null when it cannot be read. */
  readonly time: number | null;
  /** Its text has neither offset nor zone. */
  readonly isNaive: boolean;
  /** A change of the clock brings its text twice. */
  readonly comesTwice: boolean;
  /** The record's time; for an item without a readable one that of its newer neighbour in the answer. */
  readonly place: number;
  /** The times between which an item without a time of its own lies; undefined where it has no such neighbor, or none that tells. */
  readonly newer: number | undefined;
  readonly older: number | undefined;
}

/** One answer of the server, newest first. */
export interface Answer {
  /** What the server was asked for. */
  readonly ends: Span;
  /** Items in the answer as it came: what a cap counts. */
  readonly count: number;
  /** The items in the server's own order. */
  readonly raws: readonly unknown[];
  readonly items: readonly Placed[];
  readonly order: ServerHabits["order"];
  /** By how many minutes times without offset had to be moved to lie in what was asked for; 0 almost always. */
  readonly shiftMinutes: number;
  /** Some times have no offset: what they mean rests on a setting, or on a shift. */
  readonly isNaive: boolean;
  /** Shifts that would fit as well, where any time has no offset; empty where none has. */
  readonly possibleShifts: readonly number[];
}

/** What answers before this one have shown. */
export interface AnswerHint {
  /** The shift that the answer before needed. */
  readonly shiftMinutes?: number;
  /** Whether other possible ones are to be looked for. */
  readonly wantsShifts?: boolean;
  /** The order in which the server answers, for an answer that does not tell. */
  readonly order?: ServerHabits["order"];
}

/**
 * Reads the body of a list answer; rejects with `bad-data` for anything but a list.
 *
 * @param ends what the server was asked for
 */
export function readAnswer(
  body: unknown,
  ends: Span,
  options: EventOptions,
  { shiftMinutes = 0, wantsShifts = false, order: usual = "unknown" }: AnswerHint = {},
): Answer {
  if (!Array.isArray(body)) throw notAList(body);
  const items = body.map((raw: unknown) => ({ raw, read: toEvent(raw, options) }));
  const settled = settleTimes(
    items.map(({ read }) => read),
    ends,
    shiftMinutes,
    usual !== "ascending",
  );
  const timed = items.map(({ raw, read }, at) => ({ raw, read, time: settled.times[at] ?? null }));
  const order = orderOf(timed.flatMap(({ time }) => (time === null ? [] : [time])));
  if (order === "ascending" || (order === "unknown" && usual === "ascending")) timed.reverse();
  const told = order === "unknown" ? usual : order;
  const placed = place(timed, ends, told === "descending" || told === "ascending");
  // Sorting is stable: within one second the server's own order stays.
  if (order === "mixed") placed.sort(newestFirst);
  const reads = items.map(({ read }) => read);
  const isNaive = reads.some((read) => read.isNaive && read.time !== null);
  return {
    ends,
    count: body.length,
    raws: body,
    items: placed,
    order,
    shiftMinutes: settled.shiftMinutes,
    isNaive,
    possibleShifts: wantsShifts ? possibleShifts(reads, ends) : [],
  };
}

export function newestFirst(one: Placed, other: Placed): number {
  return other.place - one.place;
}

/**
 * The part of an answer that lies in a half-open span. An item without a time of its own may lie on either side of the
 * edge that its neighbours are at, or beyond, and where it has none anywhere: it is taken, and whoever reads window after
 * window tells it from the one that the window beside had.
 */
export function within(answer: Answer, span: Span): Placed[] {
  const inside: Placed[] = [];
  for (const item of answer.items) {
    const at = item.time === null ? Math.max(span.from, Math.min(item.place, span.until - 1)) : item.place;
    if (at >= span.from && at < span.until) inside.push(at === item.place ? item : { ...item, place: at });
  }
  return inside;
}

/** Whether an item without a time of its own may lie on either side of an instant. */
export function straddles(at: number, { time, newer, older }: Pick<Placed, "time" | "newer" | "older">): boolean {
  return time === null && (newer === undefined || newer >= at) && (older === undefined || older < at);
}

interface Timed {
  readonly raw: unknown;
  readonly read: ReadRecord;
  readonly time: number | null;
}

/** @param isSorted else the neighbors of an item tell nothing about its time */
function place(timed: readonly Timed[], ends: Span, isSorted: boolean): Placed[] {
  let older: number | undefined;
  const olders: (number | undefined)[] = [];
  for (let at = timed.length - 1; at >= 0; at -= 1) {
    olders[at] = older;
    older = timed[at]!.time ?? older;
  }
  let newer: number | undefined;
  return timed.map(({ raw, read, time }, at) => {
    const item = {
      raw,
      time,
      newer: isSorted ? newer : undefined,
      older: isSorted ? olders[at] : undefined,
      place: time ?? newer ?? olders[at] ?? ends.from,
      original: read.original,
      kept: read.kept,
      isNaive: read.isNaive,
      comesTwice: read.later !== undefined,
      event: movedTo(time, read),
    };
    newer = time ?? newer;
    return item;
  });
}

function orderOf(times: readonly number[]): ServerHabits["order"] {
  let up = false;
  let down = false;
  for (let at = 1; at < times.length; at += 1) {
    if (times[at]! > times[at - 1]!) up = true;
    if (times[at]! < times[at - 1]!) down = true;
  }
  if (up && down) return "mixed";
  if (up) return "ascending";
  return down ? "descending" : "unknown";
}

/** For a body that is no list: the error that it says, or that it says nothing that can be read. */
export function notAList(body: unknown, message = "The response is not a list of records."): AuditLogError {
  return errorOfBody(body) ?? new AuditLogError("bad-data", message);
}
