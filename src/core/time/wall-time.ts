/** A date of the ISO calendar. Months and days count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A date and time of day without a zone. */
export interface WallTime extends CalendarDate {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
}

/* These create plain objects. The objects of Temporal have getters, so they cannot be copied or compared. */
export const toCalendarDate = ({ year, month, day }: CalendarDate): CalendarDate => ({ year, month, day });

export const toWallTime = ({ year, month, day, hour, minute, second, millisecond }: WallTime): WallTime => ({
  year,
  month,
  day,
  hour,
  minute,
  second,
  millisecond,
});
