import type { CalendarDate, WallTime } from "./wall-time.js";

/**
 * The functions of Temporal that the viewer uses. The list is short, so that the polyfill is small. Instants are in milliseconds
 * since 1970-01-01T00:00Z; zones are IANA names.
 *
 * @throws RangeError for a text that is not a time, and for an unknown zone
 */
export interface ZonedCalendar {
  /** Reads an ISO 8601 text with an offset. */
  parseInstant(text: string): number;
  /** Reads an ISO 8601 text without an offset, as a wall time in its zone in brackets or in `zone`. */
  parseWallTime(text: string, zone: string): number;
  wallTime(instant: number, zone: string): WallTime;
  /**
   * The instants at which the clock shows this time. They differ only if the clock shows it twice. If the clock skips it, they
   * are the time that the clock shows instead.
   */
  instants(wall: WallTime, zone: string): readonly [first: number, last: number];
  /** Midnight, or the start of a day without midnight. */
  startOfDay(date: CalendarDate, zone: string): number;
  addDays(date: CalendarDate, days: number): CalendarDate;
  /** If the month is too short, returns its last day: one month after January 31 is the last day of February. */
  addMonths(date: CalendarDate, months: number): CalendarDate;
  daysInMonth(date: CalendarDate): number;
  /** 1 is Monday, 7 is Sunday. */
  dayOfWeek(date: CalendarDate): number;
}
