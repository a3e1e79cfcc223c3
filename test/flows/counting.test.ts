import { expect } from "@open-wc/testing";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { findElement, get, getAll, getFocused, getName, getText } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

/** A viewer that has read only the newest part of three months. */
async function showPartOfRange() {
  const stage = await showViewer({
    filters: { ...createDefaultFilters(), range: { preset: "last-3-months" } },
    timeline: true,
  });
  stage.server.behavior.limit = { cap: 50 };
  await stage.viewer.search();
  await waitUntil(() => findElement(stage.viewer, "button", "Count the whole range"), "the offer to count");
  return stage;
}

describe("counting the whole range", () => {
  afterEach(cleanUp);

  it("fills the timeline, loads no rows and says so", async () => {
    const { viewer } = await showPartOfRange();
    const loaded = /[\d,]+ events loaded/.exec(getText(viewer))?.[0];
    expect(loaded).to.be.a("string");
    await click(get(viewer, "button", "Count the whole range"));
    await waitUntil(
      () => /Whole range counted: checked [\d,]+ more records/.test(getText(viewer)),
      "the end of the count",
    );
    await waitUntil(() => /Searched the whole range, [\d,]+ records/.test(getText(viewer)), "the coverage");
    expect(getText(viewer)).to.contain("Counted, not shown");
    expect(getText(viewer)).to.contain(loaded);
    expect(findElement(viewer, "button", "Count the whole range")).to.equal(undefined);
  });

  it("gives screen readers all numbers at the end", async () => {
    const { viewer } = await showPartOfRange();
    await click(get(viewer, "button", "Count the whole range"));
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
    const region = get(viewer, "region", "Timeline");
    const readTable = () => [...get(region, "table").querySelectorAll("tr")].map((row) => getText(row.children[1]!));
    await waitUntil(() => get(region, "table").parentElement?.getAttribute("aria-busy") === "false", "all rows");
    const ofBars = getAll(region, "option").map((bar) => /: ([\d,]+) event/.exec(getName(bar))?.[1]);
    expect(readTable().slice(1)).to.deep.equal(ofBars.filter((count) => count !== undefined && count !== "0"));
  });

  it("works by keyboard, and keeps the focus when the button has done its work", async () => {
    const { viewer } = await showPartOfRange();
    get(viewer, "button", "Count the whole range").focus();
    await press("Enter");
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
    await waitUntil(() => /Whole range counted/.test(getFocused()?.textContent ?? ""), "the focus on the result");
  });

  it("keeps what was counted when the server fails, and goes on with Retry", async () => {
    const { viewer, server } = await showPartOfRange();
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await click(get(viewer, "button", "Count the whole range"));
    await waitUntil(() => findElement(viewer, "button", "Retry"), "the failure");
    expect(getText(viewer)).to.match(/Events before .+ could not be counted/);
    server.behavior.failures = [];
    await click(get(viewer, "button", "Retry"));
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
  });

  it("is offered again for another search", async () => {
    const { viewer } = await showPartOfRange();
    await click(get(viewer, "button", "Count the whole range"));
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
    await viewer.search({ range: { preset: "last-6-months" } });
    await waitUntil(() => findElement(viewer, "button", "Count the whole range"), "the offer to count");
    expect(getText(viewer)).not.to.contain("Whole range counted");
  });

  it("is accessible", async () => {
    const { viewer } = await showPartOfRange();
    await click(get(viewer, "button", "Count the whole range"));
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
    const found = await findAxeProblems(viewer, getRules("light"));
    expect(found, found.join("\n")).to.deep.equal([]);
    expect(getName(get(viewer, "region", "Timeline"))).to.equal("Timeline");
  });
});
