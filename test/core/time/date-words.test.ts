import { expect } from "@open-wc/testing";
import { toDate, toDay, listWeeks, addMonths } from "../../../src/core/time/calendar-month.js";
import { createDateWords } from "../../../src/core/time/date-words.js";

const TODAY = toDay({ year: 2026, month: 11, day: 23 });
const formatDay = (day: number | undefined) => {
  if (day === undefined) return undefined;
  const { year, month, day: of } = toDate(day);
  return `${year}-${String(month).padStart(2, "0")}-${String(of).padStart(2, "0")}`;
};

const LOCALES = [
  "en-US",
  "en-GB",
  "de",
  "es",
  "fr",
  "it",
  "pt-BR",
  "nl",
  "pl",
  "ru",
  "tr",
  "ja",
  "ko",
  "zh-CN",
  "ar-EG",
  "fa",
  "he",
  "hi",
  "th",
  "vi",
];

describe("dates and times in words", () => {
  for (const locale of LOCALES) {
    it(`${locale}: reads every date and time that it writes`, () => {
      const words = createDateWords(locale);
      for (let month = 1; month <= 12; month += 1) {
        for (const day of [1, 12, 13, 28]) {
          const date = toDay({ year: 2025, month, day });
          expect(formatDay(words.readDate(words.date(date), TODAY)), words.date(date)).to.equal(formatDay(date));
        }
      }
      for (let minute = 0; minute < 1440; minute += 7) {
        expect(words.readTime(words.time(minute)), words.time(minute)).to.equal(minute);
      }
    });
  }

  const DATES: readonly (readonly [locale: string, text: string, date: string | undefined])[] = [
    ["en-US", "9/3/2026", "2026-09-03"],
    ["en-US", "9/3", "2026-09-03"],
    ["en-US", "9-3-26", "2026-09-03"],
    ["en-US", "2026-9-3", "2026-09-03"],
    ["en-US", " 2026-09-03 ", "2026-09-03"],
    ["en-US", "sep 3", "2026-09-03"],
    ["en-US", "3 September 2026", "2026-09-03"],
    ["en-US", "SEPT 3, 2025", "2025-09-03"],
    ["en-US", "2/29/2024", "2024-02-29"],
    ["en-GB", "3/9/2026", "2026-09-03"],
    ["en-GB", "3 Sept", "2026-09-03"],
    ["de", "3.9.2026", "2026-09-03"],
    ["de", "3. September", "2026-09-03"],
    ["fr", "3/9/26", "2026-09-03"],
    ["fr", "1 août 2026", "2026-08-01"],
    ["fr", "1 juil. 2026", "2026-07-01"],
    ["es", "3 de septiembre de 2026", "2026-09-03"],
    ["ja", "2026年9月3日", "2026-09-03"],
    ["en-US", "2/29/2026", undefined],
    ["en-US", "13/1/2026", undefined],
    ["en-US", "Ju 3", undefined],
    ["en-US", "Foo 3 4", undefined],
    ["en-US", "3", undefined],
    ["en-US", "", undefined],
    ["en-US", "tomorrow", undefined],
    ["en-US", "0/0/0", undefined],
    ["en-US", "1/1/1969", undefined],
    ["en-US", "2026-09-03T10:00", undefined],
    ["fr", "1 jui 2026", undefined],
  ];
  for (const [locale, text, date] of DATES) {
    it(`${locale}: "${text}" is ${date ?? "no date"}`, () => {
      expect(formatDay(createDateWords(locale).readDate(text, TODAY))).to.equal(date);
    });
  }

  const TIMES: readonly (readonly [locale: string, text: string, minute: number | undefined])[] = [
    ["en-US", "9:05", 545],
    ["en-US", "9:05 am", 545],
    ["en-US", "9:05PM", 1265],
    ["en-US", "9 p.m.", 1260],
    ["en-US", "21:05", 1265],
    ["en-US", "12 am", 0],
    ["en-US", "12:30 pm", 750],
    ["en-US", "9", 540],
    ["en-US", "0:00", 0],
    ["de", "21:05 Uhr", undefined],
    ["de", "21.05", 1265],
    ["fr", "21 h 05", 1265],
    ["fr", "21h05", 1265],
    ["es", "9:05 p. m.", 1265],
    ["en-US", "24:00", undefined],
    ["en-US", "9:60", undefined],
    ["en-US", "13:00 pm", undefined],
    ["en-US", "0:10 am", undefined],
    ["en-US", "9:05:30", undefined],
    ["en-US", "noon", undefined],
    ["en-US", "9:05 xm", undefined],
    ["en-US", "-", undefined],
  ];
  for (const [locale, text, minute] of TIMES) {
    it(`${locale}: "${text}" is ${minute === undefined ? "no time" : `minute ${minute}`}`, () => {
      expect(createDateWords(locale).readTime(text)).to.equal(minute);
    });
  }

  it("divides a month into weeks that begin on the locale's first day", () => {
    const november = 2026 * 12 + 10;
    const listFirstWeek = (weekStart: number) =>
      listWeeks(november, weekStart)[0]!.map((day) => day && toDate(day).day);
    // 1 November 2026 is a Sunday.
    expect(listFirstWeek(7)).to.deep.equal([1, 2, 3, 4, 5, 6, 7]);
    expect(listFirstWeek(1)).to.deep.equal([...Array<undefined>(6).fill(undefined), 1]);
    expect(listFirstWeek(6)).to.deep.equal([undefined, 1, 2, 3, 4, 5, 6]);
    for (const weekStart of [1, 6, 7]) {
      const days = listWeeks(november, weekStart)
        .flat()
        .filter((day) => day !== undefined);
      expect(days.map((day) => toDate(day).day)).to.deep.equal(Array.from({ length: 30 }, (_, at) => at + 1));
    }
  });

  it("turns to the last day of a month without such a day", () => {
    const addMonthsTo = (date: string, months: number) => {
      const [year, month, day] = date.split("-").map(Number) as [number, number, number];
      return formatDay(addMonths(toDay({ year, month, day }), months));
    };
    expect(addMonthsTo("2026-10-31", -1)).to.equal("2026-09-30");
    expect(addMonthsTo("2024-02-29", 12)).to.equal("2025-02-28");
    expect(addMonthsTo("2026-01-31", 1)).to.equal("2026-02-28");
    expect(addMonthsTo("2026-12-15", 1)).to.equal("2027-01-15");
  });
});
