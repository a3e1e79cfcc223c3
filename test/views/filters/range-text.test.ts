import { expect } from "@open-wc/testing";
import { formatRange, formatSearchedRange } from "../../../src/views/filters/range-text.js";
import { createDefaultFilters, type RangeFilter } from "../../../src/core/filters/filters.js";
import type { Searched } from "../../../src/search/log-state.js";
import { createEnvironment } from "../support.js";

const writeRange = (from: string, until: string, locale = "en-US") => {
  const { strings, times } = createEnvironment("US/Eastern", locale);
  return formatRange({ from, until }, strings, times).replace(/\s+/g, " ");
};

describe("a range that was searched", () => {
  const until = Date.UTC(2026, 10, 15, 5);
  const writeSearchedRange = (range: RangeFilter, zone: string) => {
    const searched: Searched = {
      filters: { ...createDefaultFilters(), range },
      span: { from: Date.UTC(2026, 10, 1, 4), until },
      endsNow: "preset" in range,
      zone: "US/Eastern",
    };
    const { strings, times } = createEnvironment(zone);
    return formatSearchedRange(searched, strings, times).replace(/\s+/g, " ");
  };
  const wall = { from: "2026-11-01T00:00", until: "2026-11-15T00:00" };

  it("is named as the user chose it, in the time zone of that moment", () => {
    expect(writeSearchedRange(wall, "US/Eastern")).to.equal("Nov 1 – 14, 2026");
    expect(writeSearchedRange({ preset: "this-month" }, "US/Eastern")).to.equal("This Month");
  });

  it("is named by its instants if another time zone is shown", () => {
    const there = "Nov 1, 2026, 1:00 PM – Nov 15, 2026, 1:59 PM";
    expect(writeSearchedRange(wall, "Asia/Tokyo")).to.equal(there);
    for (const preset of ["today", "this-week", "this-month"] as const)
      expect(writeSearchedRange({ preset }, "Asia/Tokyo"), preset).to.equal(there);
  });

  it("keeps the name of a preset that is the same in every zone", () => {
    expect(writeSearchedRange({ preset: "last-24-hours" }, "Asia/Tokyo")).to.equal("Last 24 Hours");
    expect(writeSearchedRange({ preset: "last-year" }, "Asia/Tokyo")).to.equal("Last Year");
  });
});

describe("a range in words", () => {
  it("names the days that are in it", () => {
    expect(writeRange("2026-10-22T00:00", "2026-11-15T00:00")).to.equal("Oct 22 – Nov 14, 2026");
    expect(writeRange("2026-10-22", "2026-10-23")).to.equal("Oct 22, 2026");
    expect(writeRange("2025-12-31", "2026-01-02T00:00:00")).to.equal("Dec 31, 2025 – Jan 1, 2026");
    expect(writeRange("2026-10-22", "2026-11-15", "de")).to.equal("22. Okt. – 14. Nov. 2026");
  });

  it("ends with the last minute that is in it", () => {
    expect(writeRange("2026-10-22T09:00", "2026-10-22T17:00")).to.equal("Oct 22, 2026, 9:00 AM – 4:59 PM");
    expect(writeRange("2026-10-22T09:00", "2026-10-24T00:00")).to.equal(
      "Oct 22, 2026, 9:00 AM – Oct 23, 2026, 11:59 PM",
    );
  });

  it("has unchanged wall times, also in the hour that the clock skips", () => {
    expect(writeRange("2026-03-08T02:30", "2026-03-08T03:01")).to.equal("Mar 8, 2026, 2:30 – 3:00 AM");
  });

  it("ends with the last minute also with offsets, and has whole days if it is in this zone", () => {
    const [from, until] = ["2026-11-01T04:00:00Z", "2026-12-01T00:00:00-05:00"];
    expect(writeRange(from, until)).to.equal("Nov 1 – 30, 2026");
    expect(writeRange("2026-11-30T14:00Z", "2026-11-30T22:00Z")).to.equal("Nov 30, 2026, 9:00 AM – 4:59 PM");
  });

  it("keeps a text that it cannot read", () => {
    expect(writeRange("2026-11-01T10:00:00Z", "2026-11-03T10:00:30")).to.equal("Nov 1, 5:00 AM to 2026-11-03 10:00:30");
    expect(writeRange("2026-11-01 10:00", "2026-12-01T05:00:00Z")).to.equal("2026-11-01 10:00 to Nov 30, 11:59 PM");
    expect(writeRange("soon", "later")).to.equal("soon to later");
    expect(writeRange("2026-11-03", "2026-11-01")).to.equal("2026-11-03 to 2026-11-01");
  });
});
