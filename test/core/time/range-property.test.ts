import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { RANGE_PRESETS, type RangeFilter, type RangePreset } from "../../../src/core/filters/filters.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import { resolveRange } from "../../../src/core/time/time-range.js";
import { listSeeds } from "../../support/seeds.js";
import { loadNativeTemporal, loadPolyfilledTemporal } from "../../support/temporal.js";
import { DAY, HOUR, MINUTE } from "../../support/durations.js";

/** Clocks of every kind: changes at midnight, by half an hour, by two, twice within Ramadan, in winter, and none. */
const ZONES = [
  "UTC",
  "US/Eastern",
  "US/Pacific",
  "America/St_Johns",
  "America/Havana",
  "America/Santiago",
  "America/Nuuk",
  "America/Phoenix",
  "Atlantic/Azores",
  "Antarctica/Troll",
  "Europe/London",
  "Europe/Berlin",
  "Africa/Casablanca",
  "Africa/Cairo",
  "Asia/Beirut",
  "Asia/Jerusalem",
  "Asia/Kathmandu",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Chatham",
];

const FROM = Date.UTC(2026, 0, 1);
const UNTIL = Date.UTC(2028, 0, 1);

/**
 * The same by other means: a clock is nothing but what `Intl` writes for an instant, and a wall time is looked for among
 * the instants around it. Walls are milliseconds, as if the clock showed UTC.
 */
class WallClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(readonly zone: string) {
    this.#format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
  }

  /** Clocks change at whole quarters of an hour. */
  offset(instant: number): number {
    const quarter = Math.floor(instant / (15 * MINUTE)) * 15 * MINUTE;
    let offset = this.#offsets.get(quarter);
    if (offset === undefined) {
      const [, day, month, year, hour, minute, second] = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/
        .exec(this.#format.format(quarter))!
        .map(Number) as [number, number, number, number, number, number, number];
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
      this.#offsets.set(quarter, offset);
    }
    return offset;
  }

  wall(instant: number): number {
    return instant + this.offset(instant);
  }

  /** When the clock shows this for the first time; a time that is left out is as much later as the clock is put forward. */
  instant(wall: number): number {
    const offsets = [this.offset(wall - DAY), this.offset(wall + DAY)];
    const shown = offsets.map((offset) => wall - offset).filter((instant) => this.wall(instant) === wall);
    return shown.length > 0 ? Math.min(...shown) : wall - offsets[0]!;
  }

  /** The first instant of the day of this wall time, found minute by minute where midnight is left out. */
  startOfDay(wall: number): number {
    const midnight = Math.floor(wall / DAY) * DAY;
    const around = this.instant(midnight);
    if (this.wall(around) === midnight) return around;
    let at = around - 3 * HOUR;
    while (this.wall(at) < midnight) at += MINUTE;
    return at;
  }

  changes(): number[] {
    const found: number[] = [];
    for (let day = FROM; day < UNTIL; day += DAY) {
      if (this.offset(day) === this.offset(day + DAY)) continue;
      for (let at = day; at < day + DAY; at += 15 * MINUTE) {
        if (this.offset(at) !== this.offset(at + 15 * MINUTE)) found.push(at + 15 * MINUTE);
      }
    }
    return found;
  }
}

/** Counts back day by day: no calendar arithmetic but the names of the days that `Date.UTC` gives. */
function subtractMonths(wall: number, months: number): number {
  const date = new Date(wall);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() - months, date.getUTCDate()];
  for (let clamped = day; ; clamped -= 1) {
    const found = Date.UTC(year, month, clamped);
    if (new Date(found).getUTCDate() === clamped) return found + (wall - Math.floor(wall / DAY) * DAY);
  }
}

