import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { RANGE_PRESETS } from "../../../src/core/filters/filters.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import { resolveRange } from "../../../src/core/time/time-range.js";
import { loadNativeTemporal, loadPolyfilledTemporal, loadNamespace } from "../../support/temporal.js";
import { DAY, HOUR, MINUTE } from "../../support/durations.js";

/** Clocks of every kind: changes at midnight, by half an hour, by two, twice within Ramadan, in winter, and none. */
const ZONES = [
  "UTC",
  "US/Eastern",
  "America/St_Johns",
  "America/Havana",
  "America/Santiago",
  "America/Nuuk",
  "America/Phoenix",
  "Pacific/Easter",
  "Atlantic/Azores",
  "Antarctica/Troll",
  "Europe/London",
  "Europe/Dublin",
  "Europe/Berlin",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Beirut",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Australia/Sydney",
  "Pacific/Auckland",
  "Pacific/Chatham",
];

const FROM = Date.UTC(2025, 11, 1);
const UNTIL = Date.UTC(2027, 11, 1);

/** Distances from a change of the clock. */
const AROUND = [-DAY, -2 * HOUR, -HOUR, -HOUR + 1, -30 * MINUTE, -1, 0, 1, 30 * MINUTE, HOUR - 1, HOUR, 2 * HOUR, DAY];

let native: ZonedCalendar;
let polyfilled: ZonedCalendar;
let moments: { zone: string; time: number }[];
const random = new Random(20261123);
const drawInt = (least: number, most: number) => random.int(least, most);

before(async () => {
  native = await loadNativeTemporal();
  polyfilled = await loadPolyfilledTemporal();
  const { Instant } = await loadNamespace();
  const findChanges = (zone: string) => {
    const found: number[] = [];
    let at = Instant.fromEpochMilliseconds(FROM).toZonedDateTimeISO(zone).getTimeZoneTransition("next");
    for (; at && at.epochMilliseconds < UNTIL; at = at.getTimeZoneTransition("next")) found.push(at.epochMilliseconds);
    return found;
  };
  moments = ZONES.flatMap((zone) => {
    const near = findChanges(zone).flatMap((change) => [
      ...AROUND.map((distance) => change + distance),
      ...Array.from({ length: 12 }, () => change + drawInt(-2 * DAY, 2 * DAY)),
    ]);
    const anywhere = Array.from({ length: 20 }, () => drawInt(FROM, UNTIL));
    return [...near, ...anywhere].map((time) => ({ zone, time }));
  });
});

/** An answer, or its absence. */
function catchAnswer<T>(ask: () => T): T | string {
  try {
    return ask();
  } catch (error) {
    return (error as Error).name;
  }
}

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

