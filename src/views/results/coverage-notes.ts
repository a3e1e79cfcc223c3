import { isLongRead, type Coverage } from "../../core/coverage.js";
import { toShownText } from "../../core/text/shown-text.js";
import { coverageNotes } from "../../i18n/en/coverage-notes.js";
import { formatCount } from "../../i18n/numbers.js";
import type { Environment } from "../shell/environment.js";

/** How many incomplete seconds are named one by one. */
const NAMED = 3;

/** Says in sentences how the search was made: what the server has filtered, and what it does not have. */
export function describeNotes(coverage: Coverage, env: Environment): string {
  const { readFrom, sentFilters, accessLog, narrowed } = coverage;
  const { times, locale } = env;
  const strings = env.completeTexts(coverageNotes);
  const named = sentFilters.filter((field) => field in strings.textFilters);
  return [
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

/** Says that logs of the older part may be archived; "" if that is not known. */
export function describeOldest(coverage: Coverage, { completeTexts, times }: Environment): string {
  const { oldest } = coverage;
  if (oldest === undefined) return "";
  const when = (isLongRead(coverage) ? times.day : times.dayAndTime)(oldest);
  return completeTexts(coverageNotes).coverageOldest(when);
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
export function listWarnings(coverage: Coverage, { completeTexts, times, locale }: Environment): string[] {
  const { cut, outside, undated, unreadable, habits, doubled, clockAhead } = coverage;
  const strings = completeTexts(coverageNotes);
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
