import { expect } from "@open-wc/testing";
import { RANGE_PRESETS, type RangeFilter, type RangePreset } from "../../../src/core/filters/filters.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import { resolveRange, type RangeProblem, type RangeSetting } from "../../../src/core/time/time-range.js";
import { loadNativeTemporal, loadPolyfilledTemporal } from "../../support/temporal.js";
import { type Place, PLACES } from "./time-range-cases.js";

const parseUtc = (text: string) => Date.parse(text);

const formatIso = (time: number) => new Date(time).toISOString().replace(".000Z", "Z");

/** A Wednesday; the start of its week for each first day. */
const WEEKS: [weekStart: number, from: string][] = [
  [1, "2026-11-23T00:00:00Z"],
  [2, "2026-11-24T00:00:00Z"],
  [3, "2026-11-25T00:00:00Z"],
  [4, "2026-11-19T00:00:00Z"],
  [5, "2026-11-20T00:00:00Z"],
  [6, "2026-11-21T00:00:00Z"],
  [7, "2026-11-22T00:00:00Z"],
];

/** A typed start, in New York unless its text says otherwise. */
const TYPED: [text: string, meaning: string, from: string][] = [
  ["2026-11-20T08:00:00Z", "UTC", "2026-11-20T08:00:00Z"],
  ["2026-11-20t08:00:00z", "UTC in small letters", "2026-11-20T08:00:00Z"],
  ["2026-11-20T08:00:00.250Z", "a part of a second", "2026-11-20T08:00:00.250Z"],
  ["2026-11-20T08:00:00-08:00", "an offset", "2026-11-20T16:00:00Z"],
  ["2026-11-20T08:00:00+0530", "an offset without a colon", "2026-11-20T02:30:00Z"],
  ["2026-11-20T08:00+01", "an offset of whole hours", "2026-11-20T07:00:00Z"],
  ["2026-11-20 08:00:00-08:00", "an offset after a space", "2026-11-20T16:00:00Z"],
  ["2026-11-20T08:00:00-08:00[US/Pacific]", "an offset and its zone", "2026-11-20T16:00:00Z"],
  [
    "2026-11-20T08:00:00+01:00[US/Pacific]",
    "an offset that contradicts its zone: the offset counts",
    "2026-11-20T07:00:00Z",
  ],
  ["2026-11-20T08:00:00[Asia/Kolkata]", "a zone alone", "2026-11-20T02:30:00Z"],
  ["2026-11-20T08:00:00", "wall time", "2026-11-20T13:00:00Z"],
  ["2026-11-20 08:00", "wall time after a space", "2026-11-20T13:00:00Z"],
  ["2026-11-20", "a date: its midnight", "2026-11-20T05:00:00Z"],
  ["20261120", "a date without hyphens", "2026-11-20T05:00:00Z"],
  ["2026-07-04", "a date in summer time", "2026-07-04T04:00:00Z"],
  ["2026-03-08T02:30:00", "a wall time that was skipped: an hour later", "2026-03-08T07:30:00Z"],
  ["2026-11-01T01:30:00", "a wall time that came twice: the first one", "2026-11-01T05:30:00Z"],
];

const RUBBISH = [
  "",
  " ",
  "yesterday",
  "2026-13-01",
  "2026-02-30",
  "2026-02-29",
  "2026-11-20T24:30",
  "2026-11-20T08:61:00Z",
  "2026-11-20T08:00:00[Nowhere/Land]",
  "2026-11-20Z",
  "11/20/2026",
  "8:00",
  "0000-00-00 00:00:00",
  "999999-01-01",
  "constructor",
  "2026-11-20T08:00:00Z and more",
];

const CUSTOM: { name: string; range: RangeFilter; span: [string, string] | RangeProblem }[] = [
  {
    name: "two wall times",
    range: { from: "2026-11-20T08:00", until: "2026-11-20T17:30" },
    span: ["2026-11-20T13:00:00Z", "2026-11-20T22:30:00Z"],
  },
  {
    name: "two dates: the second one does not belong to it",
    range: { from: "2026-11-01", until: "2026-11-02" },
    span: ["2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z"],
  },
  {
    name: "one end in UTC, one in wall time",
    range: { from: "2026-11-20T08:00:00Z", until: "2026-11-20T08:00:00" },
    span: ["2026-11-20T08:00:00Z", "2026-11-20T13:00:00Z"],
  },
  {
    name: "an end beyond now",
    range: { from: "2026-11-23", until: "2027-01-01" },
    span: ["2026-11-23T05:00:00Z", "2027-01-01T05:00:00Z"],
  },
  {
    name: "an end that only looks later, for its offset",
    range: { from: "2026-11-20T08:00:00-08:00", until: "2026-11-20T10:00:00-05:00" },
    span: "end-before-start",
  },
  { name: "an end before its start", range: { from: "2026-11-20", until: "2026-11-19" }, span: "end-before-start" },
  { name: "an end at its start", range: { from: "2026-11-20", until: "2026-11-20" }, span: "end-before-start" },
  {
    name: "an end that is skipped and so at its start",
    range: { from: "2026-03-08T03:30", until: "2026-03-08T02:30" },
    span: "end-before-start",
  },
  { name: "no start", range: { from: "", until: "2026-11-20" }, span: "unreadable-start" },
  { name: "no end", range: { from: "2026-11-20", until: "" }, span: "unreadable-end" },
  { name: "neither", range: { from: "?", until: "?" }, span: "unreadable-start" },
];