describe("Temporal", () => {
  it("is the browser's own if it has one, otherwise the polyfill", async () => {
    const hasOwn = "Temporal" in globalThis;
    expect((await loadTemporal()) === polyfilled).to.equal(!hasOwn);
    expect((await loadPolyfilledTemporal()) === polyfilled, "fetched once").to.equal(true);
  });

  it("needs nothing of the browser's if it is the polyfill", async () => {
    const { Instant } = await loadNamespace();
    const own = Object.getOwnPropertyDescriptor(Instant, "fromEpochMilliseconds") as PropertyDescriptor;
    const refuse = () => {
      throw new TypeError("Not to be called.");
    };
    Object.defineProperty(Instant, "fromEpochMilliseconds", { ...own, value: refuse });
    try {
      expect(catchAnswer(() => native.wallTime(0, "UTC"))).to.equal("TypeError");
      expect(polyfilled.wallTime(0, "UTC").year).to.equal(1970);
    } finally {
      Object.defineProperty(Instant, "fromEpochMilliseconds", own);
    }
  });

  it("is tried at the changes of most clocks", () => {
    const changing = ZONES.filter((zone) => moments.filter((moment) => moment.zone === zone).length > 100);
    expect(changing.length).to.be.above(17);
  });

  it("shows the wall time of an instant, and finds the instant again", () => {
    for (const { zone, time } of moments) {
      const wall = native.wallTime(time, zone);
      expect(polyfilled.wallTime(time, zone), `${zone} ${time}`).to.deep.equal(wall);
      expect(native.instants(wall, zone), `${zone} ${time}`).to.include(time);
    }
  });

  it("finds the instants of any wall time: one, two, or what the clock showed instead", () => {
    const kinds = { once: 0, twice: 0, leftOut: 0 };
    for (const { zone, time } of moments) {
      // What the zone's clock would show with another offset: some of it never comes.
      const wall = native.wallTime(time + random.pick([-HOUR, -30 * MINUTE, 0, 30 * MINUTE, HOUR]), zone);
      const shifted = { ...wall, hour: (wall.hour + 1) % 24 };
      const [first, last] = native.instants(shifted, zone);
      expect(polyfilled.instants(shifted, zone), `${zone} ${time}`).to.deep.equal([first, last]);
      const shown = native.wallTime(first, zone);
      if (first !== last) kinds.twice += 1;
      else if (shown.hour === shifted.hour && shown.minute === shifted.minute) kinds.once += 1;
      else kinds.leftOut += 1;
    }
    expect(Object.values(kinds).every((count) => count > 20)).to.equal(true);
  });

  it("knows when a day begins", () => {
    let withoutMidnight = 0;
    for (const { zone, time } of moments) {
      const day = native.wallTime(time, zone);
      const start = native.startOfDay(day, zone);
      expect(polyfilled.startOfDay(day, zone), `${zone} ${time}`).to.equal(start);
      const first = native.wallTime(start, zone);
      expect([first.year, first.month, first.day]).to.deep.equal([day.year, day.month, day.day]);
      if (first.hour > 0) withoutMidnight += 1;
    }
    expect(withoutMidnight).to.be.above(20);
  });

  it("counts days and months, and clamps", () => {
    for (const { zone, time } of moments) {
      const date = native.wallTime(time, zone);
      const [days, months] = [drawInt(-400, 400), drawInt(-30, 30)];
      const listAnswers = (temporal: ZonedCalendar) => [
        temporal.addDays(date, days),
        temporal.addMonths(date, months),
        temporal.daysInMonth(date),
        temporal.dayOfWeek(date),
      ];
      expect(listAnswers(polyfilled), `${JSON.stringify(date)} ${days} ${months}`).to.deep.equal(listAnswers(native));
    }
    for (const temporal of [native, polyfilled]) {
      expect(temporal.addMonths({ year: 2026, month: 1, day: 31 }, 1)).to.deep.equal({ year: 2026, month: 2, day: 28 });
      expect(temporal.addDays({ year: 2028, month: 2, day: 28 }, 1)).to.deep.equal({ year: 2028, month: 2, day: 29 });
      expect([2027, 2028].map((year) => temporal.daysInMonth({ year, month: 2, day: 1 }))).to.deep.equal([28, 29]);
      // A Sunday.
      expect(temporal.dayOfWeek({ year: 2026, month: 11, day: 22 })).to.equal(7);
    }
  });

  it("begins every preset at the same instant", () => {
    for (const { zone, time: now } of moments) {
      const setting = { now, zone, weekStart: drawInt(1, 7) };
      for (const preset of RANGE_PRESETS) {
        const found = resolveRange({ preset }, setting, polyfilled);
        expect(found, `${preset} ${zone} ${now}`).to.deep.equal(resolveRange({ preset }, setting, native));
      }
    }
  });

  it("reads the same texts, and refuses the same", () => {
    const counts = { read: 0, refused: 0 };
    for (const { zone, time } of moments) {
      const { year, month, day, hour, minute, second, millisecond } = native.wallTime(time, zone);
      const date = random.pick([`${year}-${pad(month)}-${pad(day)}`, `${year}${pad(month)}${pad(day)}`]);
      const clock = random.pick([
        "",
        `T${pad(hour)}:${pad(minute)}`,
        ` ${pad(hour)}:${pad(minute)}:${pad(second)}`,
        `T${pad(hour)}:${pad(minute)}:${pad(second)}.${pad(millisecond, 3)}`,
        `T${pad(hour)}${pad(minute)}`,
        `t${pad(hour + 20)}:${pad(minute)}`,
        `${pad(hour)}:${pad(minute)}`,
      ]);
      const offset = random.pick(["", "", "Z", "+01:00", "-0330", "+05", "+25:00", "+1"]);
      const bracketed = random.pick([
        "",
        "",
        `[${zone}]`,
        "[Nowhere/Land]",
        "[u-ca=gregory]",
        `[${zone}][u-ca=hebrew]`,
      ]);
      const text = date + clock + offset + bracketed;
      const listAnswers = (temporal: ZonedCalendar) => [
        catchAnswer(() => temporal.parseInstant(text)),
        catchAnswer(() => temporal.parseWallTime(text, zone)),
      ];
      const [instant, wall] = listAnswers(native);
      expect(listAnswers(polyfilled), `${text} in ${zone}`).to.deep.equal([instant, wall]);
      if (typeof instant === "number" || typeof wall === "number") counts.read += 1;
      else {
        counts.refused += 1;
        expect([instant, wall], text).to.deep.equal(["RangeError", "RangeError"]);
      }
    }
    expect(Math.min(counts.read, counts.refused)).to.be.above(200);
  });

  it("refuses zones and times that do not exist", () => {
    for (const temporal of [native, polyfilled]) {
      const answers = [
        catchAnswer(() => temporal.wallTime(0, "Nowhere/Land")),
        catchAnswer(() => temporal.wallTime(NaN, "UTC")),
        catchAnswer(() => temporal.startOfDay({ year: 2026, month: 2, day: 30 }, "UTC")),
        catchAnswer(() => temporal.addDays({ year: 2026, month: 13, day: 1 }, 1)),
        catchAnswer(() => temporal.instants({ ...temporal.wallTime(0, "UTC"), hour: 24 }, "UTC")),
      ];
      expect(answers).to.deep.equal(answers.map(() => "RangeError"));
    }
  });
});
