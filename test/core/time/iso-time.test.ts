import { expect } from "@open-wc/testing";
import { Random } from "../../../demo/mocks/records/random.js";
import { formatIsoSeconds, parseTimestamp, type ParsedTimestamp } from "../../../src/core/time/iso-time.js";
import { listSeeds } from "../../support/seeds.js";
import { DAY } from "../../support/durations.js";

const FIRST = Date.UTC(1900, 0, 1);
const END = Date.UTC(2200, 0, 1);

/** What a timestamp says, in the words of the platform: its wall time read as UTC, its offset, its zone. */
const READ: [text: string, wall: string, offsetMinutes: number | undefined, zone: string][] = [
  // The API's documented formats.
  ["2023-11-27 13:00:00", "2023-11-27T13:00:00Z", undefined, ""],
  ["2023-11-27T13:00:00Z", "2023-11-27T13:00:00Z", 0, ""],
  ["2023-11-27T13:00:00-08:00", "2023-11-27T13:00:00Z", -480, ""],
  ["2023-11-27T13:00:00-08:00[US/Pacific]", "2023-11-27T13:00:00Z", -480, "US/Pacific"],
  // What servers make of them.
  ["2023-11-27T13:00:00", "2023-11-27T13:00:00Z", undefined, ""],
  ["2023-11-27t13:00:00z", "2023-11-27T13:00:00Z", 0, ""],
  ["2023-11-27 13:00:00Z", "2023-11-27T13:00:00Z", 0, ""],
  ["2023-11-27 13:00:00 Z", "2023-11-27T13:00:00Z", 0, ""],
  ["2023-11-27 13:00:00 +0530", "2023-11-27T13:00:00Z", 330, ""],
  ["2023-11-27T13:00:00+05:45", "2023-11-27T13:00:00Z", 345, ""],
  ["2023-11-27T13:00:00-00:30", "2023-11-27T13:00:00Z", -30, ""],
  ["2023-11-27T13:00:00-00:00", "2023-11-27T13:00:00Z", -0, ""],
  ["2023-11-27 13:00:00[Asia/Kolkata]", "2023-11-27T13:00:00Z", undefined, "Asia/Kolkata"],
  ["2023-11-27T13:00:00Z[UTC]", "2023-11-27T13:00:00Z", 0, "UTC"],
  ["  2023-11-27 13:00:00\n", "2023-11-27T13:00:00Z", undefined, ""],
  // Parts of a second, cut to milliseconds.
  ["2023-11-27T13:00:00.5Z", "2023-11-27T13:00:00.500Z", 0, ""],
  ["2023-11-27T13:00:00,25Z", "2023-11-27T13:00:00.250Z", 0, ""],
  ["2023-11-27T13:00:00.999999999Z", "2023-11-27T13:00:00.999Z", 0, ""],
  ["2023-11-27 13:00:00.000001", "2023-11-27T13:00:00Z", undefined, ""],
  // The calendar's corners.
  ["2024-02-29T23:59:59Z", "2024-02-29T23:59:59Z", 0, ""],
  ["2000-02-29T00:00:00Z", "2000-02-29T00:00:00Z", 0, ""],
  ["1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", 0, ""],
  ["0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", 0, ""],
  ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z", 0, ""],
];

const UNREADABLE = [
  "",
  " ",
  "yesterday",
  "0000-00-00 00:00:00",
  "2023-00-10 00:00:00",
  "2023-13-01 00:00:00",
  "2023-11-00 00:00:00",
  "2023-11-31 00:00:00",
  "2023-02-29 00:00:00",
  "2100-02-29 00:00:00",
  "2023-11-27 24:00:00",
  "2023-11-27 13:60:00",
  "2023-11-27 13:00:60",
  "2023-11-27T13:00:00+24:00",
  "2023-11-27T13:00:00+05:60",
  "2023-11-27T13:00:00+5",
  "2023-11-27T13:00:00[]",
  "2023-11-27T13:00:00ZZ",
  "2023-11-27T13:00:00.Z",
  "2023-11-27T13:00Z",
  "2023-11-27",
  "20231127T130000Z",
  "27/11/2023 13:00:00",
  "Mon, 27 Nov 2023 13:00:00 GMT",
  "1701090000",
  "1701090000000",
  "2023-11-27T13:00:00Z and more",
  "٢٠٢٣-11-27 13:00:00",
  "-2023-11-27 13:00:00",
  "null",
  "NaN",
];

describe("timestamps", () => {
  const { first: seed } = listSeeds(19002200, 1);

  for (const [text, wall, offsetMinutes, zone] of READ) {
    it(`read ${JSON.stringify(text)}`, () => {
      expect(parseTimestamp(text)).to.deep.equal({ wall: Date.parse(wall), offsetMinutes, zone });
    });
  }

  for (const text of UNREADABLE) {
    it(`reject ${JSON.stringify(text)}`, () => expect(parseTimestamp(text)).to.equal(undefined));
  }

  it("keep every millisecond", () => {
    for (let ms = 0; ms < 1000; ms += 1) {
      const text = `2023-11-27T13:00:00.${String(ms).padStart(3, "0")}Z`;
      expect((parseTimestamp(text) as ParsedTimestamp).wall % 1000, text).to.equal(ms);
    }
  });

  it("agree with the platform on every day from 1900 to 2200", () => {
    for (let time = FIRST; time < END; time += DAY) {
      const text = formatIsoSeconds(time);
      const known = new Date(time).toISOString().replace(".000", "");
      if (text !== known || parseTimestamp(text)?.wall !== time) throw new Error(`${text} is not ${known}`);
    }
  });

  it(`agree with the platform on 20,000 moments from 1900 to 2200 (seed ${seed})`, () => {
    const random = new Random(seed);
    for (let round = 0; round < 20_000; round += 1) {
      const time = FIRST + Math.floor(random.next() * (END - FIRST));
      const known = new Date(time).toISOString();
      const written = formatIsoSeconds(time);
      const read = parseTimestamp(known);
      if (written !== `${known.slice(0, 19)}Z` || read?.wall !== time || read.offsetMinutes !== 0) {
        throw new Error(`${time}: ${known} was written ${written} and read ${read?.wall}`);
      }
    }
  });

  it(`agree with the platform on which of 20,000 dates there are (seed ${seed})`, () => {
    const random = new Random(seed);
    const padTwo = (value: number) => String(value).padStart(2, "0");
    for (let round = 0; round < 20_000; round += 1) {
      const [year, month, day] = [random.int(1900, 2199), random.int(0, 14), random.int(0, 33)] as const;
      const text = `${year}-${padTwo(month)}-${padTwo(day)} 00:00:00`;
      const time = Date.UTC(year, month - 1, day);
      const date = new Date(time);
      const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      if (parseTimestamp(text)?.wall !== (there ? time : undefined)) throw new Error(text);
    }
  });

  it("are written to the whole second, also before 1970", () => {
    const written: [number, string][] = [
      [0, "1970-01-01T00:00:00Z"],
      [999, "1970-01-01T00:00:00Z"],
      [-1, "1969-12-31T23:59:59Z"],
      [-1000, "1969-12-31T23:59:59Z"],
      [Date.UTC(2026, 10, 23, 8, 15, 7, 900), "2026-11-23T08:15:07Z"],
    ];
    expect(written.map(([time]) => [time, formatIsoSeconds(time)])).to.deep.equal(written);
  });
});
