import { computeMedian, printTable } from "../support/report.mjs";

/**
 * What is compared. A limit says how many times as long as the viewer the other way must take at least; with `most`,
 * how many times as long as the other way the viewer may take.
 */
const PARTS = {
  csv: {
    title: "CSV of 100,000 events",
    setting: { subject: "csv", count: 100_000, turns: 1, warmUps: 1 },
    limits: { papaparse: { least: 4 }, "d3-dsv": { least: 2.5 }, "JSON.stringify": { most: 1.2 } },
  },
  small: {
    title: "CSV of 1,000 events",
    setting: { subject: "csv", count: 1000, turns: 4, warmUps: 8 },
    limits: { "d3-dsv": { least: 2 } },
  },
  times: {
    title: "100,000 times in America/New_York",
    setting: { subject: "times", count: 100_000, turns: 1, warmUps: 2 },
    limits: { "Intl.DateTimeFormat": { least: 4 } },
  },
};

export const PART_NAMES = Object.keys(PARTS);

/** Other work of the machine makes whole rounds slower, so ratios are computed within each round. */
function computeRatio(times, name) {
  return computeMedian(times[name].map((ms, round) => ms / times.viewer[round]));
}

function judge(ratio, limit) {
  if (!limit) return { text: "", isMet: true };
  const { least, most } = limit;
  if (least) return { text: `>= ${least}`, isMet: ratio >= least };
  return { text: `>= ${(1 / most).toFixed(2)} (viewer <= ${most} x)`, isMet: 1 / ratio <= most };
}

/** Prints one part. @returns a sentence for each limit that is not met */
export async function measurePart(page, part, { rounds, now }) {
  const { title, setting, limits } = PARTS[part];
  const run = { ...setting, rounds, now };
  const times = await page.evaluate((asked) => globalThis.csvBench.measure(asked), run);
  const failures = [];
  const rows = Object.keys(times).map((name) => {
    const ratio = computeRatio(times, name);
    const { text, isMet } = judge(ratio, limits[name]);
    if (!isMet) failures.push(`${title}: ${name} takes ${ratio.toFixed(2)} times as long as the viewer, not ${text}.`);
    return [name, computeMedian(times[name]).toFixed(2), ratio.toFixed(2), text, isMet ? "" : "missed"];
  });
  printTable(title, ["", "ms", "times the viewer", "limit", ""], rows);
  return failures;
}

/** @returns a sentence if the ways do not write the same table */
export async function compareTables(page, now) {
  const wrong = await page.evaluate((hour) => globalThis.csvBench.findDifferent(1000, hour), now);
  return wrong.map((name) => `${name} does not write the table that is compared.`);
}
