import { DAY, toDate, toDay, type Day } from "./calendar-month.js";
import type { Span } from "../coverage.js";
import type { DateWords } from "./date-words.js";
import type { RangeFilter } from "../filters/filters.js";
import { fold } from "../text/text.js";
import { resolveRange, type RangeSetting } from "./time-range.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

/**
 * The texts of the four fields that edit a range. The end is the last minute of the range: a range until midnight ends at 11:59
 * PM of the day before, so the end never shows a day that is not in the range.
 */
export interface RangeTexts {
  readonly startDate: string;
  readonly startTime: string;
  readonly endDate: string;
  readonly endTime: string;
}

export type RangeField = keyof RangeTexts;

export type DraftProblem = "not-a-date" | "not-a-time" | "end-before-start";

/** A wall time in minutes since 1970-01-01T00:00 in the same zone. */
type WallMinute = number;

export const LAST_MINUTE = 1439;
const MINUTE = 60_000;
const PER_DAY = 1440;

/** The result of reading the texts. */
export interface ReadDraft {
  readonly startDay: Day | undefined;
  readonly endDay: Day | undefined;
  readonly problems: Readonly<Partial<Record<RangeField, DraftProblem>>>;
  /** Undefined if there is a problem. */
  readonly ends: WallEnds | undefined;
}

/** The first and the last minute of a range. */
export interface WallEnds {
  readonly start: WallMinute;
  readonly end: WallMinute;
}

/** Reads the texts. If a time is empty, the range starts at the beginning or ends at the end of that day. */
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

/** Creates the texts of a range. For an unreadable range, they are those of today. */
export function createRangeTexts(
  range: RangeFilter,
  setting: RangeSetting,
  words: DateWords,
  temporal: ZonedCalendar,
): RangeTexts {
  const found = resolveRange(range, setting, temporal);
  const today = toDay(temporal.wallTime(setting.now, setting.zone));
  const wall = (instant: number) => toWallMinute(instant, setting.zone, temporal);
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

function toWallMinute(instant: number, zone: string, temporal: ZonedCalendar): WallMinute {
  const wall = temporal.wallTime(instant, zone);
  return toDay(wall) * PER_DAY + wall.hour * 60 + wall.minute;
}

/** Formats a wall time in ISO 8601 without an offset: `2026-10-22T00:00`. */
function toIso(at: WallMinute): string {
  const { year, month, day } = toDate(Math.floor(at / PER_DAY));
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${year}-${pad(month)}-${pad(day)}T${pad(Math.floor((at % PER_DAY) / 60))}:${pad(at % 60)}`;
}

/** Converts the ends to the range of a filter. Its end is exclusive, so it is the minute after the last one. */
export function toRange({ start, end }: WallEnds): { from: string; until: string } {
  return { from: toIso(start), until: toIso(end + 1) };
}

/** A range before the user edits it, and its texts. */
export interface ShownRange {
  readonly range: RangeFilter;
  readonly texts: RangeTexts;
}

/**
 * Returns the range of the edited texts. The texts have whole minutes only, so an end that the user did not change keeps its
 * seconds and its offset, and a preset that the user did not change stays a preset.
 */
export function readEditedRange(ends: WallEnds, texts: RangeTexts, before: ShownRange): RangeFilter {
  const isSame = (...fields: RangeField[]) => fields.every((field) => texts[field] === before.texts[field]);
  const [keepsStart, keepsEnd] = [isSame("startDate", "startTime"), isSame("endDate", "endTime")];
  const { range } = before;
  if (keepsStart && keepsEnd) return range;
  const edited = toRange(ends);
  if ("preset" in range) return edited;
  return { from: keepsStart ? range.from : edited.from, until: keepsEnd ? range.until : edited.until };
}

/** A time that the clock skips or shows twice because of a clock change. */
export interface ClockNote {
  readonly kind: "skipped" | "twice";
  readonly day: Day;
  readonly minute: number;
  /** The minute that the viewer uses, since midnight. */
  readonly taken: number;
}

/** A clock change within a range. */
export interface ClockChange {
  readonly day: Day;
  readonly forward: boolean;
}

export interface RangeFacts {
  /** In milliseconds. */
  readonly length: number;
  readonly changes: readonly ClockChange[];
  readonly notes: readonly ClockNote[];
}

/** The longest range, in days, for which clock changes are listed. A longer range has too many. */
const LISTED_DAYS = 370;

/**
 * Returns the length of a range and its clock changes.
 *
 * @param ends the minutes in the fields
 * @param span the instants of the range
 */
export function findRangeFacts(
  ends: WallEnds,
  { from, until }: Span,
  zone: string,
  temporal: ZonedCalendar,
): RangeFacts {
  const notes = [findClockNote(ends.start, from, zone, temporal), findClockNote(ends.end, until - 1, zone, temporal)];
  return {
    length: until - from,
    changes: until - from > LISTED_DAYS * DAY ? [] : findClockChanges(from, until, zone, temporal),
    notes: notes.flatMap((note) => note ?? []),
  };
}

/** @param taken an instant of the minute that the viewer uses */
function findClockNote(at: WallMinute, taken: number, zone: string, temporal: ZonedCalendar): ClockNote | undefined {
  const [day, minute] = [Math.floor(at / PER_DAY), at % PER_DAY];
  const shown = toWallMinute(taken, zone, temporal);
  if (shown !== at) return { kind: "skipped", day, minute, taken: shown % PER_DAY };
  const wall = { ...toDate(day), hour: Math.floor(minute / 60), minute: minute % 60, second: 0, millisecond: 0 };
  const [first, last] = temporal.instants(wall, zone);
  // If a range ends with the repeated hour, its end is after both of them.
  return first !== last && taken < last ? { kind: "twice", day, minute, taken: minute } : undefined;
}

const STEP = 7 * DAY;

/** Finds the clock changes by comparing offsets. Within a week, the clock changes once at most. */
function findClockChanges(from: number, until: number, zone: string, temporal: ZonedCalendar): ClockChange[] {
  const offset = (at: number) => toWallMinute(at, zone, temporal) - Math.floor(at / MINUTE);
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
    changes.push({ day: Math.floor(toWallMinute(before, zone, temporal) / PER_DAY), forward: next > old });
  }
  return changes;
}
