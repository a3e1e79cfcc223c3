import { isInstant } from "../clock.js";

/**
 * Times as people read them, in one zone and one locale. Everything goes through `Intl` with epoch milliseconds: pages that
 * host the viewer replace `Date.prototype.toString` and its friends.
 */
export interface TimeFormatter {
  readonly locale: string;
  readonly zone: string;
  /** For a row: the date without the year when it is this year's ("Nov 22"), and the time to the second ("06:41:09 PM"). */
  cell(time: number): { date: string; time: string };
  /** With year and zone: "Nov 22, 2026, 06:41:09 PM EST". */
  full(time: number): string;
  /** For a sentence: "Sunday, November 22" (with the year when it is not this one) and "6:41 PM". */
  spoken(time: number): { date: string; time: string };
  /** For ranges and coverage: "Nov 14", or "Nov 14, 2025". */
  day(time: number): string;
  /** "Nov 14, 3:00 PM". */
  dayAndTime(time: number): string;
  /** The same instant in UTC and in the browser's own zone, each only where its clock shows another time. */
  elsewhere(time: number): { utc?: string; local?: string };
}

/** Where the date and the time are in a plain time. */
const DATE: [number, number] = [0, 10];
const CLOCK: [number] = [11];

/** The time in UTC and ISO 8601, "2026-11-23T08:15:07Z", where the page has broken the browser's formats. */
function plainTime(time: number): string {
  return isInstant(time) ? new Date(time).toISOString().replace(/\.\d+/, "") : "-";
}

/**
 * @param zone an IANA id; one that the browser does not know throws a RangeError, so check it first with `isTimeZone`
 * @param now decides which year needs no mention; milliseconds since 1970-01-01T00:00Z
 * @param onFailure told when a format throws; the time is written in UTC then
 */
export function createTimeFormatter(
  locale: string,
  zone: string,
  now: () => number,
  onFailure: () => void = () => undefined,
): TimeFormatter {
  /** @param part what of a plain time says the same */
  const lazy = (options: Intl.DateTimeFormatOptions, part?: [from: number, until?: number]) => {
    let format: Intl.DateTimeFormat | undefined;
    return (time: number) => {
      try {
        return (format ??= new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })).format(time);
      } catch {
        onFailure();
        return plainTime(time).slice(...(part ?? []));
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
  // No zone is the browser's.
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

/** Longer ids leave too little room for what stands beside them. */
const SHORT_ZONE = 12;

/** A zone's id, or its city alone where the id is long: "US/Eastern", "New York". */
export function shortZone(zone: string): string {
  return zone.length > SHORT_ZONE ? zone.slice(zone.lastIndexOf("/") + 1).replace(/_/g, " ") : zone;
}

/** Whether this browser knows the zone. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    // RangeError is how Intl says "unknown zone".
    return false;
  }
}

/** The browser's own zone. */
export function localZone(): string {
  try {
    return new Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  } catch {
    // A page that has broken it: times are written in UTC then.
    return "UTC";
  }
}
