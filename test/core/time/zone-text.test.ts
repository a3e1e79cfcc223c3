import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { ZoneText, getZoneText } from "../../../src/core/time/zone-text.js";
import { listSeeds } from "../../support/seeds.js";
import { HOUR } from "../../support/durations.js";

const YEARS = [Date.UTC(2025, 0, 1), Date.UTC(2027, 0, 1)] as const;

/** The oracle: one cached formatter for each zone, used for every time. */
function createIntlText(zone: string): (time: number) => string {
  const format = new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    ...({ year: "numeric", month: "2-digit", day: "2-digit" } as const),
    ...({ hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "longOffset" } as const),
  });
  return (time) => {
    const parts = Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second, timeZoneName } = parts;
    const offset = timeZoneName === "GMT" ? "UTC+00:00" : timeZoneName?.replace("GMT", "UTC");
    return `${year?.padStart(4, "0")}-${month}-${day} ${hour}:${minute}:${second} ${offset}`;
  };
}

const formatWithZoneText = (text: ZoneText, time: number) => `${text.local(time)} ${text.offset(time)}`;

/** Days between two looks at a zone: none changes its clock and changes it back within them. */
const STEP = 7 * 24 * HOUR;

/** Where the oracle's offset changes, by weeks first and then by halves: nothing of the code under test. */
function findChanges(zone: string): number[] {
  const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  const findOffsetName = (time: number) =>
    format.formatToParts(time).find(({ type }) => type === "timeZoneName")?.value;
  const found: number[] = [];
  for (let time = YEARS[0]; time < YEARS[1]; time += STEP) {
    let [early, late] = [time, time + STEP];
    const before = findOffsetName(early);
    if (before === findOffsetName(late)) continue;
    while (late - early > 1000) {
      const middle = Math.floor((early + late) / 2000) * 1000;
      if (findOffsetName(middle) === before) early = middle;
      else late = middle;
    }
    found.push(late);
  }
  return found;
}

describe("times in a file", () => {
  it("are what Intl says, around every change of every zone in two years", () => {
    let count = 0;
    for (const zone of Intl.supportedValuesOf("timeZone")) {
      const text = new ZoneText(zone);
      const expected = createIntlText(zone);
      const times = findChanges(zone).flatMap((time) => [time - 1000, time - 1, time, time + 1000]);
      count += times.length;
      for (const time of [YEARS[0], ...times, YEARS[1]]) {
        expect(formatWithZoneText(text, time), `${zone} ${time}`).to.equal(expected(time));
      }
    }
    expect(count).to.be.greaterThan(1000);
  });

  const { first, count } = listSeeds(4100, 40);
  it(`are what Intl says at any time since 1800 (seeds ${first} to ${first + count - 1})`, () => {
    const zones = Intl.supportedValuesOf("timeZone");
    for (let seed = first; seed < first + count; seed += 1) {
      const random = new Random(seed);
      const zone = random.pick(zones);
      const text = new ZoneText(zone);
      const expected = createIntlText(zone);
      for (let turn = 0; turn < 50; turn += 1) {
        const time = random.int(Date.UTC(1800, 0, 1), Date.UTC(2200, 0, 1));
        expect(formatWithZoneText(text, time), `seed ${seed}: ${zone} ${time}`).to.equal(expected(time));
      }
    }
  });

  const CASES: [zone: string, time: number, local: string, offset: string, utc: string][] = [
    ["America/New_York", Date.UTC(2026, 10, 23, 8, 15, 7), "2026-11-23 03:15:07", "UTC-05:00", "2026-11-23T08:15:07Z"],
    ["Asia/Kathmandu", Date.UTC(2026, 10, 23, 8, 15, 7), "2026-11-23 14:00:07", "UTC+05:45", "2026-11-23T08:15:07Z"],
    ["UTC", -1, "1969-12-31 23:59:59", "UTC+00:00", "1969-12-31T23:59:59Z"],
    ["UTC", 1999.75, "1970-01-01 00:00:01", "UTC+00:00", "1970-01-01T00:00:01Z"],
    ["America/New_York", Date.UTC(1850, 0, 1), "1849-12-31 19:03:58", "UTC-04:56:02", "1850-01-01T00:00:00Z"],
    ["UTC", Date.UTC(12026, 0, 1), "12026-01-01 00:00:00", "UTC+00:00", "12026-01-01T00:00:00Z"],
    ["UTC", 8.64e15, "275760-09-13 00:00:00", "UTC+00:00", "275760-09-13T00:00:00Z"],
    ["Asia/Tokyo", -62_135_510_400_000, "0001-01-02 09:18:59", "UTC+09:18:59", "0001-01-02T00:00:00Z"],
  ];
  for (const [zone, time, local, offset, utc] of CASES) {
    it(`${utc} is ${local} ${offset} in ${zone}`, () => {
      const text = getZoneText(zone);
      expect([text.canWrite(time), text.local(time), text.offset(time), text.utc(time)]).to.deep.equal([
        true,
        local,
        offset,
        utc,
      ]);
    });
  }

  it("are empty beyond the last date, and before the year 1", () => {
    for (const time of [null, Number.NaN, Infinity, 8.64e15 + 1, Date.UTC(0, 0, 1) - 1e14]) {
      expect(getZoneText("UTC").canWrite(time), String(time)).to.equal(false);
    }
  });

  it("reject an unknown zone", () => expect(() => getZoneText("Nowhere/Here")).to.throw(RangeError));
});
