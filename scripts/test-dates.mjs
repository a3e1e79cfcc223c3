import { spawnSync } from "node:child_process";

/*
 * `npm run test:dates`: all tests, with the machine's clock at days on which something is different. Each takes as long as
 * `npm test`; `-- weekend` runs the days whose name contains the word. It needs `faketime` (libfaketime), which the browser
 * obeys, too.
 */

/** In New York, whose clocks change on two of them. */
const DAYS = {
  "a Saturday morning, weekend": "2026-11-28 09:00:00",
  "a Sunday night, weekend": "2026-11-29 23:30:00",
  "the night in which clocks go forward": "2027-03-14 01:40:00",
  "the night in which clocks go back": "2026-11-01 01:40:00",
  "the last evening of a year": "2026-12-31 23:40:00",
  "a leap day": "2028-02-29 10:00:00",
};

const ENVIRONMENT = {
  TZ: "America/New_York",
  // Waiting goes on at its own pace, and files keep the times that they have.
  FAKETIME_DONT_FAKE_MONOTONIC: "1",
  NO_FAKE_STAT: "1",
};

const word = process.argv[2] ?? "";
const chosen = Object.entries(DAYS).filter(([name]) => name.includes(word));
if (chosen.length === 0) {
  console.error(`No day is called so. There are: ${Object.keys(DAYS).join("; ")}.`);
  process.exit(2);
}
if (spawnSync("faketime", ["--version"]).error) {
  console.error("`faketime` is not installed. On Debian: apt-get install faketime.");
  process.exit(1);
}
const failed = chosen.filter(([name, time]) => {
  console.log(`\n--- ${name}: ${time}`);
  const run = spawnSync("faketime", ["-f", `@${time}`, process.execPath, "scripts/test.mjs"], {
    stdio: "inherit",
    env: { ...process.env, ...ENVIRONMENT },
  });
  return run.status !== 0;
});
console.log(failed.length === 0 ? "\nAll days passed." : `\nFailed on ${failed.map(([name]) => name).join("; ")}.`);
process.exit(failed.length === 0 ? 0 : 1);
