import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./find-browser.mjs";

/*
 * `npm run test:dates` runs all tests with the machine's clock at special days. Each day takes as long as `npm test`.
 * `-- weekend` runs only the days whose name contains the word; further arguments go to the test runner. It needs
 * `faketime` (libfaketime) for Node, which makes a browser very slow, so the pages' clocks are moved instead
 * (test/support/moved-clock.mjs).
 */

/** The day of the month of the `count`th Sunday. Months are 1 to 12. */
function findSunday(year, month, count) {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + 7 * (count - 1);
}

const padTwo = (number) => String(number).padStart(2, "0");
/**
 * Days of the next year: the browser's own clock is not moved, and if Node's clock is behind it, the test tools wait
 * for the difference with every timer.
 */
const year = new Date().getUTCFullYear() + 1;
const leap = year + ((4 - (year % 4)) % 4);
const weekend = findSunday(year, 1, 2);

/** Times in New York, whose clocks change on two of these days. */
const DAYS = {
  "a Saturday morning, weekend": `${year}-01-${padTwo(weekend - 1)}T09:00:00-05:00`,
  "a Sunday night, weekend": `${year}-01-${padTwo(weekend)}T23:30:00-05:00`,
  "the night in which clocks go forward": `${year}-03-${padTwo(findSunday(year, 3, 2))}T01:40:00-05:00`,
  "the night in which clocks go back": `${year}-11-${padTwo(findSunday(year, 11, 1))}T01:40:00-04:00`,
  "the last evening of a year": `${year}-12-31T23:40:00-05:00`,
  "a leap day": `${leap}-02-29T10:00:00-05:00`,
};

const ENVIRONMENT = {
  TZ: "UTC",
  // Timers keep their pace, and files keep their times.
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
  NO_FAKE_STAT: "1",
};

const [word = "", ...more] = process.argv.slice(2);
const chosen = Object.entries(DAYS).filter(([name]) => name.includes(word));
if (chosen.length === 0) {
  console.error(`No day is called so. There are: ${Object.keys(DAYS).join("; ")}.`);
  process.exit(2);
}
if (spawnSync("faketime", ["--version"]).error) {
  console.error("`faketime` is not installed. On Debian: apt-get install faketime.");
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
const browser = join(folder, "browser");
writeFileSync(browser, `#!/bin/sh\nexec env -u LD_PRELOAD -u FAKETIME "${findBrowser()}" "$@"\n`);
chmodSync(browser, 0o755);

const failed = chosen.filter(([name, time]) => {
  console.log(`\n--- ${name}: ${time}`);
  const start = `@${new Date(time).toISOString().slice(0, 19).replace("T", " ")}`;
  const run = spawnSync("faketime", ["-f", start, process.execPath, "scripts/test.mjs", ...more], {
    stdio: "inherit",
    env: { ...process.env, ...ENVIRONMENT, CHROME_PATH: browser, ALV_TEST_NOW: time },
  });
  return run.status !== 0;
});
rmSync(folder, { recursive: true, force: true });
console.log(failed.length === 0 ? "\nAll days passed." : `\nFailed on ${failed.map(([name]) => name).join("; ")}.`);
process.exit(failed.length === 0 ? 0 : 1);
