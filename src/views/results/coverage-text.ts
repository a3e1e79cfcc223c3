import { findLastInstant, type Coverage } from "../../core/coverage.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Environment } from "../shell/environment.js";
import { formatCount } from "../../i18n/numbers.js";

/** How many incomplete seconds are named one by one. */
const NAMED = 3;
const DAY = 86_400_000;

/**
 * Says in sentences how far a search has looked, and how.
 *
 * @param isExtentTold whether another element already says how far
 */
export function describeCoverage(coverage: Coverage, env: Environment, endsNow: boolean, isExtentTold = false): string {
  const { strings, times, locale } = env;
  const { asked, readFrom, records, sentFilters, accessLog, narrowed } = coverage;
  const named = sentFilters.filter((field) => field in strings.textFilters);
  const isLong = isLongRead(coverage);
  const when = isLong ? times.day : times.dayAndTime;
  const count = formatCount(records, locale);
  const whole = readFrom <= asked.from;
  const extent = whole
    ? strings.coverageWhole(count, when(asked.from), when(findLastInstant(asked, endsNow && !isLong)))
    : strings.coverageSoFar(count, when(readFrom));
  return [
    isExtentTold ? "" : extent,
    describeOldest(coverage, env),
    named.length > 0 ? strings.coverageSent(listFilterNames(named, strings, locale), named.length) : "",
    narrowed && narrowed.until > readFrom
      ? strings.coverageNarrowed(times.dayAndTime(narrowed.until), listSpellings(narrowed, locale))
      : "",
    accessLog === "refused" ? strings.coverageNoSignIns : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Whether days alone say enough. A range of a day or two may start and end on the same day, so it needs times. */
export function isLongRead({ asked, readFrom }: Coverage): boolean {
  return asked.until - readFrom > 3 * DAY;
}

/** Says that logs of the older part may be archived; "" if that is not known. */
export function describeOldest(coverage: Coverage, { strings, times }: Environment): string {
  const { oldest } = coverage;
  if (oldest === undefined) return "";
  return strings.coverageOldest((isLongRead(coverage) ? times.day : times.dayAndTime)(oldest));
}

function listFilterNames(fields: Coverage["sentFilters"], strings: Environment["strings"], locale: string): string {
  const names = fields.map((field) => strings.textFilters[field as keyof typeof strings.textFilters] ?? field);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
}

function listSpellings({ actions, objects }: NonNullable<Coverage["narrowed"]>, locale: string): string {
  const all = [...actions, ...objects].map((one) => `“${toShownText(one)}”`);
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(all);
}

/** What users need to know in order to trust the results, one sentence each. */
export function listCoverageWarnings(coverage: Coverage, { strings, times, locale }: Environment): string[] {
  const { cut, outside, undated, unreadable, habits, doubled, clockAhead } = coverage;
  const count = (number: number) => formatCount(number, locale);
  const texts = cut
    .slice(0, NAMED)
    .map(({ span, atLeast }) => strings.coverageCut(count(atLeast), times.full(span.from)));
  if (cut.length > NAMED) texts.push(strings.coverageCutMore(count(cut.length - NAMED)));
  if (doubled) texts.push(strings.coverageDoubled);
  if (clockAhead) texts.push(strings.coverageClockAhead);
  if (outside > 0) texts.push(strings.coverageOutside(count(outside)));
  if (habits.naiveTimes && habits.shiftMinutes === 0) texts.push(strings.coverageNaive);
  if (habits.shiftMinutes !== 0) {
    const hours = new Intl.NumberFormat(locale, {
      style: "unit",
      unit: "hour",
      unitDisplay: "long",
      signDisplay: "always",
    });
    texts.push(strings.coverageShift(hours.format(habits.shiftMinutes / 60)));
  }
  if (undated > 0) texts.push(strings.coverageUndated(count(undated)));
  if (unreadable > 0) texts.push(strings.coverageUnreadable(count(unreadable)));
  return texts;
}
