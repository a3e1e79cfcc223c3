import { getISO } from "temporal-polyfill/fns/Calendar";
import * as Instants from "temporal-polyfill/fns/Instant";
import * as PlainDateTimes from "temporal-polyfill/fns/PlainDateTime";
import * as ZonedDateTimes from "temporal-polyfill/fns/ZonedDateTime";
import type { ZonedCalendar } from "./zoned-calendar.js";
import { toCalendarDate, toWallTime, type CalendarDate, type WallTime } from "./wall-time.js";

/*
 * For browsers without Temporal. The single functions of the polyfill are less than half as large as its classes. Dates are
 * date-times at noon, so that the functions for plain dates are not needed.
 */
const createPlainDateTime = ({ year, month, day, hour, minute, second, millisecond }: WallTime) =>
  PlainDateTimes.create(year, month, day, hour, minute, second, millisecond);
const createNoon = ({ year, month, day }: CalendarDate) => PlainDateTimes.create(year, month, day, 12);

export const polyfilledCalendar: ZonedCalendar = {
  parseInstant: (text) => Instants.fromString(text).epochMilliseconds,
  parseWallTime(text, zone) {
    const zoned = /\[/.test(text)
      ? ZonedDateTimes.fromString(text, getISO)
      : PlainDateTimes.toZonedDateTime(PlainDateTimes.fromString(text, getISO), zone);
    return zoned.epochMilliseconds;
  },
  wallTime: (instant, zone) => toWallTime(Instants.toZonedDateTimeISO(Instants.fromEpochMilliseconds(instant), zone)),
  instants(wall, zone) {
    const plain = createPlainDateTime(wall);
    const last = PlainDateTimes.toZonedDateTime(plain, zone, { disambiguation: "later" });
    return [PlainDateTimes.toZonedDateTime(plain, zone).epochMilliseconds, last.epochMilliseconds];
  },
  startOfDay: (date, zone) =>
    ZonedDateTimes.startOfDay(PlainDateTimes.toZonedDateTime(createNoon(date), zone)).epochMilliseconds,
  addDays: (date, days) => toCalendarDate(PlainDateTimes.addDays(createNoon(date), days)),
  addMonths: (date, months) => toCalendarDate(PlainDateTimes.addMonths(createNoon(date), months)),
  daysInMonth: (date) => PlainDateTimes.daysInMonth(createNoon(date)),
  dayOfWeek: (date) => PlainDateTimes.dayOfWeek(createNoon(date)),
};
