import { isInstant } from "../clock.js";
import type { Span } from "../coverage.js";
import { AuditLogError } from "../errors.js";
import type { RangeFilter, RangePreset } from "../filters/filters.js";
import type { ZonedCalendar } from "./zoned-calendar.js";

/** What turns a range into instants: presets mean something only at a time, in a zone, in a country. */
export interface RangeSetting {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** IANA id. */
  readonly zone: string;
  /** First day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** A range frozen as instants. */
export interface ResolvedRange {
  readonly span: Span;
  /** The range ends now, so that a server whose clock is ahead must be asked past the browser's clock. */
  readonly endsNow: boolean;
}

/** Why a range is none: an end that cannot be read, or one that does not lie after the start. */
export type RangeProblem = "unreadable-start" | "unreadable-end" | "end-before-start";

export function resolveRange(
  range: RangeFilter,
  setting: RangeSetting,
  temporal: ZonedCalendar,
): ResolvedRange | RangeProblem {
  if ("preset" in range) {
    if (!isInstant(setting.now)) throw new AuditLogError("aborted", "The clock of this page cannot be read.");
    return { span: { from: presetStart(range.preset, setting, temporal), until: setting.now }, endsNow: true };
  }
  const from = instant(range.from, setting.zone, temporal);
  if (from === undefined) return "unreadable-start";
  const until = instant(range.until, setting.zone, temporal);
  if (until === undefined) return "unreadable-end";
  return until > from ? { span: { from, until }, endsNow: false } : "end-before-start";
}

const HOUR = 3_600_000;

/**
 * Days and weeks start at local midnight (where a day has none, when it begins); `last-N-days` are N x 24 hours; months
 * back keep the wall time and clamp the day.
 */
function presetStart(preset: RangePreset, { now, zone, weekStart }: RangeSetting, temporal: ZonedCalendar): number {
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

/** An ISO 8601 text as an instant; without an offset it is wall time in its bracketed zone, or else in `zone`. */
function instant(text: string, zone: string, temporal: ZonedCalendar): number | undefined {
  try {
    return temporal.parseInstant(text);
  } catch {
    // A RangeError says that it is no date, or one without an offset: wall time comes next.
  }
  try {
    return temporal.parseWallTime(text, zone);
  } catch {
    // A RangeError says that the text is no date; the caller turns that into a sentence at the field.
    return undefined;
  }
}

interface WeekInfo {
  firstDay: number;
}

/** Regions whose week begins on another day than Monday, for browsers that cannot tell (source: Unicode CLDR, weekData). */
const SATURDAY_FIRST = /^(?:AF|BH|DJ|DZ|EG|IQ|IR|JO|KW|LY|OM|QA|SD|SY)$/;
const SUNDAY_FIRST =
  /^(?:A[GS]|B[DRSTWZ]|C[AO]|D[MO]|ET|G[TU]|H[KN]|I[DLNS]|J[MP]|K[EHR]|LA|M[HMOTXZ]|N[IP]|P[AEHKRTY]|S[AGV]|T[HTW]|U[MS]|V[EI]|WS|YE|Z[AW])$/;

/** The first day of the week in a locale: 1 is Monday, 7 is Sunday. */
export function weekStartOf(locale: string): number {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): WeekInfo; weekInfo?: WeekInfo };
    const info = known.getWeekInfo?.() ?? known.weekInfo;
    if (info) return info.firstDay;
    const region = known.maximize().region ?? "";
    if (SATURDAY_FIRST.test(region)) return 6;
    return SUNDAY_FIRST.test(region) ? 7 : 1;
  } catch {
    // Not a locale at all: ISO 8601's Monday.
    return 1;
  }
}
