import { SHOWN } from "../support/probe.mjs";
import { filterEventsOfPage, readKinds, record } from "../support/trace.mjs";
import { traceClick } from "../support/trace-click.mjs";
import { VIEWER } from "./compare.mjs";
import { readHeap } from "./heap.mjs";
import { clickAndWait, expect } from "./page-flip.mjs";
import { expectRows, openGrid, openViewer } from "./subjects.mjs";

const FEW = 25;
const SEEN = 24;

/** Measures the main thread's processor time for each step of a scroll, from the trace. */
async function traceScroll(bench, page) {
  let scrolled;
  const events = await record(bench.browser, page, async () => {
    scrolled = await page.evaluate(() => globalThis.bench.scrollThrough(false));
  });
  const here = filterEventsOfPage(events, SHOWN);
  const marks = here.filter(({ name }) => name === SHOWN).map(({ ts }) => ts);
  const [from, until] = [marks[0], marks.at(-1)];
  const tasks = here.filter(({ name, ts }) => name === "RunTask" && ts >= from && ts < until);
  const times = tasks.map(({ dur = 0, tdur = dur }) => tdur / 1000);
  const { steps } = scrolled;
  const kinds = Object.entries(readKinds(here, from, until)).map(([kind, ms]) => [kind, ms / steps]);
  return {
    ...{ steps, step: times.reduce((sum, ms) => sum + ms, 0) / steps, longest: Math.max(...times) },
    ...Object.fromEntries(kinds),
  };
}

/** Measures the click that lists all rows, the scroll to the end, the elements on the way, and the heap. */
async function listAndScroll(bench, page, { target, wanted }) {
  const { painted } = await traceClick(bench.browser, page, target, expect, wanted);
  const heap = await readHeap(page);
  const scrolled = await traceScroll(bench, page);
  const { elements } = await page.evaluate(() => globalThis.bench.scrollThrough(true));
  return { painted, heap, ...scrolled, elements };
}

/** In the page: presses "Load more" until this many rows are loaded. */
async function loadRows(count) {
  const root = document.querySelector("audit-log-viewer").shadowRoot;
  const read = () => {
    const { loaded = 0 } = root.querySelector('[part="toolbar"]');
    return loaded;
  };
  const next = () => root.querySelector('[part="pagination"]').shadowRoot.querySelector('[part="next"]');
  while (read() < count) {
    if (next().getAttribute("aria-disabled") === "false") next().click();
    await globalThis.bench.frames(1);
  }
}

/**
 * In the page: adds a button that sets the view. After a click on the viewer's own radio button, the button is painted
 * a frame before the table.
 */
function addTableButton() {
  const button = Object.assign(document.createElement("button"), { id: "act", textContent: "Table" });
  button.style.cssText = "position: fixed; inset: 0 0 auto auto";
  button.addEventListener("click", () => Object.assign(globalThis.subject.root, { view: "table" }));
  document.body.append(button);
}

/** @returns undefined if this viewer cannot list all loaded rows */
async function listInViewer(bench, { apiBase, count, layout, isSpoilt }) {
  const { page, atRest } = await openViewer(bench, { apiBase, pageSize: FEW, isSpoilt });
  try {
    let isRefused = false;
    page.on("console", (message) => (isRefused ||= message.text().includes("page-size")));
    await page.evaluate(async () => {
      const made = globalThis.subject.place({});
      made.setAttribute("page-size", "all");
      await made.search();
    });
    await atRest();
    if (isRefused) return undefined;
    await page.evaluate(loadRows, count);
    await atRest();
    // The rows are loaded. Like the clicks of the grids, the measured click is on a button of the page, and ends when
    // all rows are painted.
    await clickAndWait(page, page.getByRole("radio", { name: "Cards" }), ["viewer", ["folded"]]);
    await page.evaluate(addTableButton);
    const wanted = ["viewer", ["long", count * layout.rowHeight]];
    return await listAndScroll(bench, page, { target: page.locator("#act"), wanted });
  } finally {
    await page.context().close();
  }
}

async function listInGrid(bench, name, { layout, rows }) {
  const { page, button } = await openGrid(bench, name, { layout, pages: [rows.slice(-FEW), rows] });
  try {
    await page.evaluate(async () => {
      const { subject, pages } = globalThis;
      await subject.create(pages[0]);
      subject.onClick(() => subject.setRows(pages[1]));
      await globalThis.bench.frames(10);
    });
    return await listAndScroll(bench, page, { target: button, wanted: expectRows(rows, SEEN) });
  } finally {
    await page.context().close();
  }
}

/** Opens a new page that lists all rows and scrolls by one window at a time. */
export const measureManyRows = (bench, name, context) =>
  name === VIEWER ? listInViewer(bench, context) : listInGrid(bench, name, context);
