import { expect } from "@open-wc/testing";
import { isInstant, systemClock, parseTime } from "../../src/core/clock.js";
import { replaceDates } from "../support/host-dates.js";

const NOW = Date.UTC(2026, 10, 23, 14, 14, 0);

describe("the computer's clock", () => {
  let dates: { restore(): void };
  const own = Date.prototype;
  const { getTime } = own;
  const elapsed = Object.getOwnPropertyDescriptor(performance, "now");
  const origin = Object.getOwnPropertyDescriptor(performance, "timeOrigin");
  const put = (name: string, back: PropertyDescriptor | undefined) => {
    if (back) Object.defineProperty(performance, name, back);
    else delete (performance as unknown as Record<string, unknown>)[name];
  };

  beforeEach(() => (dates = replaceDates(NOW)));
  afterEach(() => {
    own.getTime = getTime;
    dates.restore();
    put("now", elapsed);
    put("timeOrigin", origin);
  });

  it("returns milliseconds on a page whose Date returns objects", () => {
    expect(typeof Date.now()).to.equal("object");
    expect(systemClock.now()).to.equal(NOW);
  });

  it("returns milliseconds since the page was opened if a date has no number", () => {
    Object.defineProperty(performance, "timeOrigin", { value: NOW, configurable: true });
    Object.defineProperty(performance, "now", { value: () => 1500.4, configurable: true });
    const broken: unknown[] = [
      () => "replaced",
      () => NaN,
      () => new Date(),
      () => {
        throw new TypeError("replaced");
      },
      undefined,
    ];
    for (const replacement of broken) {
      own.getTime = replacement as typeof getTime;
      expect(systemClock.now(), String(replacement)).to.equal(NOW + 1500);
    }
    own.getTime = getTime;
    globalThis.Date = undefined as unknown as DateConstructor;
    expect(systemClock.now()).to.equal(NOW + 1500);
  });

  it("reads text as the language does", () => {
    expect(Date.parse("2026-11-23T14:14:00Z")).to.equal(null);
    expect(parseTime("2026-11-23T14:14:00Z")).to.equal(NOW);
    expect(parseTime("Mon, 23 Nov 2026 14:14:00 GMT")).to.equal(NOW);
    expect(parseTime("soon")).to.deep.equal(NaN);
  });
});

describe("an instant", () => {
  it("is a number within the calendar's limits", () => {
    for (const time of [0, -1, NOW, 8.64e15, -8.64e15]) expect(isInstant(time), String(time)).to.equal(true);
    for (const time of [NaN, Infinity, -Infinity, 8.65e15, "1", null, undefined, new Date(NOW), 1n, {}]) {
      expect(isInstant(time), String(time)).to.equal(false);
    }
  });
});
