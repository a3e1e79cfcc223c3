import { DAY, toDay, toDate, toFirstDay, type Day, type Month } from "./calendar-month.js";
import { contains, fold, hasPrefix } from "../text/text.js";

/** Writes and reads dates and times of day in a locale. Times of day are in minutes since midnight. */
export interface DateWords {
  /** For a field: "Oct 22, 2026". */
  date(day: Day): string;
  /** "Oct 22". */
  short(day: Day): string;
  /** "Thursday, October 22, 2026". */
  full(day: Day): string;
  /** "9:05 PM". */
  time(minute: number): string;
  /** "October 2026". */
  month(month: Month): string;
  /** The number of a day in its month: "22". */
  number(day: Day): string;
  /** The days of the week in order, beginning with `weekStart`: "S" and "Sunday". */
  weekdays(weekStart: number): { letter: string; name: string }[];
  /** Reads the texts of `date`, numbers in the order of the locale, and ISO 8601. Without a year, the date is in that of `today`. */
  readDate(text: string, today: Day): Day | undefined;
  /** Reads the texts of `time`, and `9:05`, `9:05 am`, `21:05`, `9 pm`. */
  readTime(text: string): number | undefined;
}

/** 1970-01-05, the first Monday, as a number of days. */
const MONDAY = 4;
const WEEK = [0, 1, 2, 3, 4, 5, 6];
const YEAR = [...WEEK, 7, 8, 9, 10, 11];
/** Direction marks, which some languages put between numbers. */
const MARKS = /[\u061c\u200e\u200f]/g;
const SEPARATORS = /[\d.,/:\-\s]+/g;

export function createDateWords(locale: string): DateWords {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", calendar: "gregory", ...options });
  const fields = { year: "numeric", month: "short", day: "numeric" } as const;
  const date = formatter(fields);
  const short = formatter({ month: "short", day: "numeric" });
  const full = formatter({ dateStyle: "full" });
  const time = formatter({ hour: "numeric", minute: "2-digit" });
  const month = formatter({ year: "numeric", month: "long" });
  const letter = formatter({ weekday: "narrow" });
  const weekday = formatter({ weekday: "long" });
  const numeric = formatter({ ...fields, month: "numeric" });

  const of = (format: Intl.DateTimeFormat) => (day: Day) => format.format(day * DAY);
  /** `Intl` is slow, and a calendar needs the same words each time that it is rendered. */
  const remember = <Value>(make: (key: number) => Value) => {
    const kept = new Map<number, Value>();
    return (key: number): Value => {
      if (!kept.has(key)) kept.set(key, make(key));
      return kept.get(key)!;
    };
  };
  const part = (format: Intl.DateTimeFormat, ms: number, wanted: string) =>
    plain(format.formatToParts(ms).find(({ type }) => type === wanted)?.value ?? "");

  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const digit = new Map([...WEEK, 7, 8, 9].map((value) => [digits.format(value), String(value)]));
  const plain = (text: string) => fold(text.replace(MARKS, "").replace(/\p{Nd}/gu, (one) => digit.get(one) ?? one));
  const letters = (text: string) => fold(text.replace(SEPARATORS, " "));
  const numbers = (text: string) => text.match(/\d+/g) ?? [];

  const order = numeric
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === "year" || type === "month" || type === "day");
  // Lists in which the months have no different names are not used: some languages write months as numbers.
  const lists = [date, formatter({ ...fields, month: "long" }), month]
    .map((format) => YEAR.map((at) => letters(part(format, Date.UTC(2026, at, 15), "month"))))
    .filter((list) => new Set(list).size === 12);
  const names = YEAR.map((at) => lists.map((list) => list[at]!));

  /** Finds the month in a text, from 1 to 12: by its full name, or by a prefix that only one month has. */
  const findMonth = (text: string): number | undefined => {
    let [best, length] = [-1, 0];
    names.forEach((own, at) =>
      own.forEach((name) => {
        if (name.length > length && contains(text, name)) [best, length] = [at, name.length];
      }),
    );
    if (best !== -1) return best + 1;
    const hasPrefixIn = (own: string[]) =>
      text.split(" ").some((word) => word.length > 2 && own.some((name) => hasPrefix(name, word)));
    const found = names.filter(hasPrefixIn);
    return found.length === 1 ? names.indexOf(found[0]!) + 1 : undefined;
  };

  /** The word that a language adds to hours: "h", "Uhr". */
  const hourWord = letters(
    time.formatToParts(0).reduce((text, { type, value }) => (type === "literal" ? text + plain(value) : text), ""),
  );

  return {
    date: of(date),
    short: of(short),
    full: remember(of(full)),
    time: (minute) => time.format(minute * 60_000),
    month: (value) => month.format(toFirstDay(value) * DAY),
    number: remember((day) => digits.format(toDate(day).day)),
    weekdays: remember((weekStart) =>
      WEEK.map((at) => {
        const day = MONDAY + weekStart - 1 + at;
        return { letter: of(letter)(day), name: of(weekday)(day) };
      }),
    ),

    readDate(written, today) {
      const text = plain(written);
      const values = numbers(text);
      const words = letters(text);
      const byName = values.length < 3 ? findMonth(words) : undefined;
      if (values.length < 3 && byName === undefined && /\p{L}{3}/u.test(words)) return undefined;
      const yearFirst = values[0]?.length === 4;
      let keys = byName === undefined ? (yearFirst ? ["year", "month", "day"] : order) : ["day", "year"];
      if (byName !== undefined && yearFirst) keys = ["year", "day"];
      // The user may leave out the year.
      if (values.length === keys.length - 1) keys = keys.filter((key) => key !== "year");
      if (values.length !== keys.length) return undefined;
      const value = (key: string) => {
        const found = values[keys.indexOf(key)];
        return found === undefined ? undefined : Number(found);
      };
      const year = value("year") ?? toDate(today).year;
      const read = { year: year < 100 ? year + 2000 : year, month: byName ?? value("month")!, day: value("day")! };
      const day = toDay(read);
      const back = toDate(day);
      const exists = back.year === read.year && back.month === read.month && back.day === read.day;
      return exists && read.year >= 1970 && read.year < 9999 ? day : undefined;
    },

    readTime(written) {
      const text = plain(written);
      const found = /(\d{1,2})(?:\D{1,3}(\d\d))?(?!.*\d)/.exec(text);
      if (!found || numbers(text).join("") !== found[1]! + (found[2] ?? "")) return undefined;
      const word = letters(text);
      const half = (hour: number) => {
        const own = letters(part(time, hour * 3_600_000, "dayPeriod"));
        return own !== "" && (word === own || word.replace(/\s/g, "") === own.replace(/\s/g, ""));
      };
      const isPm = half(21) || /^p ?m?$/.test(word);
      const isAm = half(9) || /^a ?m?$/.test(word);
      if (word !== "" && word !== "h" && word !== hourWord && !isAm && !isPm) return undefined;
      const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
      if (minute > 59 || hour > 23 || ((isAm || isPm) && (hour > 12 || hour === 0))) return undefined;
      return (isAm || isPm ? (hour % 12) + (isPm ? 12 : 0) : hour) * 60 + minute;
    },
  };
}
