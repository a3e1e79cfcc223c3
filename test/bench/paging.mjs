import { measureLongRange } from "./paging/long-range.mjs";
import { measurePreparedNext } from "./paging/prepared-next.mjs";
import { measureServerBehavior } from "./paging/server-behavior.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { reportFailures } from "./support/report.mjs";

/*
 * The cost of paging, with the built package in a real browser: docs/performance.md says what is measured, and how.
 */

const PARTS = { range: measureLongRange, next: measurePreparedNext, behavior: measureServerBehavior };

const USAGE = `Usage: npm run bench:paging -- [options]

Measures the built package and exits with 1 if a limit is not met.

  --only PART      ${Object.keys(PARTS).join(" | ")}; may be repeated
  --range-limit N  the first page of "Last Year" may take N times as long as that of "Last 24 Hours" (1.2)
  --next-limit MS  how long Next may take if its page was read ahead (50)
  --rounds N       searches for each range, where there is a limit (15)
  --spoil          makes the viewer slow or wrong: the run must fail
  --help`;

const FLAGS = {
  only: { type: "string", multiple: true, default: Object.keys(PARTS) },
  "range-limit": { type: "string", default: "1.2" },
  "next-limit": { type: "string", default: "50" },
  rounds: { type: "string", default: "15" },
  spoil: { type: "boolean", default: false },
};

const options = readOptions(USAGE, FLAGS, (values) => {
  checkChoices("only", values.only, Object.keys(PARTS));
  for (const name of ["range-limit", "next-limit", "rounds"]) checkPositive(name, values[name]);
});

const limits = { range: Number(options["range-limit"]), next: Number(options["next-limit"]) };
const bench = await openBenchBrowser();
const failures = [];
try {
  for (const part of options.only) {
    const setting = { limit: limits[part], rounds: Number(options.rounds), isSpoilt: options.spoil };
    failures.push(...(await PARTS[part](bench, setting)));
  }
} finally {
  await bench.close();
}
reportFailures(failures);
