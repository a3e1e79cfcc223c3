import type { RangeFilter } from "../domain/filters.js";
import type { TimeFormatter } from "../domain/time-format.js";
import type { Strings } from "../i18n/strings.js";

const WALL_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::00(?:\.0+)?)?)?$/;
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/**
 * A range in words: the preset's name, or both ends. The end is the last minute that belongs to the range; whole days are
 * said without times. An end that cannot be read stands as it was set.
 */
export function rangeText(range: RangeFilter, strings: Strings, times: TimeFormatter): string {
  if ("preset" in range) return strings.presets[range.preset];
  return wallText(range, times.locale) ?? strings.customRange(endText(range.from, times), endText(range.until, times));
}

/** Wall time is no instant before it is searched: it is written as if the clocks were UTC's. */
function wallText({ from, until }: { from: string; until: string }, locale: string): string | undefined {
  const [start, end] = [from, until].map((text) => (WALL_TIME.test(text) ? Date.parse(`${wallMinute(text)}Z`) : NaN));
  if (!(start! < end!)) return undefined;
  const isDays = start! % DAY === 0 && end! % DAY === 0;
  const time = isDays ? {} : ({ hour: "numeric", minute: "2-digit" } as const);
  const format = { year: "numeric", month: "short", day: "numeric", ...time, timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(locale, format).formatRange(start!, end! - MINUTE);
}

const wallMinute = (text: string) => (text.length > 10 ? text : `${text}T00:00`);

function endText(end: string, times: TimeFormatter): string {
  const hasOffset = /T.*(?:Z|[+-]\d{2}:?\d{2})(?:\[[^\]]*\])?$/i.test(end);
  const instant = hasOffset ? Date.parse(end) : NaN;
  return Number.isNaN(instant) ? end.replace("T", " ") : times.dayAndTime(instant);
}
