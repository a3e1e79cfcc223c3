import type { CalendarDate } from "./wall-time.js";

/** A date without a time zone, as the number of days since 1970-01-01. */
export type Day = number;

/** A month as a number: twelve times the year, plus 0 for January. */
export type Month = number;

/** In milliseconds. */
export const DAY = 86_400_000;

export const toDay = ({ year, month, day }: CalendarDate): Day => Date.UTC(year, month - 1, day) / DAY;

export function toDate(day: Day): CalendarDate {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function toMonth(day: Day): Month {
  const { year, month } = toDate(day);
  return year * 12 + month - 1;
}

export const toFirstDay = (month: Month): Day => Date.UTC(Math.floor(month / 12), month % 12) / DAY;

/** Adds months to a date. If the month is too short, returns its last day. */
export function addMonths(day: Day, months: number): Day {
  const month = toMonth(day) + months;
  return Math.min(toFirstDay(month) + toDate(day).day, toFirstDay(month + 1)) - 1;
}

/** The number of days since the start of the week. @param weekStart 1 for Monday to 7 for Sunday */
export const countDaysIntoWeek = (day: Day, weekStart: number): number => (((day + 4 - weekStart) % 7) + 7) % 7;

/** The days of a month in weeks of seven; days of other months are undefined. */
export function listWeeks(month: Month, weekStart: number): (Day | undefined)[][] {
  const first = toFirstDay(month);
  const next = toFirstDay(month + 1);
  const weeks: (Day | undefined)[][] = [];
  for (let from = first - countDaysIntoWeek(first, weekStart); from < next; from += 7) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((at) => (from + at < first || from + at >= next ? undefined : from + at)));
  }
  return weeks;
}
