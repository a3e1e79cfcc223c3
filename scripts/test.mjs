import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FILE_MS } from "../test/support/patience.mjs";
import { findBrowser } from "./find-browser.mjs";

/**
 * All tests: in the browser, then the built package against the mock server on a port, the demo, and the documentation. The last line
 * counts them.
 */
try {
  findBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
const counts = { passed: 0, failed: 0 };

const file = join(folder, "browser.json");
const wtr = spawnSync(process.execPath, ["node_modules/@web/test-runner/dist/bin.js", ...process.argv.slice(2)], {
  stdio: "inherit",
  env: { ...process.env, ALV_TEST_COUNTS: file },
});
try {
  const { passed, failed } = JSON.parse(readFileSync(file, "utf8"));
  counts.passed += passed;
  counts.failed += failed;
} catch {
  console.error("The browser tests did not finish.");
  counts.failed += 1;
}
if (wtr.status !== 0 && counts.failed === 0) counts.failed += 1;

const build = spawnSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" });
if (build.status !== 0) counts.failed += 1;
else {
  const run = spawnSync(
    process.execPath,
    [
      "--test",
      "--test-reporter",
      "tap",
      "--test-concurrency",
      "1",
      // Node holds a whole file to it, with all of its tests.
      "--test-timeout",
      String(FILE_MS),
      "test/e2e/",
      "test/demo/",
      "test/docs/",
    ],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(run.stdout ?? "")?.[1] ?? 0);
  counts.passed += number("pass");
  counts.failed += number("fail") + number("cancelled");
  if (run.status !== 0) {
    console.log(run.stdout);
    if (counts.failed === 0) counts.failed += 1;
  }
}

rmSync(folder, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
