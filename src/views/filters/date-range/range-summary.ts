import { DAY } from "../../../core/time/calendar-month.js";
import type { DateWords } from "../../../core/time/date-words.js";
import type { RangeFacts } from "../../../core/time/range-draft.js";
import type { Environment } from "../../shell/environment.js";

const MINUTE = 60_000;
/** Searches over more days take longer. */
const LONG = 90;

/** How long a range is, with what the clocks do in it: "24 days and 1 hour in US/Eastern: clocks go back on Nov 1." */
export function summaryOf({ length, changes, notes }: RangeFacts, words: DateWords, env: Environment): string {
  const { strings, times, locale } = env;
  const turns = changes.map(({ day, forward }) => ({ forward, date: words.short(day) }));
  return [
    strings.rangeSummary(lengthOf(length, locale), times.zone, turns),
    // An hour that the clocks give back is no day more.
    ...(Math.round(length / DAY) > LONG ? [strings.rangeLong] : []),
    ...notes.map(({ kind, day, minute, taken }) =>
      strings.clockNote(kind, words.time(minute), words.short(day), words.time(taken)),
    ),
  ].join(" ");
}

function lengthOf(ms: number, locale: string): string {
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
    .map(([value, unit]) => new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(value));
  return new Intl.ListFormat(locale).format(written);
}
