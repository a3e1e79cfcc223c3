import { openPage } from "./page.mjs";

/** Longer than the 500 ms in which a browser excuses a shift by a click. */
const RESPONSE_MS = 700;
const WINDOWS = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 320, height: 640 },
];

const findDetails = (page) => page.getByRole("button", { name: /^Details/ });
const search = (page, filters) =>
  page.evaluate((given) => document.querySelector("audit-log-viewer").search(given), filters);

/**
 * The steps, in their order. `isAsked`: the user expects movement, such as rows that make room for opened details, so a
 * shift right after the input does not count.
 */
const STEPS = [
  { name: "first search and statistics", act: (page) => search(page, {}) },
  { name: "open details", isAsked: true, act: (page) => findDetails(page).first().click() },
  { name: "close details", isAsked: true, act: (page) => findDetails(page).first().click() },
  { name: "Next", isAsked: true, act: (page) => page.getByRole("button", { name: "Next" }).click() },
  { name: "Refresh", act: (page) => page.evaluate(() => document.querySelector("audit-log-viewer").refresh()) },
  { name: "another search", act: (page) => search(page, { actions: ["login"] }) },
];

/** Shows a viewer and does the steps. @returns the shifts of each step */
async function goThrough(bench, { apiBase, viewport, view }) {
  const { page, atRest } = await openPage(bench, { apiBase, viewport });
  try {
    await page.evaluate(
      async ([shown, ms]) => {
        const { bench } = globalThis;
        bench.responseMs = ms;
        const made = document.createElement("audit-log-viewer");
        document.body.append(Object.assign(made, { adapter: bench.adapter, view: shown }));
        await bench.frames(10);
      },
      [view, RESPONSE_MS],
    );
    await page.evaluate(() => globalThis.bench.start.takeShifts());
    const found = {};
    for (const { name, act } of STEPS) {
      await act(page);
      // Waits until everything is painted, including animations.
      await atRest();
      await page.evaluate(() => globalThis.bench.frames(40));
      found[name] = await page.evaluate(() => globalThis.bench.start.takeShifts());
    }
    return found;
  } finally {
    await page.context().close();
  }
}

const sum = (shifts) => shifts.reduce((all, { value }) => all + value, 0);

/** Measures what browsers count as shifts, in three windows and both views. */
export async function measureShifts(bench, { apiBase }) {
  const rows = STEPS.map(({ name, isAsked }) => [name, [], isAsked ? "0, but for what was asked" : "0"]);
  const failures = [];
  const headings = ["step"];
  for (const view of ["table", "cards"]) {
    for (const viewport of WINDOWS) {
      headings.push(`${view}, ${viewport.width} px`);
      const found = await goThrough(bench, { apiBase, viewport, view });
      for (const [at, { name, isAsked }] of STEPS.entries()) {
        const all = found[name];
        const counting = isAsked ? all.filter(({ hadRecentInput }) => !hadRecentInput) : all;
        rows[at][1].push(
          all.length === 0 ? "0" : `${sum(counting).toFixed(4)}${isAsked ? ` (${sum(all).toFixed(4)})` : ""}`,
        );
        for (const { sources } of counting)
          failures.push(`${name}, ${view}, ${viewport.width} px: ${sources.join("; ")}.`);
      }
    }
  }
  return {
    headings: [...headings, "limit"],
    rows: rows.map(([name, sums, limit]) => [name, ...sums, limit]),
    failures,
  };
}
