import { expect } from "@open-wc/testing";
import { sendKeys } from "@web/test-runner-commands";
import { html } from "lit";
import type { NothingFound } from "../../../src/views/results/nothing-found.js";
import "../../../src/views/results/nothing-found.js";
import type { Suggestion } from "../../../src/views/shell/panel-state.js";
import type { Coverage } from "../../../src/core/coverage.js";
import { createDefaultFilters } from "../../../src/core/filters/filters.js";
import { getAll, getAllByText, get, hasFocus } from "../../support/screen.js";
import {
  getButton,
  expectAccessibleAnywhere,
  waitForCommand,
  waitForAnyCommand,
  mount,
  waitForUpdate,
  getText,
  type MountOptions,
} from "../support.js";

const COVERAGE: Coverage = {
  asked: { from: Date.parse("2026-11-16T05:00:00Z"), until: Date.parse("2026-11-23T05:00:00Z") },
  readFrom: Date.parse("2026-11-16T05:00:00Z"),
  complete: true,
  requests: 3,
  records: 1240,
  matched: 0,
  sentFilters: [],
  habits: {
    largestAnswer: 500,
    startHonoured: true,
    order: "descending",
    naiveTimes: false,
    shiftMinutes: 0,
    ignoresCase: true,
  },
  accessLog: "merged" as const,
  missing: [],
  narrowed: undefined,
  cut: [],
  outside: 0,
  undated: 0,
  unreadable: 0,
  ...{ oldest: undefined, doubled: false, clockAhead: false },
};

const mountNothingFound = (coverage: Coverage, options?: MountOptions, suggestions: readonly Suggestion[] = []) =>
  mount<NothingFound>(
    html`<alv-nothing-found .coverage=${coverage} .suggestions=${suggestions}></alv-nothing-found>`,
    options,
  );

const readTitle = (element: Element) => getText(get(element, "heading"));
const listParagraphs = (element: Element) => getAll(element, "paragraph").map(getText);
const readText = (element: Element) => listParagraphs(element)[0];
const listButtons = (element: Element) => getAll(element, "button").map(getText);

describe("nothing found", () => {
  it("says what was read and that nothing matched", async () => {
    const { element } = await mountNothingFound(COVERAGE);
    expect(readTitle(element)).to.equal("No events match");
    expect(readText(element)).to.equal("None of the 1,240 records from Nov 16 to Nov 22 match your filters.");
  });

  it("gives times where the range is short", async () => {
    const asked = { ...COVERAGE.asked, from: Date.parse("2026-11-22T05:00:00Z") };
    const coverage = { ...COVERAGE, asked, readFrom: asked.from, records: 1 };
    const { element } = await mountNothingFound(coverage);
    expect(readText(element)).to.equal(
      "The 1 record from Nov 22, 12:00 AM to Nov 22, 11:59 PM does not match your filters.",
    );
  });

  it("does not claim that nothing exists if the server has filtered by itself", async () => {
    const { element } = await mountNothingFound({ ...COVERAGE, records: 0, sentFilters: ["by-ip"] });
    expect(readText(element)).to.equal("No matching records from Nov 16 to Nov 22.");
  });

  it("says that it saw only what the server sent", async () => {
    const { element } = await mountNothingFound({ ...COVERAGE, records: 32, sentFilters: ["by-ip"] });
    expect(readText(element)).to.equal("None of the 32 records from Nov 16 to Nov 22 match your filters.");
  });

  it("says that earlier events are not searched yet, and offers to search them", async () => {
    const coverage = { ...COVERAGE, complete: false, readFrom: Date.parse("2026-11-18T05:00:00Z") };
    const { element, root } = await mountNothingFound(coverage);
    expect(readText(element)).to.contain("from Nov 18 to Nov 22").and.to.contain("Earlier events");
    const asked = waitForAnyCommand(root);
    getButton(element, "Search further back").click();
    expect(await asked).to.equal("search-further");
  });

  it("shows the activity while they are searched, and the same button stops it", async () => {
    const coverage = { ...COVERAGE, complete: false, readFrom: Date.parse("2026-11-18T05:00:00Z") };
    const { element, root } = await mountNothingFound(coverage);
    const further = getButton(element, "Search further back");
    further.focus();
    element.reading = "Searching…";
    await waitForUpdate(element);
    expect(readText(element)).to.equal(
      "None of the 1,240 records from Nov 18 to Nov 22 match your filters. Searching…",
    );
    expect(getText(further)).to.equal("Stop");
    expect(hasFocus(further)).to.equal(true);
    const asked = waitForAnyCommand(root);
    further.click();
    expect(await asked).to.equal("stop");
  });

  it("names the oldest record if earlier time has none", async () => {
    const { element } = await mountNothingFound({ ...COVERAGE, oldest: Date.parse("2026-11-19T08:30:00Z") });
    expect(readText(element)).to.equal(
      "None of the 1,240 records from Nov 16 to Nov 22 match your filters. The oldest known record is from Nov 19. Older logs may be archived.",
    );
  });

  it("suggests a longer range, the given changes, and clear filters, each with one click", async () => {
    const filters = { ...createDefaultFilters(), byUser: "2104" };
    const given = [{ filters, text: "Remove Action: Delete", note: "18 match" }];
    const { element, root } = await mountNothingFound(COVERAGE, {}, given);
    expect(listButtons(element)).to.deep.equal([
      "Search the last 30 days instead",
      "Remove Action: Delete (18 match)",
      "Clear all filters",
    ]);
    const narrowed = waitForCommand(root, "search-for");
    getButton(element, /Remove Action/).click();
    expect(await narrowed).to.deep.equal(filters);
    const longer = waitForAnyCommand(root);
    getButton(element, /30 days/).click();
    expect(await longer).to.equal("search-last-30-days");
  });

  it("does not suggest 30 days if more were read", async () => {
    const asked = { ...COVERAGE.asked, from: Date.parse("2026-08-16T04:00:00Z") };
    const coverage = { ...COVERAGE, asked, readFrom: asked.from };
    const { element } = await mountNothingFound(coverage);
    expect(listButtons(element)).to.deep.equal(["Clear all filters"]);
  });

  it("names what the platform does not log", async () => {
    const { element } = await mountNothingFound(COVERAGE);
    const [title] = getAllByText(element, "What the platform does not log");
    const more = title!.closest("details")!;
    title!.focus();
    await sendKeys({ press: "Enter" });
    expect(more.open).to.equal(true);
    expect(getText(more)).to.contain("star codes");
  });

  it("has no accessibility problem", () =>
    expectAccessibleAnywhere((options) => mountNothingFound({ ...COVERAGE, complete: false, outside: 2 }, options)));
});
