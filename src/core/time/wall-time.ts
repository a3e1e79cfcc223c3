/** A date of the ISO calendar; months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** What a clock on the wall shows. */
export interface WallTime extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/*
 * Plain copies: Temporal's objects have getters, which neither a copy nor a comparison sees.
 */
export const calendarDate = ({ year, month, day }: CalendarDate): CalendarDate => ({ year, month, day });

export const wallTime = ({ year, month, day, hour, minute, second, millisecond }: WallTime): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  millisecond,
});
