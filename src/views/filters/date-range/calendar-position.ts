import { addMonths, countDaysIntoWeek, toMonth, type Day, type Month } from "../../../core/time/calendar-month.js";

/** The months on the screen and the day that Tab reaches. */
export interface CalendarPosition {
  /** The last month on the screen. */
  readonly month: Month;
  readonly active: Day;
}

/** What limits the position. */
export interface CalendarFrame {
  readonly today: Day;
  /** Whether there is room for one month only. */
  readonly isNarrow: boolean;
}

export function createPosition(day: Day, { today }: CalendarFrame): CalendarPosition {
  const active = Math.min(day, today);
  return { active, month: toMonth(active) };
}

export function listVisibleMonths({ month }: CalendarPosition, { isNarrow }: CalendarFrame): [Month, ...Month[]] {
  return isNarrow ? [month] : [month - 1, month];
}

/** Moves the active day into the months on the screen, to the same day of the nearest month. */
export function keepActiveVisible(position: CalendarPosition, frame: CalendarFrame): CalendarPosition {
  const { month, active } = position;
  const [first] = listVisibleMonths(position, frame);
  const before = toMonth(active);
  const after = Math.min(Math.max(before, first), month);
  return { month, active: Math.min(addMonths(active, after - before), frame.today) };
}

export function turnMonths({ month, active }: CalendarPosition, by: 1 | -1, frame: CalendarFrame): CalendarPosition {
  return keepActiveVisible({ month: month + by, active }, frame);
}

/** Makes a day active and turns to its month. */
export function moveToDay(position: CalendarPosition, day: Day, frame: CalendarFrame): CalendarPosition {
  const active = Math.max(0, Math.min(day, frame.today));
  const [first] = listVisibleMonths(position, frame);
  const shown = toMonth(active);
  const month = shown < first ? position.month + shown - first : Math.max(shown, position.month);
  return { month, active };
}

/** How a key moves in the calendar. */
export interface KeySetting {
  readonly isRightToLeft: boolean;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/**
 * The day that a key leads to from another one; undefined for other keys.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/
 */
export function findDayForKey(
  day: Day,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
  { isRightToLeft, weekStart }: KeySetting,
): Day | undefined {
  const forward = isRightToLeft ? -1 : 1;
  const weekBegin = day - countDaysIntoWeek(day, weekStart);
  const months = shiftKey ? 12 : 1;
  const days: Readonly<Record<string, Day>> = {
    ArrowLeft: day - forward,
    ArrowRight: day + forward,
    ArrowUp: day - 7,
    ArrowDown: day + 7,
    Home: weekBegin,
    End: weekBegin + 6,
    PageUp: addMonths(day, -months),
    PageDown: addMonths(day, months),
  };
  return Object.hasOwn(days, key) ? days[key] : undefined;
}
