import { expect } from "@open-wc/testing";
import { emulateMedia } from "@web/test-runner-commands";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import type { AuditLogViewer } from "../../src/index.js";
import { findAxeProblems, getRules } from "../support/axe.js";
import { findElement, get, getAll, getFocused, getName } from "../support/screen.js";
import { click, press } from "../support/user-input.js";
import { cleanUp, showViewer, waitUntil } from "./support.js";

const RANGE = { from: "2026-11-21T00:00:00-05:00", until: "2026-11-23T00:00:00-05:00" };

const getBars = (viewer: AuditLogViewer) => getAll(viewer, "option").filter((one) => one.classList.contains("bar"));

/** The bars with events, once they are counted. */
async function waitForBars(viewer: AuditLogViewer): Promise<HTMLElement[]> {
  const busy = () => getBars(viewer).filter((bar) => /: [\d,]+ events?,/.test(getName(bar)));
  await waitUntil(() => busy().length > 0, "the counts");
  return busy();
}

async function showTimeline(properties: Partial<AuditLogViewer> = {}, options: { width?: number } = {}) {
  const stage = await showViewer(
    { filters: { ...createDefaultFilters(), range: RANGE }, timeline: true, ...properties },
    options,
  );
  await stage.viewer.search();
  await waitForBars(stage.viewer);
  return stage;
}

const rangeOf = (viewer: AuditLogViewer) => viewer.filters.range;

describe("the timeline in the viewer", () => {
  afterEach(cleanUp);

  it("is one line with a button, until it is used", async () => {
    const { viewer } = await showViewer({ filters: { ...createDefaultFilters(), range: RANGE } });
    await viewer.search();
    const button = get(viewer, "button", "Timeline");
    expect(button.getAttribute("aria-expanded")).to.equal("false");
    expect(findElement(viewer, "region", "Timeline")).to.equal(undefined);
    await click(button);
    await waitForBars(viewer);
    expect(viewer.timeline).to.equal(true);
    await waitUntil(() => getFocused()?.getAttribute("role") === "option", "the focus on a bar");
    await click(get(viewer, "button", "Fold the timeline"));
    await waitUntil(() => findElement(viewer, "button", "Unfold the timeline"), "the folded line");
    expect(viewer.timeline).to.equal(false);
    expect(getBars(viewer)).to.have.length(0);
  });

  it("is shown when the page unfolds it during the first search", async () => {
    const { viewer } = await showViewer({ filters: { ...createDefaultFilters(), range: RANGE } });
    const searching = viewer.search();
    await viewer.updateComplete;
    viewer.timeline = true;
    await searching;
    await waitForBars(viewer);
  });

  it("counts the events that were read", async () => {
    const { viewer } = await showTimeline();
    const total = getBars(viewer)
      .map((bar) => Number(/: ([\d,]+) events?/.exec(getName(bar))?.[1]?.replace(",", "") ?? 0))
      .reduce((sum, count) => sum + count, 0);
    expect(total).to.be.at.least(25);
    expect(getAll(viewer, "listitem").some((item) => item.textContent?.includes("This page"))).to.equal(true);
  });

  it("zooms with the mouse, and Back returns", async () => {
    const { viewer } = await showTimeline();
    const [bar] = (await waitForBars(viewer)).slice(-1);
    const name = getName(bar!).split(":")[0]!;
    await click(bar!);
    await click(await waitUntil(() => findElement(viewer, "button", "Zoom to selection"), "the selection"));
    await waitUntil(() => JSON.stringify(rangeOf(viewer)) !== JSON.stringify(RANGE), "the zoomed range");
    await waitUntil(() => findElement(viewer, "button", "Back"), "the way back");
    const { from, until } = rangeOf(viewer) as typeof RANGE;
    expect(Date.parse(until) - Date.parse(from), name).to.equal(30 * 60_000);
    await waitForBars(viewer);
    expect(findElement(viewer, "group", "Selected time")).to.equal(undefined);
    await click(get(viewer, "button", "Back"));
    await waitUntil(() => JSON.stringify(rangeOf(viewer)) === JSON.stringify(RANGE), "the range before");
    await waitUntil(() => !findElement(viewer, "button", "Back"), "no way back");
  });

  it("zooms with the keyboard alone, and keeps the focus on a bar", async () => {
    const { viewer } = await showTimeline();
    await waitForBars(viewer);
    get(viewer, "button", "Fold the timeline").focus();
    // The button that counts the whole range is between them, while older time is not searched.
    const isOnBar = () => getFocused()?.getAttribute("role") === "option";
    for (let stop = 0; stop < 2 && !isOnBar(); stop += 1) await press("Shift+Tab");
    expect(isOnBar()).to.equal(true);
    await press("Home", "Shift+End", "Shift+ArrowLeft", "Enter");
    await waitUntil(() => JSON.stringify(rangeOf(viewer)) !== JSON.stringify(RANGE), "the zoomed range");
    await waitForBars(viewer);
    await waitUntil(() => getFocused()?.getAttribute("role") === "option", "the focus on a bar");
    expect(new Date((rangeOf(viewer) as typeof RANGE).from).getTime()).to.equal(Date.parse(RANGE.from));
  });

  it("is accessible in both themes, in forced colors and at 320 px", async () => {
    for (const theme of ["light", "dark"] as const) {
      const { viewer } = await showTimeline({ theme });
      await click((await waitForBars(viewer))[0]!);
      await waitUntil(() => findElement(viewer, "group", "Selected time"), "the selection");
      const found = await findAxeProblems(viewer, getRules(theme));
      expect(found, found.join("\n")).to.deep.equal([]);
      cleanUp();
    }
    await emulateMedia({ forcedColors: "active" });
    try {
      const { viewer } = await showTimeline({}, { width: 320 });
      await click((await waitForBars(viewer))[0]!);
      await waitUntil(() => findElement(viewer, "group", "Selected time"), "the selection");
      expect(viewer.scrollWidth).to.be.at.most(320);
      const found = await findAxeProblems(viewer);
      expect(found, found.join("\n")).to.deep.equal([]);
    } finally {
      await emulateMedia({ forcedColors: "none" });
    }
  });

  it("is on paper with its numbers", async () => {
    const { viewer } = await showTimeline();
    await emulateMedia({ media: "print" });
    try {
      const table = get(get(viewer, "region", "Timeline"), "table");
      expect(table.getBoundingClientRect().width).to.be.above(400);
      expect(findElement(viewer, "button", "Fold the timeline")).to.equal(undefined);
    } finally {
      await emulateMedia({ media: "screen" });
    }
  });
});
