import { computeMedian } from "../support/report.mjs";
import { traceClick } from "../support/trace-click.mjs";
import { clickAndWait, expect } from "./page-flip.mjs";
import { expectRows, openViewer } from "./subjects.mjs";

const CLICKS = 7;

const computeMiddle = (clicks) => computeMedian(clicks.map(({ painted }) => painted));

/**
 * Opens and closes the third row. @returns the time in ms until the details are painted, at the start of their
 * animation
 */
async function openRow(bench, page) {
  const button = page.locator('tr[data-row="2"] .disclose');
  const clicks = [];
  for (let click = -1; click < CLICKS; click += 1) {
    const opened = await traceClick(bench.browser, page, button, expect, ["viewer", ["open"]]);
    // The first time, the code of the details is loaded.
    if (click >= 0) clicks.push(opened);
    await clickAndWait(page, button, ["viewer", ["closed"]]);
  }
  return computeMiddle(clicks);
}

/** Switches between the views. @returns the time in ms until the cards are painted, and until the table is painted */
async function switchView(bench, page, { rows, size }) {
  const [table, cards] = ["Table", "Cards"].map((name) => page.getByRole("radio", { name }));
  const expected = { table: expectRows(rows, size - 1), cards: ["viewer", ["cards", size]] };
  await clickAndWait(page, cards, expected.cards);
  await clickAndWait(page, table, expected.table);
  const clicks = { cards: [], table: [] };
  for (let click = 0; click < CLICKS; click += 1) {
    clicks.cards.push(await traceClick(bench.browser, page, cards, expect, expected.cards));
    clicks.table.push(await traceClick(bench.browser, page, table, expect, expected.table));
  }
  return { cards: computeMiddle(clicks.cards), table: computeMiddle(clicks.table) };
}

async function useViewer(bench, { apiBase, size, isSpoilt }, act) {
  const { page } = await openViewer(bench, { apiBase, pageSize: size, isSpoilt });
  try {
    return await act(page);
  } finally {
    await page.context().close();
  }
}

/** Shows a new viewer with this many rows, which opens the same row several times. */
export const measureOpenRow = (bench, context) => useViewer(bench, context, (page) => openRow(bench, page));

/** Shows a new viewer with this many rows, which switches between its views several times. */
export const measureViews = (bench, context) => useViewer(bench, context, (page) => switchView(bench, page, context));
