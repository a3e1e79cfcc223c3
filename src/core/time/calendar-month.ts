import type { CalendarDate } from "./wall-time.js";

/** A date as the number of days since 1970-01-01: no zone, no clock. */
export type Day = number;

/** A month counted through: twelve times the year, plus 0 for January. */
export type Month = number;

/** Milliseconds of a day. */
export const DAY = 86_400_000;

export const dayOf = ({ year, month, day }: CalendarDate): Day => Date.UTC(year, month - 1, day) / DAY;

export function dateOf(day: Day): CalendarDate {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function monthOf(day: Day): Month {
  const { year, month } = dateOf(day);
  return year * 12 + month - 1;
}

export const firstOf = (month: Month): Day => Date.UTC(Math.floor(month / 12), month % 12) / DAY;

/** The same day so many months later; the last of the month where that has no such day. */
export function addMonths(day: Day, months: number): Day {
  const month = monthOf(day) + months;
  return Math.min(firstOf(month) + dateOf(day).day, firstOf(month + 1)) - 1;
}

/** How many days before this one its week began; 1 is Monday, 7 is Sunday. */
export const daysIntoWeek = (day: Day, weekStart: number): number => (((day + 4 - weekStart) % 7) + 7) % 7;

/** The days of a month in rows of seven; what belongs to other months is undefined. */
export function weeksOf(month: Month, weekStart: number): (Day | undefined)[][] {
  const first = firstOf(month);
  const next = firstOf(month + 1);
  const weeks: (Day | undefined)[][] = [];
  for (let from = first - daysIntoWeek(first, weekStart); from < next; from += 7) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((at) => (from + at < first || from + at >= next ? undefined : from + at)));
  }
  return weeks;
}