function findStart(preset: RangePreset, now: number, weekStart: number, clock: WallClock): number {
  const wall = clock.wall(now);
  switch (preset) {
    case "last-24-hours":
      return now - DAY;
    case "last-7-days":
      return now - 7 * DAY;
    case "last-30-days":
      return now - 30 * DAY;
    case "today":
      return clock.startOfDay(wall);
    case "this-week": {
      let day = wall;
      while (new Date(day).getUTCDay() !== weekStart % 7) day -= DAY;
      return clock.startOfDay(day);
    }
    case "this-month": {
      let day = wall;
      while (new Date(day).getUTCDate() !== 1) day -= DAY;
      return clock.startOfDay(day);
    }
    case "last-3-months":
      return clock.instant(subtractMonths(wall, 3));
    case "last-6-months":
      return clock.instant(subtractMonths(wall, 6));
    case "last-year":
      return clock.instant(subtractMonths(wall, 12));
  }
}

const formatWall = (wall: number) => new Date(wall).toISOString().slice(0, 16);

const seeds = listSeeds(20261123, 3);

describe("ranges against an independent calculation", () => {
  const calendars: { name: string; temporal: ZonedCalendar }[] = [];

  before(async () => {
    calendars.push({ name: "native", temporal: await loadNativeTemporal() });
    calendars.push({ name: "polyfill", temporal: await loadPolyfilledTemporal() });
  });

  /** Counts what was compared, so that a zone without a case is seen. */
  const compare = (
    zone: string,
    what: string,
    range: RangeFilter,
    now: number,
    weekStart: number,
    expected: { from: number; until: number } | string,
  ) => {
    for (const { name, temporal } of calendars) {
      const found = resolveRange(range, { now, zone, weekStart }, temporal);
      const given = typeof found === "string" ? found : `${found.span.from} ${found.span.until}`;
      const wanted = typeof expected === "string" ? expected : `${expected.from} ${expected.until}`;
      // Most of the time goes into the messages: they are made where they are needed.
      if (given !== wanted) expect.fail(`seed ${seeds.first}, ${zone}, ${name}, ${what}: ${given}, not ${wanted}`);
    }
  };

  for (const zone of ZONES) {
    it(`${zone}, around every change of its clock in two years (seeds from ${seeds.first}, ${seeds.count})`, () => {
      const clock = new WallClock(zone);
      const changes = clock.changes();
      const places = changes.length > 0 ? changes : [FROM + 100 * DAY, FROM + 500 * DAY];
      for (let seed = seeds.first; seed < seeds.first + seeds.count; seed += 1) {
        const random = new Random(seed);
        for (const change of places) {
          const near = [-DAY, -HOUR, -1, 0, 1, HOUR, 2 * HOUR, DAY].map((distance) => change + distance);
          const somewhere = [1, 2, 3, 4].map(() => change + random.int(-2 * DAY, 2 * DAY));
          const later = [91, 92, 181, 365, 366].map((days) => change + days * DAY + random.int(-HOUR, HOUR));
          for (const now of [...near, ...somewhere, ...later]) {
            for (const preset of RANGE_PRESETS) {
              const weekStart = 1 + (Math.abs(now) % 7);
              const from = findStart(preset, now, weekStart, clock);
              compare(zone, `${preset} at ${formatWall(now)}`, { preset }, now, weekStart, { from, until: now });
            }
          }
          const walls = Array.from(
            { length: 24 },
            () => Math.floor((clock.wall(change) + random.int(-3 * HOUR, 3 * HOUR)) / MINUTE) * MINUTE,
          );
          const midnights = [0, 1, 2].map((days) => Math.floor(clock.wall(change) / DAY + days - 1) * DAY);
          const all = [...walls, ...midnights];
          for (const start of all) {
            const end = all[random.int(0, all.length - 1)]!;
            const [from, until] = [clock.instant(start), clock.instant(end)];
            compare(
              zone,
              `${formatWall(start)} to ${formatWall(end)}`,
              { from: formatWall(start), until: formatWall(end) },
              change,
              1,
              until > from ? { from, until } : "end-before-start",
            );
          }
        }
      }
    });
  }

  it("covers zones that change their clocks, and in every way", () => {
    const shifts = ZONES.flatMap((zone) => {
      const clock = new WallClock(zone);
      return clock.changes().map((at) => (clock.offset(at) - clock.offset(at - 1)) / MINUTE);
    });
    expect(shifts.length).to.be.greaterThan(55);
    expect([...new Set(shifts)].sort((one, other) => one - other)).to.deep.equal([-120, -60, -30, 30, 60, 120]);
  });
});
