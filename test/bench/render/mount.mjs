import { computeMedian } from "../support/report.mjs";
import { traceClick } from "../support/trace-click.mjs";
import { VIEWER } from "./compare.mjs";
import { expect } from "./page-flip.mjs";
import { expectRows, openGrid, openViewer } from "./subjects.mjs";

const CLICKS = 7;
const ROWS = 25;

/** Clicks Search in a new viewer each time. The responses are in memory, and the code is loaded. */
async function mountViewer(bench, { apiBase, wanted, isSpoilt }) {
  const { page, atRest } = await openViewer(bench, { apiBase, pageSize: ROWS, isSpoilt });
  const clicks = [];
  try {
    for (let click = 0; click < CLICKS; click += 1) {
      await page.evaluate((pageSize) => void globalThis.subject.place({ pageSize }), ROWS);
      await atRest();
      const search = page.getByRole("button", { name: "Search", exact: true });
      clicks.push(await traceClick(bench.browser, page, search, expect, wanted));
    }
  } finally {
    await page.context().close();
  }
  return clicks;
}

async function mountGrid(bench, name, { layout, rows, wanted }) {
  const { page, button } = await openGrid(bench, name, { layout, pages: [rows] });
  const clicks = [];
  try {
    await page.evaluate(() => globalThis.subject.onClick(() => globalThis.subject.create(globalThis.pages[0])));
    for (let click = 0; click < CLICKS; click += 1) {
      clicks.push(await traceClick(bench.browser, page, button, expect, wanted));
      await page.evaluate(() => globalThis.subject.destroy());
    }
  } finally {
    await page.context().close();
  }
  return clicks;
}

/** Opens a new page that shows its first rows several times. @returns the medians of its clicks, in ms */
export async function measureMount(bench, name, context) {
  const rows = context.rows.slice(0, ROWS);
  const given = { ...context, rows, wanted: expectRows(rows, ROWS - 1) };
  const clicks = await (name === VIEWER ? mountViewer(bench, given) : mountGrid(bench, name, given));
  return {
    painted: computeMedian(clicks.map(({ painted }) => painted)),
    work: computeMedian(clicks.map(({ work }) => work)),
  };
}
