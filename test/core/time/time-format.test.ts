import { expect } from "@open-wc/testing";
import { createTimeFormatter, isTimeZone } from "../../../src/core/time/time-format.js";
import { NOW } from "../../support/clock.js";

/** Some languages and browsers put narrow or unbreakable spaces into times. */
const replaceSpaces = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, " ");
const createFormatter = (locale: string, zone: string, now = NOW) => createTimeFormatter(locale, zone, () => now);

describe("times", () => {
  const EVENING = Date.UTC(2026, 10, 22, 23, 41, 9);

  it("read as people in New York write them", () => {
    const times = createFormatter("en-US", "US/Eastern");
    const { date, time } = times.cell(EVENING);
    expect([date, time].map(replaceSpaces)).to.deep.equal(["Nov 22", "06:41:09 PM"]);
    expect(replaceSpaces(times.full(EVENING))).to.equal("Nov 22, 2026, 06:41:09 PM EST");
    const spoken = times.spoken(EVENING);
    expect([spoken.date, spoken.time].map(replaceSpaces)).to.deep.equal(["Sunday, November 22", "6:41 PM"]);
    expect(replaceSpaces(times.day(EVENING))).to.equal("Nov 22");
    expect(replaceSpaces(times.dayAndTime(EVENING))).to.equal("Nov 22, 6:41 PM");
    expect([times.locale, times.zone]).to.deep.equal(["en-US", "US/Eastern"]);
  });

  it("include the year if it is not this year", () => {
    const times = createFormatter("en-US", "US/Eastern");
    const before = Date.UTC(2025, 10, 22, 23, 41, 9);
    expect(replaceSpaces(times.cell(before).date)).to.equal("Nov 22, 2025");
    expect(replaceSpaces(times.spoken(before).date)).to.equal("Saturday, November 22, 2025");
    expect(replaceSpaces(times.day(before))).to.equal("Nov 22, 2025");
    expect(replaceSpaces(times.dayAndTime(before))).to.equal("Nov 22, 2025, 6:41 PM");
  });

  it("turn to the new year at midnight of their own zone", () => {
    const newYear = Date.UTC(2027, 0, 1, 2, 0, 0);
    const formatDay = (zone: string) => replaceSpaces(createFormatter("en-US", zone, newYear).day(newYear - 60_000));
    expect(formatDay("US/Eastern")).to.equal("Dec 31");
    expect(formatDay("UTC")).to.equal("Jan 1");
    const eve = Date.UTC(2026, 11, 31, 23, 0, 0);
    expect(replaceSpaces(createFormatter("en-US", "UTC", newYear).day(eve))).to.equal("Dec 31, 2026");
    expect(replaceSpaces(createFormatter("en-US", "US/Eastern", newYear).day(eve))).to.equal("Dec 31");
  });

  it("follow the clock to the next year", () => {
    let now = Date.UTC(2026, 11, 31, 23, 59, 59);
    const times = createTimeFormatter("en-US", "UTC", () => now);
    expect(replaceSpaces(times.day(now))).to.equal("Dec 31");
    const then = now;
    now += 1000;
    expect(replaceSpaces(times.day(then))).to.equal("Dec 31, 2026");
  });

  it("use the year of the calendar that they are written in", () => {
    // 25 Esfand 1404 is in the same Gregorian year as 2 Azar 1405, and in another Persian one.
    const march = Date.UTC(2026, 2, 16, 12, 0, 0);
    expect(createFormatter("fa-IR", "Asia/Tehran").day(march)).to.contain("۱۴۰۴");
    expect(createFormatter("fa-IR", "Asia/Tehran").day(NOW - 86_400_000)).not.to.contain("۱۴۰");
  });

  it("keep the two passes of a repeated hour apart", () => {
    const times = createFormatter("en-US", "US/Eastern");
    const [first, second] = [Date.UTC(2026, 10, 1, 5, 30), Date.UTC(2026, 10, 1, 6, 30)];
    expect(replaceSpaces(times.full(first))).to.equal("Nov 1, 2026, 01:30:00 AM EDT");
    expect(replaceSpaces(times.full(second))).to.equal("Nov 1, 2026, 01:30:00 AM EST");
  });

  it("are written as the language writes them", () => {
    expect(replaceSpaces(createFormatter("de-DE", "Europe/Berlin").full(EVENING))).to.match(
      /^23\. Nov\. 2026, 00:41:09 (?:MEZ|GMT\+1)$/,
    );
    expect(replaceSpaces(createFormatter("en-GB", "Asia/Kolkata").dayAndTime(EVENING))).to.match(
      /^23 Nov(?:,| at) 0?5:11$/,
    );
    expect(createFormatter("ar-EG", "Africa/Cairo").cell(EVENING).date).to.match(/نوفمبر/);
  });

  it("do not go through the page's own Date functions", () => {
    const names = ["toString", "toLocaleString", "toISOString", "toJSON", "getFullYear", "toLocaleDateString"];
    const prototype = Date.prototype as unknown as Record<string, unknown>;
    const known = names.map((name) => [name, Object.getOwnPropertyDescriptor(prototype, name)!] as const);
    try {
      for (const name of names) Object.defineProperty(prototype, name, { value: () => "replaced", configurable: true });
      expect(replaceSpaces(createFormatter("en-US", "UTC").full(EVENING))).to.equal("Nov 22, 2026, 11:41:09 PM UTC");
    } finally {
      for (const [name, descriptor] of known) Object.defineProperty(prototype, name, descriptor);
    }
  });
});

describe("a time zone", () => {
  it("is one that the browser knows", () => {
    const known = ["UTC", "US/Eastern", "America/New_York", "asia/kolkata", "Europe/Berlin"];
    const unknown = ["", "Nowhere/Land", "Eastern Time", "US/Eastern ", "constructor", "EST5EDT9"];
    expect([...known, ...unknown].filter(isTimeZone)).to.deep.equal(known);
  });
});
