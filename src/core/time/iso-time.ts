/**
 * Reads and writes ISO 8601 with integers only: host pages replace methods of `Date`, and the worker does not load Temporal. The
 * calendar is the proleptic Gregorian one; the arithmetic of days follows H. Hinnant, "chrono-compatible low-level date
 * algorithms".
 */
const DAY = 86_400_000;

/** The number of days from 1970-01-01 to a date. */
function countDaysBefore(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date of a day. @param days since 1970-01-01 */
export function toCivilDate(days: number): { year: number; month: number; day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

/** Formats a date: `2026-11-23`. Years have at least four digits; negative years have a minus sign. @param days since 1970-01-01 */
export function formatIsoDate(days: number): string {
  const { year, month, day } = toCivilDate(days);
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}`;
}

/** Formats an instant without fractions of a second: `2026-11-23T08:15:07Z`. @param time milliseconds since 1970-01-01T00:00Z */
export function formatIsoSeconds(time: number): string {
  const days = Math.floor(time / DAY);
  const seconds = Math.floor((time - days * DAY) / 1000);
  const clock = `${pad(Math.floor(seconds / 3600))}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return `${formatIsoDate(days)}T${clock}Z`;
}

/** The parts of a timestamp. */
export interface ParsedTimestamp {
  /** The date and time as if they were in UTC, in milliseconds since 1970-01-01T00:00Z. */
  readonly wall: number;
  /** Minutes east of UTC; undefined if the text has no offset. */
  readonly offsetMinutes: number | undefined;
  /** The time zone in brackets; `""` if there is none. */
  readonly zone: string;
}

const TIMESTAMP =
  /^\s*(\d{4})-(\d{2})-(\d{2})[ Tt](\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?\s*(?:([Zz])|([+-])(\d{2}):?(\d{2}))?(?:\[([^\]]+)\])?\s*$/;

/**
 * Reads the timestamps that the API documents: `2023-11-27 13:00:00`, with `T`, with `Z` or an offset, with a time zone in
 * brackets. Returns undefined for other texts and for impossible dates and times.
 */
export function parseTimestamp(text: string): ParsedTimestamp | undefined {
  const found = TIMESTAMP.exec(text);
  if (!found) return undefined;
  const [, year, month, day, hour, minute, second, fraction, utc, sign, offsetHour, offsetMinute, zone] = found;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  const days = countDaysBefore(date.year, date.month, date.day);
  const back = toCivilDate(days);
  if (back.year !== date.year || back.month !== date.month || back.day !== date.day) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const millis = fraction ? Math.floor(Number(`0.${fraction}`) * 1000) : 0;
  const wall = days * DAY + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + millis;
  let offsetMinutes: number | undefined;
  if (utc) offsetMinutes = 0;
  else if (sign) {
    if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
    offsetMinutes = (sign === "-" ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  }
  return { wall, offsetMinutes, zone: zone ?? "" };
}
