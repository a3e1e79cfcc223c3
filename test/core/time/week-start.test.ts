import { expect } from "@open-wc/testing";
import { findWeekStart } from "../../../src/core/time/time-range.js";

describe("the first day of the week", () => {
  const WEEK_STARTS: [locale: string, day: number][] = [
    ["en-US", 7],
    ["en", 7],
    ["en-GB", 1],
    ["es-MX", 7],
    ["es-ES", 1],
    ["fr-CA", 7],
    ["fr", 1],
    ["de-DE", 1],
    ["de-DE-u-ca-gregory", 1],
    ["pt-BR", 7],
    ["pt-PT", 7],
    ["ar-EG", 6],
    ["ar-SA", 7],
    ["ar-MA", 1],
    ["fa-IR", 6],
    ["he-IL", 7],
    ["hi-IN", 7],
    ["ja", 7],
    ["zh-CN", 1],
    ["zh-TW", 7],
    ["sv", 1],
  ];

  it("is the one of the locale's country", () => {
    expect(WEEK_STARTS.map(([locale]) => [locale, findWeekStart(locale)])).to.deep.equal(WEEK_STARTS);
  });

  it("is the same in a browser without week data", () => {
    const prototype = Intl.Locale.prototype as unknown as Record<string, unknown>;
    const known = ["getWeekInfo", "weekInfo"].map(
      (key) => [key, Object.getOwnPropertyDescriptor(prototype, key)] as const,
    );
    try {
      for (const [key] of known) delete prototype[key];
      expect(WEEK_STARTS.map(([locale]) => [locale, findWeekStart(locale)])).to.deep.equal(WEEK_STARTS);
    } finally {
      for (const [key, descriptor] of known) if (descriptor) Object.defineProperty(prototype, key, descriptor);
    }
  });

  it("is Monday for an invalid locale", () => {
    expect(["", "not a locale", "_", "en_US"].map(findWeekStart)).to.deep.equal([1, 1, 1, 1]);
  });
});
