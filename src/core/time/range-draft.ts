import { DAY, dateOf, dayOf, type Day } from "./calendar-month.js";
import type { Span } from "../coverage.js";
import type { DateWords } from "./date-words.js";
import type { RangeFilter } from "../filters/filters.js";
import { fold } from "../text/text.js";
import { resolveRange, type RangeSetting } from "./time-range.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

/**
 * A range while it is edited: four texts. The end is shown as its last minute, which belongs to the range: a range until
 * midnight ends at 11:59 PM of the day before, and so no end is off by a minute or names a day that is not in it.
 */
export interface RangeTexts {
  readonly startDate: string;
  readonly startTime: string;
  readonly endDate: string;
  readonly endTime: string;
}

export type RangeField = keyof RangeTexts;

export type DraftProblem = "not-a-date" | "not-a-time" | "end-before-start";

/** Wall time to the minute, in minutes since 1970-01-01T00:00 of that wall. */
type WallMinute = number;

export const LAST_MINUTE = 1439;
const MINUTE = 60_000;
const PER_DAY = 1440;

/** What the texts say. */
export interface ReadDraft {
  readonly startDay: Day | undefined;
  readonly endDay: Day | undefined;
  readonly problems: Readonly<Partial<Record<RangeField, DraftProblem>>>;
  /** Undefined where something is wrong. */
  readonly ends: WallEnds | undefined;
}

/** The first and the last minute of a range. */
export interface WallEnds {
  readonly start: WallMinute;
  readonly end: WallMinute;
}

/** A time that is left out means the whole day. */
export function readDraft(texts: RangeTexts, words: DateWords, today: Day): ReadDraft {
  const problems: Partial<Record<RangeField, DraftProblem>> = {};
  const time = (text: string, whole: number) => (fold(text) === "" ? whole : words.readTime(text));
  const startDay = words.readDate(texts.startDate, today);
  const endDay = words.readDate(texts.endDate, today);
  const startTime = time(texts.startTime, 0);
  const endTime = time(texts.endTime, LAST_MINUTE);
  if (startDay === undefined) problems.startDate = "not-a-date";
  if (endDay === undefined) problems.endDate = "not-a-date";
  if (startTime === undefined) problems.startTime = "not-a-time";
  if (endTime === undefined) problems.endTime = "not-a-time";
  if (startDay === undefined || endDay === undefined || startTime === undefined || endTime === undefined)
    return { startDay, endDay, problems, ends: undefined };
  const start = startDay * PER_DAY + startTime;
  const end = endDay * PER_DAY + endTime;
  if (end < start) problems[endDay < startDay ? "endDate" : "endTime"] = "end-before-start";
  return { startDay, endDay, problems, ends: end < start ? undefined : { start, end } };
}

/** The texts that show a range; one that cannot be read is shown as today. */
export function draftOf(
  range: RangeFilter,
  setting: RangeSetting,
  words: DateWords,
  temporal: ZonedCalendar,
): RangeTexts {
  const found = resolveRange(range, setting, temporal);
  const today = dayOf(temporal.wallTime(setting.now, setting.zone));
  const wall = (instant: number) => wallMinute(instant, setting.zone, temporal);
  const [start, end] =
    typeof found === "string"
      ? [today * PER_DAY, today * PER_DAY + LAST_MINUTE]
      : [wall(found.span.from), wall(found.span.until - 1)];
  return {
    startDate: words.date(Math.floor(start / PER_DAY)),
    startTime: words.time(start % PER_DAY),
    endDate: words.date(Math.floor(end / PER_DAY)),
    endTime: words.time(end % PER_DAY),
  };
}

function wallMinute(instant: number, zone: string, temporal: ZonedCalendar): WallMinute {
  const wall = temporal.wallTime(instant, zone);
  return dayOf(wall) * PER_DAY + wall.hour * 60 + wall.minute;
}

