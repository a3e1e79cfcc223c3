import { computeMedian } from "../support/report.mjs";
import { traceClick } from "../support/trace-click.mjs";
import { readHeap } from "./heap.mjs";
import { GRIDS } from "./bundles.mjs";
import { VIEWER } from "./compare.mjs";
import { checkRows, expectRows, openGrid, openViewer } from "./subjects.mjs";

const CLICKS = 7;
/** The number of rows that fit into the window of every grid. They must be painted. */
const SEEN = 25;

/** Runs in the page, before a click. */
export const expect = (wanted) => globalThis.bench.expect(wanted);

/** Clicks without a trace. */
export async function clickAndWait(page, target, wanted) {
  await page.evaluate(expect, wanted);
  await target.click();
  await page.evaluate(() => globalThis.bench.ready);
}

/** Before the measurement, both pages are loaded and were shown. */
async function flip(bench, { page, there, back, pages, last }) {
  const [first, second] = pages.map((rows) => expectRows(rows, last));
  for (let turn = 0; turn < 2; turn += 1) {
    await clickAndWait(page, there, second);
    await clickAndWait(page, back, first);
  }
  const clicks = [];
  for (let click = 0; click < CLICKS; click += 1) {
    clicks.push(await traceClick(bench.browser, page, there, expect, second));
    if (click === 0) await checkRows(page, pages[1], last);
    await clickAndWait(page, back, first);
  }
  const elements = await page.evaluate(() => globalThis.bench.countElements());
  const rowElements = await page.evaluate(() => globalThis.bench.countElements(globalThis.subject.rowAt(0)));
  return { clicks, elements, rowElements, heap: await readHeap(page) };
}

async function flipViewer(bench, { apiBase, pages, isSpoilt }) {
  const { page, atRest, next, previous } = await openViewer(bench, { apiBase, pageSize: pages[0].length, isSpoilt });
  try {
    // Loads the second page.
    await next.click();
    await atRest();
    await previous.click();
    await atRest();
    return await flip(bench, { page, there: next, back: previous, pages, last: Math.min(SEEN, pages[0].length) - 1 });
  } finally {
    await page.context().close();
  }
}

async function flipGrid(bench, name, { layout, pages }) {
  const { page, button } = await openGrid(bench, name, { layout, pages });
  try {
    await page.evaluate(async () => {
      const { subject, pages } = globalThis;
      await subject.create(pages[0]);
      let shown = 0;
      subject.onClick(() => subject.setRows(pages[(shown = 1 - shown)]));
    });
    await page.evaluate(() => globalThis.bench.frames(10));
    const last = GRIDS[name].isGrid ? Math.min(SEEN, pages[0].length) - 1 : pages[0].length - 1;
    return await flip(bench, { page, there: button, back: button, pages, last });
  } finally {
    await page.context().close();
  }
}

/** Medians of the clicks of one page. */
function summarize({ clicks, ...rest }) {
  const middle = (read) => computeMedian(clicks.map(read));
  const kinds = Object.keys(clicks[0].kinds).map((kind) => [kind, middle((click) => click.kinds[kind])]);
  return {
    painted: middle(({ painted }) => painted),
    work: middle(({ work }) => work),
    ...Object.fromEntries(kinds),
    ...rest,
  };
}

/** Opens a new page that switches between two loaded pages of this size. @returns the medians of its clicks, in ms */
export async function measureFlip(bench, name, { size, ...context }) {
  const { rows } = context;
  const pages = [rows.slice(0, size), rows.slice(size, 2 * size)];
  const flipped =
    name === VIEWER ? flipViewer(bench, { ...context, pages }) : flipGrid(bench, name, { ...context, pages });
  return summarize(await flipped);
}