const TEMPORALS: [string, () => Promise<ZonedCalendar>][] = [
  ["the browser's Temporal", loadNativeTemporal],
  ["the polyfill", loadPolyfilledTemporal],
];

for (const [name, load] of TEMPORALS) {
  describe(`time ranges by ${name}`, () => {
    let temporal: ZonedCalendar;
    before(async () => (temporal = await load()));

    const createSetting = (place: Pick<Place, "zone" | "now" | "weekStart">): RangeSetting => ({
      now: parseUtc(place.now),
      zone: place.zone,
      weekStart: place.weekStart ?? 7,
    });
    const newYork = createSetting({ zone: "US/Eastern", now: "2026-11-23T14:14:00Z" });
    const findStart = (range: RangeFilter, setting: RangeSetting) => {
      const found = resolveRange(range, setting, temporal);
      return typeof found === "string" ? found : formatIso(found.span.from);
    };

    for (const place of PLACES) {
      it(`begin at the right instant: ${place.name}`, () => {
        const presets = Object.keys(place.starts) as RangePreset[];
        const starts = presets.map((preset) => [preset, findStart({ preset }, createSetting(place))]);
        expect(Object.fromEntries(starts)).to.deep.equal(place.starts);
      });
    }

    it("end now, for every preset and zone", () => {
      for (const { zone, now } of PLACES) {
        for (const preset of RANGE_PRESETS) {
          const found = resolveRange({ preset }, createSetting({ zone, now }), temporal);
          if (typeof found === "string") throw new Error(`${preset}: ${found}`);
          expect(found.endsNow).to.equal(true);
          expect(found.span.until).to.equal(parseUtc(now));
          expect(found.span.from).to.be.below(parseUtc(now) + 1);
        }
      }
    });

    it("begin their week on the given day", () => {
      const setting = createSetting({ zone: "UTC", now: "2026-11-25T08:00:00Z" });
      const starts = WEEKS.map(([weekStart]) => [
        weekStart,
        findStart({ preset: "this-week" }, { ...setting, weekStart }),
      ]);
      expect(starts).to.deep.equal(WEEKS);
    });

    for (const [text, meaning, from] of TYPED) {
      it(`read "${text}" as ${meaning}`, () => {
        expect(findStart({ from: text, until: "2027-01-01" }, newYork)).to.equal(formatIso(parseUtc(from)));
      });
    }

    it("read wall time in the chosen zone", () => {
      const kolkata = { ...newYork, zone: "Asia/Kolkata" };
      expect(findStart({ from: "2026-11-20T08:00", until: "2027-01-01" }, kolkata)).to.equal("2026-11-20T02:30:00Z");
      // Where the day begins at 01:00, its date means that.
      const santiago = { ...newYork, zone: "America/Santiago" };
      expect(findStart({ from: "2026-09-06", until: "2027-01-01" }, santiago)).to.equal("2026-09-06T04:00:00Z");
    });

    it("say that a text is not a date, at either end", () => {
      const good = "2026-11-20T08:00:00Z";
      for (const text of RUBBISH) {
        expect(resolveRange({ from: text, until: good }, newYork, temporal), text).to.equal("unreadable-start");
        expect(resolveRange({ from: good, until: text }, newYork, temporal), text).to.equal("unreadable-end");
      }
    });

    for (const { name: custom, range, span } of CUSTOM) {
      it(`resolve a custom range: ${custom}`, () => {
        const found = resolveRange(range, newYork, temporal);
        if (typeof found === "string" || typeof span === "string") expect(found).to.equal(span);
        else {
          expect([found.span.from, found.span.until].map(formatIso)).to.deep.equal(span);
          expect(found.endsNow).to.equal(false);
        }
      });
    }
  });
}
