import { measureLongRange } from "./paging/long-range.mjs";
import { measurePreparedNext } from "./paging/prepared-next.mjs";
import { measureServerBehavior } from "./paging/server-behavior.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { reportFailures } from "./support/report.mjs";

/*
 * What paging costs, on the built package in a real browser: docs/performance.md says what is measured, and how.
 */

const PARTS = { range: measureLongRange, next: measurePreparedNext, behavior: measureServerBehavior };

const USAGE = `Usage: npm run bench:paging -- [options]

Measures the built package and exits with 1 where a bar is not met.

  --only PART      ${Object.keys(PARTS).join(" | ")}; may be repeated
  --range-bar N    how many times "Last 24 Hours" the first page of "Last Year" may take (1.2)
  --next-bar MS    how long a prepared Next may take (50)
  --rounds N       searches for each range where there is a bar (15)
  --spoil          takes from the viewer what the bars rest on: the run must fail
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: Object.keys(PARTS) },
  "range-bar": { type: "string", default: "1.2" },
  "next-bar": { type: "string", default: "50" },
  rounds: { type: "string", default: "15" },
  spoil: { type: "boolean", default: false },
};

const options = readOptions(USAGE, FLAGS, (values) => {
  checkChoices("only", values.only, Object.keys(PARTS));
  for (const name of ["range-bar", "next-bar", "rounds"]) checkPositive(name, values[name]);
});

const bars = { range: Number(options["range-bar"]), next: Number(options["next-bar"]) };
const bench = await openBenchBrowser();
const failures = [];
try {
  for (const part of options.only) {
    const setting = { bar: bars[part], rounds: Number(options.rounds), isSpoilt: options.spoil };
    failures.push(...(await PARTS[part](bench, setting)));
  }
} finally {
  await bench.close();
}
reportFailures(failures);