/** Wall time as ISO 8601 without an offset: `2026-10-22T00:00`. */
function isoOf(at: WallMinute): string {
  const { year, month, day } = dateOf(Math.floor(at / PER_DAY));
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(month)}-${pad(day)}T${pad(Math.floor((at % PER_DAY) / 60))}:${pad(at % 60)}`;
}

/** The range of a filter: its end does not belong to it, so it is the minute after the last one. */
export function rangeOf({ start, end }: WallEnds): { from: string; until: string } {
  return { from: isoOf(start), until: isoOf(end + 1) };
}

/** A range before somebody edits it, and the texts that show it. */
export interface ShownRange {
  readonly range: RangeFilter;
  readonly texts: RangeTexts;
}

/**
 * The range that edited texts mean. An end that nobody has touched stays as it was set, to the second and with its offset,
 * and a preset that nobody has touched stays a preset: its texts are cut to whole minutes.
 */
export function editedRange(ends: WallEnds, texts: RangeTexts, before: ShownRange): RangeFilter {
  const isSame = (...fields: RangeField[]) => fields.every((field) => texts[field] === before.texts[field]);
  const [keepsStart, keepsEnd] = [isSame("startDate", "startTime"), isSame("endDate", "endTime")];
  const { range } = before;
  if (keepsStart && keepsEnd) return range;
  const edited = rangeOf(ends);
  if ("preset" in range) return edited;
  return { from: keepsStart ? range.from : edited.from, until: keepsEnd ? range.until : edited.until };
}

/** A typed time that the clock leaves out or shows twice, and what it is taken for. */
export interface ClockNote {
  readonly kind: "skipped" | "twice";
  readonly day: Day;
  readonly minute: number;
  /** The minute that is meant. */
  readonly taken: number;
}

/** A change of the clock within a range. */
export interface ClockChange {
  readonly day: Day;
  readonly forward: boolean;
}

export interface RangeFacts {
  /** Milliseconds. */
  readonly length: number;
  readonly changes: readonly ClockChange[];
  readonly notes: readonly ClockNote[];
}

/** Longest range whose changes of the clock are named, days: a longer one has many. */
const NAMED = 370;

/**
 * What there is to say of a range.
 *
 * @param ends the minutes that its fields show
 * @param span the instants that it stands for
 */
export function factsOf(ends: WallEnds, { from, until }: Span, zone: string, temporal: ZonedCalendar): RangeFacts {
  const notes = [noteOf(ends.start, from, zone, temporal), noteOf(ends.end, until - 1, zone, temporal)];
  return {
    length: until - from,
    changes: until - from > NAMED * DAY ? [] : changesIn(from, until, zone, temporal),
    notes: notes.flatMap((note) => note ?? []),
  };
}

/** @param taken an instant of the minute that this one is taken for */
function noteOf(at: WallMinute, taken: number, zone: string, temporal: ZonedCalendar): ClockNote | undefined {
  const [day, minute] = [Math.floor(at / PER_DAY), at % PER_DAY];
  const shown = wallMinute(taken, zone, temporal);
  if (shown !== at) return { kind: "skipped", day, minute, taken: shown % PER_DAY };
  const wall = { ...dateOf(day), hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 };
  const [first, last] = temporal.instants(wall, zone);
  // The last minute of the hour that comes twice is followed by a time that comes once: then both are in the range.
  return first !== last && taken < last ? { kind: "twice", day, minute, taken: minute } : undefined;
}

const STEP = 7 * DAY;

/** Between two readings a week apart the clock changes at most once. */
function changesIn(from: number, until: number, zone: string, temporal: ZonedCalendar): ClockChange[] {
  const offset = (at: number) => wallMinute(at, zone, temporal) - Math.floor(at / MINUTE);
  const changes: ClockChange[] = [];
  for (let low = from; low < until; low += STEP) {
    let [before, after] = [low, Math.min(low + STEP, until)];
    const [old, next] = [offset(before), offset(after)];
    if (old === next) continue;
    while (after - before > MINUTE) {
      const middle = Math.floor((before + after) / 2);
      if (offset(middle) === old) before = middle;
      else after = middle;
    }
    changes.push({ day: Math.floor(wallMinute(before, zone, temporal) / PER_DAY), forward: next > old });
  }
  return changes;
}
