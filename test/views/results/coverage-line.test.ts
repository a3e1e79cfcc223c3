import { expect } from "@open-wc/testing";
import { html } from "lit";
import "../../../src/views/results/coverage-line.js";
import * as notes from "../../../src/views/results/coverage-notes.js";
import { coverageNotes } from "../../../src/views/results/coverage-text.js";
import type { CoverageLine } from "../../../src/views/results/coverage-line.js";
import type { Coverage } from "../../../src/core/coverage.js";
import { getAll } from "../../support/screen.js";
import { expectAccessible, mount, getText } from "../support.js";
import { DAY } from "../../support/durations.js";

const until = Date.parse("2026-11-23T12:00:00Z");

const COVERAGE: Coverage = {
  asked: { from: until - 7 * DAY, until },
  readFrom: until - 7 * DAY,
  complete: true,
  requests: 3,
  records: 1240,
  matched: 37,
  sentFilters: [],
  habits: {
    largestAnswer: 500,
    startHonoured: "unknown",
    order: "descending",
    naiveTimes: false,
    shiftMinutes: 0,
    ignoresCase: true,
  },
  accessLog: "merged",
  missing: [],
  narrowed: undefined,
  cut: [],
  outside: 0,
  undated: 0,
  unreadable: 0,
  ...{ oldest: undefined, doubled: false, clockAhead: false },
};

/** Half-open: it ends when December begins in New York. */
const NOVEMBER = {
  asked: { from: Date.UTC(2026, 10, 1, 4), until: Date.UTC(2026, 11, 1, 5) },
  readFrom: Date.UTC(2026, 10, 1, 4),
};

const DAY_BEFORE = { asked: { from: until - DAY, until }, readFrom: until - DAY };

async function readLine(change: Partial<Coverage>, isExtentTold = false): Promise<string[]> {
  const coverage = { ...COVERAGE, ...change };
  const { element } = await mount<CoverageLine>(
    html`<alv-coverage-line .coverage=${coverage} .extentTold=${isExtentTold}></alv-coverage-line>`,
  );
  await expectAccessible();
  return getAll(element, "paragraph").map(getText);
}

describe("the coverage line", () => {
  before(() => coverageNotes.set(notes));

  const createSecond = (at: number) => ({
    span: { from: until - at * 1000, until: until - (at - 1) * 1000 },
    atLeast: 30,
  });
  const cases: { name: string; change: Partial<Coverage>; texts: string[] }[] = [
    { name: "everything", change: {}, texts: ["Checked 1,240 records from Nov 16 to Nov 23."] },
    {
      name: "days up to the last one, not to the one after it",
      change: NOVEMBER,
      texts: ["Checked 1,240 records from Nov 1 to Nov 30."],
    },
    {
      name: "a day up to its last minute",
      change: { asked: { ...NOVEMBER.asked, from: NOVEMBER.asked.until - DAY }, readFrom: NOVEMBER.asked.until - DAY },
      texts: ["Checked 1,240 records from Nov 30, 12:00 AM to Nov 30, 11:59 PM."],
    },
    {
      name: "a part",
      change: { readFrom: until - 2 * DAY, complete: false, records: 1 },
      texts: ["Checked 1 record, back to Nov 21, 7:00 AM."],
    },
    {
      name: "what the server filtered",
      change: { sentFilters: ["affectedDomain", "byIp"] },
      texts: [
        "Checked 1,240 records from Nov 16 to Nov 23. Affected domain and Performed by IP address were filtered on the server.",
      ],
    },
    {
      name: "the oldest record, where older time has none",
      change: { oldest: Date.parse("2026-11-19T08:30:00Z"), sentFilters: ["byIp"] },
      texts: [
        "Checked 1,240 records from Nov 16 to Nov 23. The oldest known record is from Nov 19. Older logs may be archived. Performed by IP address was filtered on the server.",
      ],
    },
    {
      name: "the oldest record of a short range with its time",
      change: { ...DAY_BEFORE, oldest: Date.parse("2026-11-23T05:09:00Z") },
      texts: [
        "Checked 1,240 records from Nov 22, 7:00 AM to Nov 23, 6:59 AM. The oldest known record is from Nov 23, 12:09 AM. Older logs may be archived.",
      ],
    },
    {
      name: "that every event is there twice",
      change: { doubled: true },
      texts: [
        "Checked 1,240 records from Nov 16 to Nov 23.",
        "The server sends every record twice, so every event is shown, counted and exported twice.",
      ],
    },
    {
      name: "that the newest events may be missing",
      change: { clockAhead: true },
      texts: [
        "Checked 1,240 records from Nov 16 to Nov 23.",
        "The server's clock may be ahead, so the newest events may be missing.",
      ],
    },
    {
      name: "sign-ins that could not be read",
      change: { accessLog: "refused" },
      texts: [
        "Checked 1,240 records from Nov 16 to Nov 23. The access log could not be read. It may have more sign-ins.",
      ],
    },
  ];
  for (const { name, change, texts } of cases) {
    it(`says: ${name}`, async () => expect(await readLine(change)).to.deep.equal(texts));
  }

  it("leaves out how far the search has read if a notice says it", async () => {
    expect(await readLine({}, true)).to.deep.equal([]);
    expect(await readLine({ accessLog: "refused", doubled: true }, true)).to.deep.equal([
      "The access log could not be read. It may have more sign-ins.",
      "The server sends every record twice, so every event is shown, counted and exported twice.",
    ]);
  });

  it("names seconds that the server does not return whole, the first three one by one", async () => {
    const texts = await readLine({ complete: false, cut: [1, 2, 3, 4, 5].map(createSecond) });
    expect(texts).to.have.length(5);
    expect(texts[1]).to.equal(
      "The server returned only part of Nov 23, 2026, 06:59:59 AM EST: that second has at least 30 records.",
    );
    expect(texts[4]).to.equal("The same applies to 2 more seconds.");
  });

  it("warns of everything that the user must know", async () => {
    const habits = { ...COVERAGE.habits, shiftMinutes: 480 };
    const texts = await readLine({ complete: false, outside: 12, undated: 1, unreadable: 2, habits });
    expect(texts.slice(1)).to.deep.equal([
      "12 records were outside the requested range and are not shown. The server may use another time zone.",
      "Server times have no time zone; shifted by +8 hours.",
      "1 record without a readable time is in server order.",
      "2 records could not be read and are not shown.",
    ]);
  });
});
