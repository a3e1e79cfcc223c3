import { isInstant } from "../clock.js";
import type { Span } from "../coverage.js";
import { AuditLogError } from "../errors.js";
import type { RangeFilter, RangePreset } from "../filters/filters.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

/** The facts that turn a range into instants. Presets depend on the time, the zone and the first day of the week. */
export interface RangeSetting {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** An IANA time zone name. */
  readonly zone: string;
  /** The first day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** A range as instants. */
export interface ResolvedRange {
  readonly span: Span;
  /** The range ends now. If the server's clock is ahead, the requests must go past the browser's clock. */
  readonly endsNow: boolean;
}

/** The reason why a range is invalid. */
export type RangeProblem = "unreadable-start" | "unreadable-end" | "end-before-start";

export function resolveRange(
  range: RangeFilter,
  setting: RangeSetting,
  temporal: ZonedCalendar,
): ResolvedRange | RangeProblem {
  if ("preset" in range) {
    if (!isInstant(setting.now)) throw new AuditLogError("aborted", "The clock of this page cannot be read.");
    return { span: { from: findPresetStart(range.preset, setting, temporal), until: setting.now }, endsNow: true };
  }
  const from = readInstant(range.from, setting.zone, temporal);
  if (from === undefined) return "unreadable-start";
  const until = readInstant(range.until, setting.zone, temporal);
  if (until === undefined) return "unreadable-end";
  return until > from ? { span: { from, until }, endsNow: false } : "end-before-start";
}

const HOUR = 3_600_000;

/**
 * Finds the start of a preset. Days and weeks start at local midnight, or at the start of a day without midnight. `last-N-days`
 * is N times 24 hours. Presets of months keep the wall time; if the month is too short, they use its last day.
 */
function findPresetStart(preset: RangePreset, { now, zone, weekStart }: RangeSetting, temporal: ZonedCalendar): number {
  const wall = temporal.wallTime(now, zone);
  const monthsBack = (months: number) => temporal.instants({ ...wall, ...temporal.addMonths(wall, -months) }, zone)[0];
  switch (preset) {
    case "last-24-hours":
      return now - 24 * HOUR;
    case "today":
      return temporal.startOfDay(wall, zone);
    case "this-week": {
      const daysBack = (temporal.dayOfWeek(wall) - weekStart + 7) % 7;
      return temporal.startOfDay(temporal.addDays(wall, -daysBack), zone);
    }
    case "last-7-days":
      return now - 7 * 24 * HOUR;
    case "last-30-days":
      return now - 30 * 24 * HOUR;
    case "this-month":
      return temporal.startOfDay({ ...wall, day: 1 }, zone);
    case "last-3-months":
      return monthsBack(3);
    case "last-6-months":
      return monthsBack(6);
    case "last-year":
      return monthsBack(12);
  }
}

/** Reads an ISO 8601 text. Without an offset, it is a wall time in its zone in brackets or in `zone`. */
function readInstant(text: string, zone: string, temporal: ZonedCalendar): number | undefined {
  try {
    return temporal.parseInstant(text);
  } catch {
    // A RangeError: the text is not a date, or it has no offset. The next step tries it as a wall time.
  }
  try {
    return temporal.parseWallTime(text, zone);
  } catch {
    // A RangeError: the text is not a date. The field shows the problem.
    return undefined;
  }
}

interface WeekInfo {
  firstDay: number;
}

/** The regions whose week does not start on Monday, for browsers without week data (source: Unicode CLDR, weekData). */
const SATURDAY_FIRST = /^(?:AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)$/;
const SUNDAY_FIRST =
  /^(?:A[GS]|B[DRSTWZ]|C[AO]|D[MO]|ET|G[TU]|H[KN]|I[DLNS]|J[MP]|K[EHR]|LA|M[HMOTXZ]|N[IP]|P[AEHKRTY]|S[AGV]|T[HTW]|U[MS]|V[EI]|WS|YE|Z[AW])$/;

/** The first day of the week in a locale: 1 is Monday, 7 is Sunday. */
export function findWeekStart(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };
    const info = known.getWeekInfo?.() ?? known.weekInfo;
    if (info) return info.firstDay;
    const region = known.maximize().region ?? "";
    if (SATURDAY_FIRST.test(region)) return 6;
    return SUNDAY_FIRST.test(region) ? 7 : 1;
  } catch {
    // The text is not a locale. ISO 8601 weeks start on Monday.
    return 1;
  }
}
