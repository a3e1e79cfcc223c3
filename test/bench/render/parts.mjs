import { computeMedian, printTable } from "../support/report.mjs";
import { SUBJECTS, findTitle, VIEWER } from "./compare.mjs";
import { measureManyRows } from "./many-rows.mjs";
import { measureMount } from "./mount.mjs";
import { measureFlip } from "./page-flip.mjs";
import { measureOpenRow, measureViews } from "./viewer-clicks.mjs";

const MANY = 10_000;
const LONG_TASK_MS = 50;
const KINDS = ["script", "style", "layout", "paint", "garbage", "other"];

/** Other programs on the machine only make these figures larger, so the page with the smallest median counts. */
const SMALLEST = ["painted", "step", "longest"];

/** Combines the pages of one subject. */
function combine(pages) {
  const figures = Object.keys(pages[0] ?? {}).map((figure) => {
    const values = pages.map((page) => page[figure]);
    return [figure, SMALLEST.includes(figure) ? Math.min(...values) : computeMedian(values)];
  });
  return Object.fromEntries(figures);
}

/** Measures every subject in every round, in another order each time. @returns the figures of each subject */
async function measureAll(measure, { rounds, shuffle }) {
  const found = Object.fromEntries(SUBJECTS.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffle(SUBJECTS)) {
      const figures = await measure(name);
      if (figures) found[name].push(figures);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([name, pages]) => [name, combine(pages)]));
}

/** One figure of every subject. */
const pick = (all, figure) => Object.fromEntries(Object.entries(all).map(([name, figures]) => [name, figures[figure]]));

function printKinds(title, all, headings) {
  const rows = SUBJECTS.map((name) => [
    findTitle(name),
    ...headings.map((figure) => all[name][figure]?.toFixed(1) ?? "not available"),
  ]);
  printTable(title, ["", ...headings], rows);
}

async function measureFlips(bench, context) {
  const all = {};
  for (const size of [25, 100]) {
    all[size] = await measureAll((name) => measureFlip(bench, name, { ...context, size }), context);
    const headings = ["painted", "work", ...KINDS, "rowElements"];
    printKinds(`A flip of ${size} rows by kind of work (ms of processor time, from the trace)`, all[size], headings);
  }
  const [small, large] = [pick(all[25], "painted"), pick(all[100], "painted")];
  const own = { viewer: large[VIEWER] };
  return [
    { title: "25 rows, ms", figures: small, digits: 1, timesBest: 0.9 },
    { title: "100 rows, ms", figures: large, digits: 1, timesBest: 1 },
    { title: "100 rows, ms, and own 25", figures: own, digits: 1, times: 1.3, of: small[VIEWER], ofTitle: "own 25" },
    { title: "25 rows, processor time, ms", figures: pick(all[25], "work"), digits: 1 },
    { title: "100 rows, processor time, ms", figures: pick(all[100], "work"), digits: 1 },
    { title: "25 rows, elements", figures: pick(all[25], "elements"), digits: 0 },
    { title: "100 rows, elements", figures: pick(all[100], "elements"), digits: 0 },
    { title: "100 rows, heap, MB", figures: pick(all[100], "heap"), digits: 1 },
  ];
}

async function measureMounts(bench, context) {
  const all = await measureAll((name) => measureMount(bench, name, context), context);
  return [{ title: "25 rows, ms", figures: pick(all, "painted"), digits: 1 }];
}

/** The grids have no row details and no cards, so only the viewer is measured. */
async function measureViewerClicks(bench, context) {
  const measurements = [];
  for (const size of [25, 100]) {
    const given = { ...context, size };
    const pages = [];
    for (let round = 0; round < context.rounds; round += 1) {
      pages.push({ open: await measureOpenRow(bench, given), ...(await measureViews(bench, given)) });
    }
    const least = (figure) => ({ figures: { [VIEWER]: Math.min(...pages.map((page) => page[figure])) }, digits: 1 });
    const title = (what) => `${what}, ${size} rows, ms`;
    measurements.push(
      { title: title("Open a row"), ...least("open"), most: 50 },
      { title: title("Table to Cards"), ...least("cards") },
      { title: title("Cards to Table"), ...least("table") },
    );
  }
  return measurements;
}

async function measureLongList(bench, context) {
  const given = { ...context, count: MANY };
  const all = await measureAll((name) => measureManyRows(bench, name, given), context);
  printKinds("A step of a scroll by kind of work (ms of processor time, from the trace)", all, [
    "step",
    ...KINDS,
    "steps",
  ]);
  if (all[VIEWER].painted === undefined) console.log('\nviewer: not available, because it has no page-size="all".');
  return [
    { title: "paint, ms", figures: pick(all, "painted"), digits: 1, timesBest: 1.2 },
    { title: "step of a scroll, ms", figures: pick(all, "step"), digits: 2, timesBest: 1.2 },
    { title: "longest task of a scroll, ms", figures: pick(all, "longest"), digits: 1, most: LONG_TASK_MS },
    { title: "elements", figures: pick(all, "elements"), digits: 0, most: 1500 },
    { title: "heap, MB", figures: pick(all, "heap"), digits: 1 },
  ];
}

/** The parts of the bench, and how many rows each needs. */
export const PARTS = {
  flip: { title: "A page flip, both pages loaded", rows: 200, measure: measureFlips },
  mount: { title: "The first rows", rows: 100, measure: measureMounts },
  clicks: { title: "Clicks in the viewer", rows: 100, measure: measureViewerClicks },
  rows: { title: "10,000 loaded rows", rows: MANY, measure: measureLongList },
};
