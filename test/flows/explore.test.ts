import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import { language as ar } from "../../src/i18n/ar.js";
import { findElement, get, getAll, getFocused, getName, getText, hasFocus } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import {
  findBreakdown,
  getBars,
  readRows,
  selectBar,
  showBoth,
  TWO_DAYS,
  waitForBars,
  waitForValues,
} from "./explore-support.js";
import { cleanUp, showViewer, waitForRender, waitUntil } from "./support.js";

const overlaps = (one: Element, other: Element) => {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
};

/** Presses a key until the focus is on an element with this name. */
async function moveTo(name: string | RegExp, key = "Tab", most = 30): Promise<void> {
  const isThere = () => {
    const focused = getFocused();
    const own = focused ? getName(focused) : "";
    return typeof name === "string" ? own === name : name.test(own);
  };
  for (let step = 0; step < most && !isThere(); step += 1) await press(key);
  expect(isThere(), `the focus on ${name}`).to.equal(true);
}

describe("the timeline and the breakdown", () => {
  afterEach(async () => {
    cleanUp();
    document.documentElement.dir = "ltr";
    scrollTo(0, 0);
    await emulateMedia({ media: "screen" });
  });

  it("are both open again when the element is made anew with the same storage", async () => {
    const stored = new Map<string, string>();
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, text: string) => void stored.set(key, text),
    };
    const properties = { preferencesKey: "test", storage };
    const { viewer } = await showViewer(properties);
    await viewer.search();
    await click(get(viewer, "button", "Timeline"));
    await waitForBars(viewer);
    await click(get(viewer, "button", "Breakdown"));
    await waitForValues(viewer);
    cleanUp();
    const again = await showViewer(properties);
    await again.viewer.search();
    await waitForBars(again.viewer);
    await waitForValues(again.viewer);
    expect([again.viewer.timeline, again.viewer.breakdown]).to.deep.equal([true, true]);
    await click(get(again.viewer, "button", "Fold the timeline"));
    await waitUntil(() => findElement(again.viewer, "button", "Unfold the timeline"), "the folded line");
    await click(get(again.viewer, "button", "Close the breakdown"));
    await waitUntil(() => !findBreakdown(again.viewer), "the end of the breakdown");
    cleanUp();
    const third = await showViewer(properties);
    await third.viewer.search();
    expect([third.viewer.timeline, third.viewer.breakdown]).to.deep.equal([false, false]);
  });

  it("are used by keyboard alone: open both, select a time, search it, filter for a value", async () => {
    const filters = { ...createDefaultFilters(), range: TWO_DAYS };
    const { viewer } = await showViewer({ filters, pageSize: 25 });
    await viewer.search();
    get(viewer, "button", "Search").focus();
    await moveTo("Breakdown");
    await press("Enter");
    await waitForValues(viewer);
    await moveTo("Timeline");
    await press("Enter");
    await waitForBars(viewer);
    await waitUntil(() => getFocused()?.getAttribute("role") === "option", "the focus on a bar");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "group", "Selected time"), "the selection");
    await moveTo("Start of the selection");
    await press("ArrowLeft");
    await moveTo("Zoom to selection");
    await press("Enter");
    await waitUntil(() => JSON.stringify(viewer.filters.range) !== JSON.stringify(TWO_DAYS), "the zoomed range");
    await waitForBars(viewer);
    await waitForValues(viewer);
    await moveTo("Close the breakdown", "Tab", 60);
    await moveTo(/ events?$/, "ArrowDown");
    const [, count] = /(\d+) events?$/.exec(getName(getFocused()!))!;
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", /^Remove filter Action/), "the filter");
    await waitUntil(() => findElement(viewer, "button", /^Details: /), "the rows");
    expect(readRows(viewer)).to.have.length(Math.min(25, Number(count)));
  });

  it("let a selected time move nothing, and its tag cover no chip", async () => {
    const { viewer } = await showBoth({}, { width: 1280 });
    await viewer.search({ affectedDomain: "harborview-dental.example" });
    await waitForBars(viewer);
    await waitForValues(viewer);
    const top = get(viewer, "table", "Audit events").getBoundingClientRect().top;
    for (const bar of [getBars(viewer)[2]!, getBars(viewer).at(-3)!]) {
      await click(bar);
      const tag = await waitUntil(() => findElement(viewer, "group", "Selected time"), "the selection");
      // The chips are above the bars.
      expect(tag.getBoundingClientRect().top).to.be.at.least(bar.getBoundingClientRect().bottom);
      expect(overlaps(tag, get(viewer, "button", "Fold the timeline"))).to.equal(false);
      expect(get(viewer, "table", "Audit events").getBoundingClientRect().top).to.equal(top);
      await press("Escape");
      await waitUntil(() => !findElement(viewer, "group", "Selected time"), "the end of the selection");
    }
  });

  it("keep the breakdown in view while the rows scroll", async () => {
    const { viewer } = await showBoth({ pageSize: 100 });
    await waitForValues(viewer);
    scrollTo(0, 1500);
    const { top, bottom } = findBreakdown(viewer)!.getBoundingClientRect();
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.above(innerHeight / 2);
  });

  it("name time that was only counted where no bar is", async () => {
    const { viewer, server } = await showViewer({
      filters: { ...createDefaultFilters(), range: { preset: "last-3-months" } },
      timeline: true,
    });
    server.behavior.limit = { cap: 50 };
    await viewer.search();
    await click(await waitUntil(() => findElement(viewer, "button", "Count the whole range"), "the offer"));
    await waitUntil(() => /Whole range counted/.test(getText(viewer)), "the end of the count");
    const region = get(viewer, "region", "Timeline");
    await waitUntil(() => /Counted, not shown/.test(getText(region)), "the bars with the counts");
    // The key names it once; the plot has no room for the name.
    expect(getText(region).match(/Counted, not shown/g)).to.have.length(1);
  });

  it("fit on a phone: the tag, the sheet and the list of all values", async () => {
    const { viewer } = await showBoth({}, { width: 320 });
    expect(viewer.scrollWidth).to.be.at.most(320);
    await selectBar(viewer);
    expect(viewer.scrollWidth).to.be.at.most(320);
    await click(get(viewer, "button", "Breakdown"));
    await waitForValues(viewer);
    await click(getAll(viewer, "button", /more, Performed by$/)[0]!);
    const list = await waitUntil(() => findElement(viewer, "listbox", /^Find in/), "the list");
    const { left, right } = list.getBoundingClientRect();
    expect(left).to.be.at.least(0);
    expect(right).to.be.at.most(document.documentElement.clientWidth);
    await press("Escape");
    await press("Escape");
    await waitUntil(() => !findElement(viewer, "dialog", "Breakdown"), "the end of the sheet");
    expect(hasFocus(get(viewer, "button", "Breakdown"))).to.equal(true);
  });

  it("change sides in Arabic, but time runs from left to right", async () => {
    document.documentElement.dir = "rtl";
    const { viewer } = await showBoth({ locale: "ar" });
    const region = await waitUntil(() => findElement(viewer, "region", ar.breakdown), "the breakdown");
    const table = getAll(viewer, "table").at(-1)!.getBoundingClientRect();
    expect(region.getBoundingClientRect().right).to.be.at.most(table.left + 1);
    const lefts = getBars(viewer).map((bar) => bar.getBoundingClientRect().left);
    expect(lefts).to.deep.equal([...lefts].sort((one, other) => one - other));
    const bar = (await waitForBars(viewer)).at(-1)!;
    const before = viewer.filters.range;
    bar.focus();
    // The arrow to the left is earlier time in every language.
    await press("ArrowLeft");
    const earlier = getFocused()!.getBoundingClientRect().left;
    expect(earlier).to.be.below(bar.getBoundingClientRect().left);
    await press("Enter", "Enter");
    await waitUntil(() => viewer.filters.range !== before && "from" in viewer.filters.range, "the zoomed range");
  });

  it("are numbers in a table on paper, which add up to the events of the breakdown", async () => {
    const { viewer } = await showBoth();
    await waitForValues(viewer);
    const events = Number(/of ([\d,]+) events/.exec(getText(findBreakdown(viewer)!))![1]!.replace(",", ""));
    await emulateMedia({ media: "print" });
    await waitUntil(() => findElement(viewer, "heading", "Audit events"), "the report");
    const table = get(get(viewer, "region", "Timeline"), "table");
    expect(table.getBoundingClientRect().width).to.be.above(400);
    // The bars are laid out for the sheet, and counted again.
    const cells = await waitUntil(() => {
      const found = [...table.querySelectorAll("tbody td:first-of-type:not([colspan])")];
      return found.length > 0 && found;
    }, "the numbers");
    const totals = cells.map((cell) => Number.parseInt(getText(cell).trim().replace(",", "")));
    expect(totals.reduce((sum, one) => sum + one, 0)).to.equal(events);
    expect(getText(viewer)).to.contain("Login");
    expect(findElement(viewer, "button", "Zoom to selection")).to.equal(undefined);
    await waitForRender(viewer);
    // Beside the rows, the breakdown would leave them no room on a sheet.
    const rows = get(viewer, "table", "Audit events").getBoundingClientRect();
    expect(findBreakdown(viewer)!.getBoundingClientRect().top).to.be.at.least(rows.bottom);
  });
});
