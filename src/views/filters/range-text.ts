import type { Span } from "../../core/coverage.js";
import { dependsOnZone, type RangeFilter } from "../../core/filters/filters.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import type { Strings } from "../../i18n/strings.js";
import type { Searched } from "../../search/log-state.js";

const WALL_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::00(?:\.0+)?)?)?$/;
const INSTANT = /T.*(?:Z|[+-]\d{2}:?\d{2})(?:\[[^\]]*\])?$/i;
/** The first instant of a `Date`. */
const FIRST = -8.64e15;

/**
 * A range in words, before it is searched: the name of the preset, or both ends. The end is shown as the last minute of the
 * range, and whole days without times. An end that cannot be read is shown as it is.
 */
export function formatRange(range: RangeFilter, strings: Strings, times: TimeFormatter): string {
  if ("preset" in range) return strings.presets[range.preset];
  const { from, until } = range;
  // Wall time has no zone before the search, so it is formatted as UTC.
  const wall = { from: readWallTime(from), until: readWallTime(until) };
  if (wall.from < wall.until) return formatSpan(wall, times, "UTC");
  const span = { from: readInstant(from), until: readInstant(until) };
  if (span.from < span.until) return formatSpan(span, times);
  const ends = { from: times.dayAndTime, until: (time: number) => times.dayAndTime(time - 1) };
  const words = (end: "from" | "until") =>
    Number.isNaN(span[end]) ? range[end].replace("T", " ") : ends[end](span[end]);
  return strings.customRange(words("from"), words("until"));
}

/**
 * The searched range in words, in the zone of the rows. If it was chosen in another zone, as wall time or as "Today", it is
 * shown as instants.
 */
export function formatSearchedRange({ filters, span, zone }: Searched, strings: Strings, times: TimeFormatter): string {
  const { range } = filters;
  const isNamed = "preset" in range && (zone === times.zone || !dependsOnZone(range));
  return isNamed ? strings.presets[range.preset] : formatSpan(span, times);
}

/** Milliseconds as if the zone were UTC; NaN if the text is not a wall time of a whole minute. */
function readWallTime(text: string): number {
  return WALL_TIME.test(text) ? new Date(text.length > 10 ? `${text}Z` : `${text}T00:00Z`).getTime() : NaN;
}

/** Milliseconds since 1970-01-01T00:00Z; NaN if the text has no offset. */
function readInstant(text: string): number {
  return INSTANT.test(text) ? new Date(text.replace(/\[.*/, "")).getTime() : NaN;
}

function formatSpan({ from, until }: Span, times: TimeFormatter, timeZone = times.zone): string {
  try {
    const format = (time: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(times.locale, { timeZone, year: "numeric", month: "short", day: "numeric", ...time });
    const days = format({});
    const beginsDay = (time: number) => days.format(time) !== days.format(Math.max(FIRST, time - 1));
    const isDays = beginsDay(from) && beginsDay(until);
    return (isDays ? days : format({ hour: "numeric", minute: "2-digit" })).formatRange(from, until - 1);
  } catch {
    // The page has replaced the browser's formats.
    return `${times.dayAndTime(from)} – ${times.dayAndTime(until - 1)}`;
  }
}
