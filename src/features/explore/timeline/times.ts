import { findWeekStart } from "../../../core/time/time-range.js";
import type { TimeFormatter } from "../../../core/time/time-format.js";
import { ZoneOffsets } from "../../../core/time/zone-offsets.js";
import type { Span } from "../../../core/coverage.js";
import type { BarWidth, Ticks, ZoneRules } from "./bars.js";

/** Formats the times of a timeline in the zone and the locale of the user. */
export interface TimelineTimes {
  readonly rules: ZoneRules;
  /** A bar or a selection: "Nov 20", "Nov 20, 10 AM to 12 PM". @param join joins its start and its end */
  span(span: Span, join: (from: string, until: string) => string): string;
  /** A single time: "Nov 20" at midnight, else "Nov 20, 10 AM". */
  point(time: number): string;
  /** The labels of an axis. */
  ticks(ticks: Ticks): string[];
}

const DAY = 86_400;
const HOUR = 3_600_000;
/** The limit of ECMAScript's dates, in seconds. */
const LIMIT = 8.64e12;

/** Reads the offsets of a zone. A page that has broken `Intl` gets times in UTC, as in the rows. */
export function createRules(zone: string, locale: string): ZoneRules {
  let offsets: ZoneOffsets | undefined;
  try {
    offsets = new ZoneOffsets(zone);
  } catch {
    // Also the formatter of the rows uses UTC then.
  }
  return {
    offsetAt: (second) => offsets?.at(Math.max(-LIMIT, Math.min(LIMIT - 1, second))) ?? 0,
    weekStart: findWeekStart(locale),
  };
}

export function createTimes({ locale, zone, ...times }: TimeFormatter, now: () => number): TimelineTimes {
  const rules = createRules(zone, locale);
  const format = (options: Intl.DateTimeFormatOptions) => {
    let own: Intl.DateTimeFormat | undefined;
    return (time: number) => {
      try {
        return (own ??= new Intl.DateTimeFormat(locale, { timeZone: zone, ...options })).format(time);
      } catch {
        return times.dayAndTime(time);
      }
    };
  };
  /** Creates formats for whole hours and for other times: "10 AM", "10:30 AM". Without a word beside it, an hour has minutes. */
  const clock = (options: Intl.DateTimeFormatOptions) => {
    const hours = format({ ...options, hour: "numeric" });
    const minutes = format({ ...options, hour: "numeric", minute: "2-digit" });
    return (time: number) => (hasHourWord && secondsOfDay(time) % 3600 === 0 ? hours : minutes)(time);
  };
  const wall = (time: number) => {
    const second = Math.floor(time / 1000);
    return second + rules.offsetAt(second);
  };
  const dayOf = (time: number) => Math.floor(wall(time) / DAY);
  const secondsOfDay = (time: number) => wall(time) - dayOf(time) * DAY;

  const hasHourWord = /\p{L}/u.test(format({ hour: "numeric" })(0));
  const date = { month: "short", day: "numeric" } as const;
  const year = format({ year: "numeric" });
  const month = format({ month: "short" });
  const monthOfYear = format({ month: "short", year: "numeric" });
  const shortDay = format(date);
  const time = clock({});
  const thisYear = clock(date);
  const otherYear = clock({ ...date, year: "numeric" });
  const zoned = clock({ timeZoneName: "short" });
  const zonedDay = clock({ ...date, timeZoneName: "short" });
  const dayAndTime = (at: number) => (year(at) === year(now()) ? thisYear : otherYear)(at);
  const point = (at: number) => (secondsOfDay(at) === 0 ? times.day(at) : dayAndTime(at));

  return {
    rules,
    point,
    span({ from, until }, join) {
      const last = until - 1;
      if (secondsOfDay(from) === 0 && secondsOfDay(until) === 0) {
        return dayOf(from) === dayOf(last) ? times.day(from) : join(times.day(from), times.day(last));
      }
      const isOneDay = dayOf(from) === dayOf(last);
      // Near a clock change the hours are told apart by the name of the zone.
      const isUnclear = rules.offsetAt((from - 2 * HOUR) / 1000) !== rules.offsetAt((until + 2 * HOUR) / 1000);
      if (isOneDay && isUnclear) return join(zonedDay(from), zoned(until));
      return join(dayAndTime(from), (isOneDay ? time : dayAndTime)(until));
    },
    ticks({ times: all, width }) {
      if (width.unit === "year") return all.map(year);
      if (width.unit === "month") {
        return all.map((at, index) => (index === 0 || year(at) !== year(all[index - 1]!) ? monthOfYear : month)(at));
      }
      if (!isOfDay(width)) return all.map(shortDay);
      const hasDay = all.some((at) => secondsOfDay(at) === 0);
      return all.map((at, index) => {
        if (secondsOfDay(at) === 0) return shortDay(at);
        return index === 0 && !hasDay ? thisYear(at) : time(at);
      });
    },
  };
}

const isOfDay = ({ unit }: BarWidth): boolean => unit === "minute" || unit === "hour";
