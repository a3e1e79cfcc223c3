import { DAY } from "../../../core/time/calendar-month.js";
import { findRangeFacts, type RangeTexts, type WallEnds } from "../../../core/time/range-draft.js";
import { resolveRange } from "../../../core/time/time-range.js";
import { dateRange } from "../../../i18n/en/date-range.js";
import type { Environment } from "../../shell/environment.js";
import { getNumberFormat } from "../../../i18n/numbers.js";
import { readRange, type EditContext } from "./range-edits.js";

const MINUTE = 60_000;
/** A search of more days takes long. */
const LONG = 90;

/** Says how long a range is and how the clocks change in it: "24 days and 1 hour in US/Eastern: clocks go back on Nov 1." */
export function summarizeRange(ends: WallEnds, texts: RangeTexts, context: EditContext, env: Environment): string {
  const { words, setting, temporal } = context;
  const { times, locale } = env;
  const strings = env.completeTexts(dateRange);
  const resolved = resolveRange(readRange(ends, texts, context), setting, temporal);
  if (typeof resolved === "string") return strings.rangeSkipped;
  const { length, changes, notes } = findRangeFacts(ends, resolved.span, setting.zone, temporal);
  const turns = changes.map(({ day, forward }) => ({ forward, date: words.short(day) }));
  return [
    strings.rangeSummary(formatLength(length, locale), times.zone, turns),
    // Rounded, because a daylight-saving change adds an hour and not a day.
    ...(Math.round(length / DAY) > LONG ? [strings.rangeLong] : []),
    ...notes.map(({ kind, day, minute, taken }) =>
      strings.clockNote(kind, words.time(minute), words.short(day), words.time(taken)),
    ),
  ].join(" ");
}

function formatLength(ms: number, locale: string): string {
  const minutes = Math.round(ms / MINUTE);
  const parts: [number, string][] = [
    [Math.floor(minutes / 1440), "day"],
    [Math.floor(minutes / 60) % 24, "hour"],
    [minutes % 60, "minute"],
    // A page may set a range of some seconds.
    [minutes === 0 ? Math.max(1, Math.round(ms / 1000)) : 0, "second"],
  ];
  const written = parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => getNumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value));
  return new Intl.ListFormat(locale).format(written);
}
