import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FILE_MS } from "../test/support/time-limits.mjs";
import { isBuilt } from "./built.mjs";
import { findBrowser } from "./find-browser.mjs";

/**
 * Runs all tests: those in the browser and, at the same time, those in Node: the built package with the mock server on
 * a port, the demo, and the documentation. The last line counts them.
 */
try {
  findBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
const counts = { passed: 0, failed: 0 };

/** Runs a command. @returns its exit code, and its output if it is kept */
function run(args, stdout, env = {}) {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", stdout, "inherit"],
    env: { ...process.env, ...env },
  });
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (part) => (text += part));
  return new Promise((done) => child.on("close", (code) => done({ code, text })));
}

async function runBrowserTests() {
  const file = join(folder, "browser.json");
  const args = ["node_modules/@web/test-runner/dist/bin.js", ...process.argv.slice(2)];
  const { code } = await run(args, "inherit", { ALV_TEST_COUNTS: file });
  let told = { passed: 0, failed: 1 };
  try {
    told = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    console.error("The browser tests did not finish.");
  }
  counts.passed += told.passed;
  counts.failed += code !== 0 ? Math.max(1, told.failed) : told.failed;
}

async function runNodeTests() {
  const build = isBuilt() ? { code: 0 } : await run(["scripts/build.mjs"], "pipe");
  if (build.code !== 0) {
    console.error(build.text);
    counts.failed += 1;
    return;
  }
  const folders = ["test/e2e/", "test/demo/", "test/docs/"];
  // One file at a time, because the browser tests keep the other core busy. Node applies the limit to a whole file with
  // all of its tests.
  const limits = ["--test-concurrency", "1", "--test-timeout", String(FILE_MS)];
  const { code, text } = await run(["--test", "--test-reporter", "tap", ...limits, ...folders], "pipe");
  const number = (name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(text)?.[1] ?? 0);
  const failed = number("fail") + number("cancelled");
  counts.passed += number("pass");
  counts.failed += code !== 0 ? Math.max(1, failed) : failed;
  if (code !== 0) console.log(text);
}

await Promise.all([runBrowserTests(), runNodeTests()]);
rmSync(folder, { recursive: true, force: true });
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1);
