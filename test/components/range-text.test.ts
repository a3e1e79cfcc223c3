import { expect } from "@open-wc/testing";
import { rangeText } from "../../src/components/range-text.js";
import { environmentIn } from "./helpers.js";

const said = (from: string, until: string, locale = "en-US") => {
  const { strings, times } = environmentIn("US/Eastern", locale);
  return rangeText({ from, until }, strings, times).replace(/\s+/g, " ");
};

describe("a range in words", () => {
  it("is the days that are in it", () => {
    expect(said("2026-10-22T00:00", "2026-11-15T00:00")).to.equal("Oct 22 – Nov 14, 2026");
    expect(said("2026-10-22", "2026-10-23")).to.equal("Oct 22, 2026");
    expect(said("2025-12-31", "2026-01-02T00:00:00")).to.equal("Dec 31, 2025 – Jan 1, 2026");
    expect(said("2026-10-22", "2026-11-15", "de")).to.equal("22. Okt. – 14. Nov. 2026");
  });

  it("ends with the last minute that is in it", () => {
    expect(said("2026-10-22T09:00", "2026-10-22T17:00")).to.equal("Oct 22, 2026, 9:00 AM – 4:59 PM");
    expect(said("2026-10-22T09:00", "2026-10-24T00:00")).to.equal("Oct 22, 2026, 9:00 AM – Oct 23, 2026, 11:59 PM");
  });

  it("says wall times as they are, also in the hour that the clock skips", () => {
    expect(said("2026-03-08T02:30", "2026-03-08T03:01")).to.equal("Mar 8, 2026, 2:30 – 3:00 AM");
  });

  it("keeps what it cannot say otherwise", () => {
    expect(said("2026-11-01T10:00:00Z", "2026-11-03T10:00:30")).to.equal("Nov 1, 5:00 AM to 2026-11-03 10:00:30");
    expect(said("soon", "later")).to.equal("soon to later");
    expect(said("2026-11-03", "2026-11-01")).to.equal("2026-11-03 to 2026-11-01");
  });
});
