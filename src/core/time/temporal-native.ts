import type { ZonedCalendar } from "./zoned-calendar.js";
import { toCalendarDate, toWallTime, type CalendarDate, type WallTime } from "./wall-time.js";

/** @param temporal the namespace object of ECMAScript Temporal */
export function createNativeCalendar({
  Instant,
  PlainDate,
  PlainDateTime,
  ZonedDateTime,
}: typeof Temporal): ZonedCalendar {
  const plainDate = ({ year, month, day }: CalendarDate) => new PlainDate(year, month, day);
  const plainDateTime = ({ year, month, day, hour, minute, second, millisecond }: WallTime) =>
    new PlainDateTime(year, month, day, hour, minute, second, millisecond);

  return {
    parseInstant: (text) => Instant.from(text).epochMilliseconds,
    parseWallTime(text, zone) {
      const zoned = /\[/.test(text) ? ZonedDateTime.from(text) : PlainDateTime.from(text).toZonedDateTime(zone);
      return zoned.epochMilliseconds;
    },
    wallTime: (instant, zone) => toWallTime(Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)),
    instants(wall, zone) {
      const plain = plainDateTime(wall);
      const last = plain.toZonedDateTime(zone, { disambiguation: "later" });
      return [plain.toZonedDateTime(zone).epochMilliseconds, last.epochMilliseconds];
    },
    startOfDay: (date, zone) => plainDate(date).toZonedDateTime(zone).epochMilliseconds,
    addDays: (date, days) => toCalendarDate(plainDate(date).add({ days })),
    addMonths: (date, months) => toCalendarDate(plainDate(date).add({ months })),
    daysInMonth: (date) => plainDate(date).daysInMonth,
    dayOfWeek: (date) => plainDate(date).dayOfWeek,
  };
}
