import { expect } from "@open-wc/testing";
import { toDate, toDay } from "../../../src/core/time/calendar-month.js";
import type { RangeFilter } from "../../../src/core/filters/filters.js";
import { createDateWords } from "../../../src/core/time/date-words.js";
import {
  createRangeTexts,
  readEditedRange,
  findRangeFacts,
  toRange,
  readDraft,
  type RangeTexts,
} from "../../../src/core/time/range-draft.js";
import type { ZonedCalendar } from "../../../src/core/time/zoned-calendar.js";
import { resolveRange } from "../../../src/core/time/time-range.js";
import { loadNativeTemporal, loadPolyfilledTemporal } from "../../support/temporal.js";

const words = createDateWords("en-US");
const NOW = Date.UTC(2026, 10, 23, 14, 14);
const TODAY = toDay({ year: 2026, month: 11, day: 23 });
const createTexts = (start: string, end: string): RangeTexts => {
  const [startDate, startTime] = start.split(" ") as [string, string];
  const [endDate, endTime] = end.split(" ") as [string, string];
  return { startDate, startTime: startTime ?? "", endDate, endTime: endTime ?? "" };
};
const readRange = (given: RangeTexts) => toRange(readDraft(given, words, TODAY).ends!);

for (const [name, load] of [
  ["native", loadNativeTemporal],
  ["polyfill", loadPolyfilledTemporal],
] as const) {
  describe(`a range while it is edited (${name})`, () => {
    let temporal: ZonedCalendar;
    before(async () => (temporal = await load()));
    const findFacts = (start: string, end: string, zone: string) => {
      const ends = readDraft(createTexts(start, end), words, TODAY).ends!;
      const found = resolveRange(toRange(ends), { now: NOW, zone, weekStart: 7 }, temporal);
      return typeof found === "string" ? undefined : findRangeFacts(ends, found.span, zone, temporal);
    };
    const HOUR = 3_600_000;

    it("shows the last minute of a range, and returns the same range from it", () => {
      for (const range of [
        { from: "2026-10-22T00:00", until: "2026-11-15T00:00" },
        { from: "2026-10-22T09:05", until: "2026-10-22T09:06" },
        { from: "2025-12-31T23:59", until: "2026-01-01T00:00" },
      ]) {
        const shown = createRangeTexts(range, { now: NOW, zone: "US/Eastern", weekStart: 7 }, words, temporal);
        expect(readRange(shown)).to.deep.equal(range);
      }
    });

    it("keeps a preset, and each end, until the user edits it", () => {
      const setting = { now: NOW + 30_500, zone: "US/Eastern", weekStart: 7 };
      const edit = (range: RangeFilter, change: Partial<RangeTexts>) => {
        const before = createRangeTexts(range, setting, words, temporal);
        const edited = { ...before, ...change };
        return readEditedRange(readDraft(edited, words, TODAY).ends!, edited, { range, texts: before });
      };
      const preset = { preset: "last-24-hours" } as const;
      expect(edit(preset, {})).to.deep.equal(preset);
      expect(edit(preset, { startTime: "8:00 AM" })).to.deep.equal({
        from: "2026-11-22T08:00",
        until: "2026-11-23T09:15",
      });
      const custom = { from: "2026-11-01T10:00:30Z", until: "2026-11-03T10:00:30" };
      expect(edit(custom, {})).to.deep.equal(custom);
      expect(edit(custom, { endDate: "11/4/2026" })).to.deep.equal({ ...custom, until: "2026-11-04T10:01" });
      expect(edit(custom, { startDate: "10/30/2026" })).to.deep.equal({ ...custom, from: "2026-10-30T05:00" });
    });

    it("shows a preset with its days, and an invalid range as today", () => {
      const setting = { now: NOW, zone: "US/Eastern", weekStart: 7 };
      const preset = createRangeTexts({ preset: "this-month" }, setting, words, temporal);
      expect(preset.startDate).to.equal("Nov 1, 2026");
      expect(preset.endDate).to.equal("Nov 23, 2026");
      const none = createRangeTexts({ from: "x", until: "y" }, setting, words, temporal);
      expect(readRange(none)).to.deep.equal({ from: "2026-11-23T00:00", until: "2026-11-24T00:00" });
    });

    it("measures days of 23 and 25 hours, and names the changes of the clock", () => {
      const listChanges = (start: string, end: string, zone: string) => {
        const { length, changes } = findFacts(start, end, zone)!;
        const of = changes.map(
          ({ day, forward }) => `${forward ? "forward" : "back"} ${toDate(day).month}/${toDate(day).day}`,
        );
        return [length / HOUR, ...of];
      };
      expect(listChanges("3/8/2026", "3/8/2026", "US/Eastern")).to.deep.equal([23, "forward 3/8"]);
      expect(listChanges("11/1/2026", "11/1/2026", "US/Eastern")).to.deep.equal([25, "back 11/1"]);
      expect(listChanges("10/31/2026", "10/31/2026", "US/Eastern")).to.deep.equal([24]);
      expect(listChanges("10/25/2026", "10/25/2026", "Europe/Berlin")).to.deep.equal([25, "back 10/25"]);
      expect(listChanges("1/1/2026", "12/31/2026", "US/Eastern")).to.deep.equal([365 * 24, "forward 3/8", "back 11/1"]);
      expect(listChanges("4/5/2026", "4/5/2026", "Australia/Lord_Howe")).to.deep.equal([24.5, "back 4/5"]);
      expect(listChanges("1/1/2025", "12/31/2026", "US/Eastern")).to.deep.equal([730 * 24]);
    });

    it("says how a repeated or a skipped time is read", () => {
      const listNotes = (start: string, end: string) =>
        findFacts(start, end, "US/Eastern")!.notes.map(({ kind, minute, taken }) => `${kind} ${minute} ${taken}`);
      expect(listNotes("11/1/2026 1:30", "11/2/2026")).to.deep.equal(["twice 90 90"]);
      expect(listNotes("11/1/2026", "11/1/2026 1:30")).to.deep.equal(["twice 90 90"]);
      // The last minute of the hour: both of them are in the range, and both before the next one.
      expect(listNotes("11/1/2026", "11/1/2026 1:59")).to.deep.equal([]);
      expect(listNotes("11/1/2026", "11/1/2026 0:59")).to.deep.equal([]);
      expect(listNotes("3/8/2026 2:30", "3/9/2026")).to.deep.equal(["skipped 150 210"]);
      expect(listNotes("3/8/2026", "3/8/2026 2:30")).to.deep.equal(["skipped 150 210"]);
      expect(listNotes("3/8/2026 1:59", "3/8/2026 3:00")).to.deep.equal([]);
    });

    it("explains a day that begins at one o'clock", () => {
      const { length, changes, notes } = findFacts("9/6/2026", "9/6/2026", "America/Santiago")!;
      expect([length / HOUR, changes.length]).to.deep.equal([23, 0]);
      expect(notes.map(({ kind, minute, taken }) => [kind, minute, taken])).to.deep.equal([["skipped", 0, 60]]);
    });

    it("has no text if the clock change leaves nothing of the range", () => {
      expect(findFacts("3/8/2026 2:59", "3/8/2026 2:59", "US/Eastern")).to.equal(undefined);
    });
  });
}

describe("what is wrong with a range", () => {
  const findProblems = (start: string, end: string) => readDraft(createTexts(start, end), words, TODAY).problems;

  it("is said for each field", () => {
    expect(findProblems("x y", "z 25:00")).to.deep.equal({
      startDate: "not-a-date",
      startTime: "not-a-time",
      endDate: "not-a-date",
      endTime: "not-a-time",
    });
  });

  it("is an end before the start, at the field that has to change", () => {
    expect(findProblems("11/2/2026", "11/1/2026")).to.deep.equal({ endDate: "end-before-start" });
    expect(findProblems("11/2/2026 10:01", "11/2/2026 10:00")).to.deep.equal({ endTime: "end-before-start" });
    expect(findProblems("11/2/2026 10:00", "11/2/2026 10:00")).to.deep.equal({});
  });
});
