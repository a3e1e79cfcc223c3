import { cpus, loadavg } from "node:os";
import { startMockApi } from "../../scripts/mock-api.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { PARTS } from "./start/parts.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { printTable, reportFailures } from "./support/report.mjs";
import { writeTable } from "./support/write-table.mjs";

/*
 * What a page with the built package does before and during the first search, what moves, and how soon each control is
 * painted: docs/performance.md says what is measured, and how.
 */

const PART_NAMES = Object.keys(PARTS);

const USAGE = `Usage: npm run bench:start -- [options]

Measures the built package in Chromium and exits with 1 if a limit is not met.

  --only PART   ${PART_NAMES.join(" | ")}; may be repeated
  --rounds N    how often each measurement is repeated (3)
  --write       writes the tables into docs/performance.md
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: PART_NAMES },
  rounds: { type: "string", default: "3" },
  write: { type: "boolean", default: false },
};

const options = readOptions(USAGE, FLAGS, ({ only, rounds }) => {
  checkChoices("only", only, PART_NAMES);
  checkPositive("rounds", rounds);
});

/** The load of the machine: below 1, a processor is free. */
const readLoad = () => (loadavg()[0] / cpus().length).toFixed(1);

/** Without a window, Chromium reports a frame as painted only when the next one follows. */
const hasWindow = Boolean(process.env.DISPLAY);
const bench = await openBenchBrowser({}, [], hasWindow);
const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON });
const failures = [];
if (!hasWindow)
  console.log("There is no display: the times of inputs are too long. Use `xvfb-run -a npm run bench:start`.");
console.log(`${cpus().length} processors; programs that wait for one of them, per processor: ${readLoad()}`);
try {
  for (const name of PART_NAMES.filter((one) => options.only.includes(one))) {
    const { title, measure } = PARTS[name];
    const found = await measure(bench, { apiBase: api.url, rounds: Number(options.rounds) });
    printTable(title, found.headings, found.rows);
    failures.push(...found.failures);
    if (options.write) await writeTable(`start ${name}`, found.headings, found.rows);
  }
} finally {
  await bench.close();
  await api.close();
}
console.log(`\nAt the end: ${readLoad()} programs per processor.`);
reportFailures(failures);
