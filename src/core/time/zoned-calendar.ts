import type { CalendarDate, WallTime } from "./wall-time.js";

/**
 * What the viewer needs of Temporal, and no more, so that browsers without it fetch little. Instants are milliseconds since
 * 1970-01-01T00:00Z, zones are IANA ids. What cannot be read or does not exist throws a RangeError.
 */
export interface ZonedCalendar {
  /** The instant of an ISO 8601 text that has an offset. */
  parseInstant(text: string): number;
  /** The instant of an ISO 8601 text without one: wall time in its bracketed zone, or else in `zone`. */
  parseWallTime(text: string, zone: string): number;
  wallTime(instant: number, zone: string): WallTime;
  /**
   * When a clock shows this time: two instants where it is turned back, else the same one twice. A time that is left out
   * means what the clock showed instead.
   */
  instants(wall: WallTime, zone: string): readonly [first: number, last: number];
  /** Midnight, or when the day begins where it has none. */
  startOfDay(date: CalendarDate, zone: string): number;
  addDays(date: CalendarDate, days: number): CalendarDate;
  /** Clamps the day: one month after 31 January is the last day of February. */
  addMonths(date: CalendarDate, months: number): CalendarDate;
  daysInMonth(date: CalendarDate): number;
  /** 1 is Monday, 7 is Sunday. */
  dayOfWeek(date: CalendarDate): number;
}
