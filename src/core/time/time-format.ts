import { isInstant } from "../clock.js";

/**
 * Formats times for people, in one zone and one locale. It passes milliseconds to `Intl`, because host pages replace
 * `Date.prototype.toString` and similar methods.
 */
export interface TimeFormatter {
  readonly locale: string;
  readonly zone: string;
  /** For a row: the date, with the year only if it is another one ("Nov 22"), and the time with seconds ("06:41:09 PM"). */
  cell(time: number): { date: string; time: string };
  /** The whole time with its zone: "Nov 22, 2026, 06:41:09 PM EST". */
  full(time: number): string;
  /** For a sentence: "Sunday, November 22", with the year only if it is another one, and "6:41 PM". */
  spoken(time: number): { date: string; time: string };
  /** For ranges and coverage: "Nov 14", or "Nov 14, 2025". */
  day(time: number): string;
  /** "Nov 14, 3:00 PM". */
  dayAndTime(time: number): string;
  /** The time in UTC and in the browser's own zone, but only if it differs from `full`. */
  elsewhere(time: number): { utc?: string; local?: string };
}

/** The positions of the date and the time in a plain time. */
const DATE: [number, number] = [0, 10];
const CLOCK: [number] = [11];

/** Formats a time in UTC and ISO 8601, "2026-11-23T08:15:07Z", if the page has broken `Intl`. */
function toPlainTime(time: number): string {
  return isInstant(time) ? new Date(time).toISOString().replace(/\.\d+/, "") : "-";
}

/**
 * @param zone an IANA name that the browser knows; check it first with `isTimeZone`
 * @param now returns the current time, whose year is left out; in milliseconds since 1970-01-01T00:00Z
 * @param onFailure called if `Intl` throws; then the time is in UTC
 */
export function createTimeFormatter(
  locale: string,
  zone: string,
  now: () => number,
  onFailure: () => void = () => undefined,
): TimeFormatter {
  /** Creates the format at its first use. @param part the same part of a plain time */
  const lazy = (options: Intl.DateTimeFormatOptions, part?: [from: number, until?: number]) => {
    let format: Intl.DateTimeFormat | undefined;
    return (time: number) => {
      try {
        return (format ??= new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })).format(time);
      } catch {
        onFailure();
        return toPlainTime(time).slice(...(part ?? []));
      }
    };
  };
  const year = lazy({ year: "numeric" }, [0, 4]);
  const inYear = (short: (time: number) => string, long: (time: number) => string) => (time: number) =>
    (year(time) === year(now()) ? short : long)(time);

  const month = { month: "short", day: "numeric" } as const;
  const seconds = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  const minutes = { hour: "numeric", minute: "2-digit" } as const;
  const weekday = { weekday: "long", month: "long", day: "numeric" } as const;

  const day = inYear(lazy(month, DATE), lazy({ ...month, year: "numeric" }, DATE));
  const clock = lazy(seconds, CLOCK);
  const full = lazy({ ...month, year: "numeric", ...seconds, timeZoneName: "short" });
  const spokenDay = inYear(lazy(weekday, DATE), lazy({ ...weekday, year: "numeric" }, DATE));
  const spokenTime = lazy(minutes, CLOCK);
  const dayAndTime = inYear(lazy({ ...month, ...minutes }), lazy({ ...month, year: "numeric", ...minutes }));
  const whole = { ...month, year: "numeric", ...seconds } as const;
  const here = lazy(whole);
  const inUtc = lazy({ ...whole, timeZone: "UTC" });
  // Without a zone, `Intl` uses the browser's.
  const inBrowser = lazy({ ...whole, timeZone: undefined });

  return {
    locale,
    zone,
    cell: (time) => ({ date: day(time), time: clock(time) }),
    full,
    spoken: (time) => ({ date: spokenDay(time), time: spokenTime(time) }),
    day,
    dayAndTime,
    elsewhere: (time) => {
      const [own, utc, local] = [here(time), inUtc(time), inBrowser(time)];
      return { ...(utc === own ? {} : { utc }), ...(local === own ? {} : { local }) };
    },
  };
}

/** The largest number of characters of a zone that is shown as a whole. */
const SHORT_ZONE = 12;

/** The name of a zone, or only its city if the name is long: "US/Eastern", "New York". */
export function shortenZone(zone: string): string {
  return zone.length > SHORT_ZONE ? zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ") : zone;
}

/** Whether the browser knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    // `Intl` throws a RangeError for an unknown zone.
    return false;
  }
}

/** The browser's own zone. */
export function findLocalZone(): string {
  try {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  } catch {
    // The page has broken `Intl`, so times are shown in UTC.
    return "UTC";
  }
}
