import type { RangeFilter } from "../domain/filters.js";
import type { TimeFormatter } from "../domain/time-format.js";
import type { Strings } from "../i18n/strings.js";

/** A range in words: the preset's name, or both ends. An end that cannot be read stands as it was set. */
export function rangeText(range: RangeFilter, strings: Strings, times: TimeFormatter): string {
  if ("preset" in range) return strings.presets[range.preset];
  return strings.customRange(endText(range.from, times), endText(range.until, times));
}

function endText(end: string, times: TimeFormatter): string {
  const hasOffset = /T.*(?:Z|[+-]\d{2}:?\d{2})(?:\[[^\]]*\])?$/i.test(end);
  const instant = hasOffset ? Date.parse(end) : NaN;
  return Number.isNaN(instant) ? end.replace("T", " ") : times.dayAndTime(instant);
}
