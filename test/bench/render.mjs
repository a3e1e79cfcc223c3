import { startMockApi } from "../../scripts/mock-api.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { bundleGrids, GRIDS } from "./render/bundles.mjs";
import { createShuffle } from "./render/compare.mjs";
import { PARTS } from "./render/parts.mjs";
import { reportMeasurements, writeRows } from "./render/report.mjs";
import { readRows } from "./render/rows.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { reportFailures } from "./support/report.mjs";
import { writeTable } from "./support/write-table.mjs";

/*
 * The cost of showing rows, with the built package and with grids that show the same texts: docs/performance.md says
 * what is measured, and how.
 */

const PART_NAMES = Object.keys(PARTS);

const USAGE = `Usage: npm run bench:render -- [options]

Measures the built package beside other grids and exits with 1 if a limit is not met.

  --only PART   ${PART_NAMES.join(" | ")}; may be repeated
  --rounds N    new pages of the viewer and of each grid, for each measurement (5)
  --seed N      of the order of the pages (another one each time)
  --spoil       makes the viewer slow: the run must fail
  --write       writes the tables into docs/performance.md
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: PART_NAMES },
  rounds: { type: "string", default: "5" },
  seed: { type: "string", default: String(Math.floor(Math.random() * 1_000_000) + 1) },
  spoil: { type: "boolean", default: false },
  write: { type: "boolean", default: false },
};

const options = readOptions(USAGE, FLAGS, ({ only, rounds, seed }) => {
  checkChoices("only", only, PART_NAMES);
  checkPositive("rounds", rounds);
  checkPositive("seed", seed);
});

const parts = PART_NAMES.filter((name) => options.only.includes(name));
const count = Math.max(...parts.map((name) => PARTS[name].rows));
const bench = await openBenchBrowser(await bundleGrids(Object.keys(GRIDS)));
const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON });
const failures = [];
console.log(`Seed: ${options.seed}`);
try {
  const { rows, layout } = await readRows(bench, { apiBase: api.url, count });
  const context = {
    ...{ apiBase: api.url, rows, layout, shuffle: createShuffle(Number(options.seed)) },
    ...{ rounds: Number(options.rounds), isSpoilt: options.spoil },
  };
  for (const name of parts) {
    const { title, measure } = PARTS[name];
    const measurements = await measure(bench, context);
    failures.push(...reportMeasurements(title, measurements));
    if (options.write) await writeTable(`render ${name}`, ...writeRows(measurements));
  }
} finally {
  await bench.close();
  await api.close();
}
reportFailures(failures);
