import { spawn } from "node:child_process";
import { cpSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { FAULTS } from "./test-faults/faults.mjs";

/**
 * Proof that the property suite can fail: adds one fault at a time to a copy of the data source, and the suite must
 * find each of them. This script fails if a fault survives, or if its text is no longer in the source.
 *
 * npm run test:faults              all faults
 * npm run test:faults -- tie cap   only those whose name has one of these words
 */
const SUITE = "test/api/properties.test.ts";

/** All seeds of the suite: a fault may show in only one of them. */
const SEEDS = "1-2000";

/** The suite ends at its first failure. A fault that makes it run longer than this counts as found. */
const LONGEST_MS = 900_000;

const root = resolve(import.meta.dirname, "..");

/** Copies the project. The packages are hard links if possible, which need no space; each copy has its own caches. */
function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (/^\.(vite|cache)/.test(entry.name)) continue;
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another disk, or a file system without links.
    copyFileSync(source, target);
  }
}

function copyProject() {
  const copy = mkdtempSync(join(tmpdir(), "audit-log-viewer-faults-"));
  const left = ["node_modules", "dist", "dist-demo", "screenshots", "coverage", ".git"];
  for (const name of readdirSync(root)) {
    if (left.indexOf(name) === -1) cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  linkTree(join(root, "node_modules"), join(copy, "node_modules"));
  return copy;
}

/** Ends the current run. */
let endRun;

/** Runs the suite in the copy. @returns how many tests failed, and how many cases ran, as far as they were counted */
function runSuite(copy, suite = SUITE) {
  const file = join(copy, "counts.json");
  rmSync(file, { force: true });
  const env = {
    ...process.env,
    ALV_TEST_COUNTS: file,
    ALV_TEST_SEED: process.env.ALV_TEST_SEED ?? SEEDS,
    ALV_TEST_BAIL: "1",
  };
  const run = spawn(process.execPath, ["node_modules/@web/test-runner/dist/bin.js", "--files", suite], {
    ...{ cwd: copy, env, stdio: ["ignore", "pipe", "pipe"] },
    // A process group of its own, so that the browser ends with it.
    detached: process.platform !== "win32",
  });
  let output = "";
  run.stdout.on("data", (text) => (output += text));
  run.stderr.on("data", (text) => (output += text));
  return new Promise((done) => {
    endRun = () => (process.platform === "win32" ? run.kill("SIGKILL") : process.kill(-run.pid, "SIGKILL"));
    const late = setTimeout(endRun, LONGEST_MS);
    run.on("close", (code) => {
      clearTimeout(late);
      endRun = undefined;
      done({ output, ...readCounts(file, code), cases: countCases(output) });
    });
  });
}

function readCounts(file, code) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(file, "utf8"));
    return { ended: passed + failed > 0, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { ended: false, failed: 0 };
  }
}

function countCases(output) {
  const found = output.matchAll(/^\s*Error: (\d+) of \d+ cases failed$/gm);
  return [...found].reduce((sum, [, count]) => sum + Number(count), 0);
}

const words = process.argv.slice(2);
const chosen = FAULTS.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));

// First reports what is wrong without running anything.
const lost = chosen.filter(({ file, text }) => readFileSync(join(root, file), "utf8").split(text).length !== 2);
for (const { name, file, text } of lost) console.error(`"${name}": ${file} has not exactly one "${text}"`);
if (lost.length > 0 || chosen.length === 0) process.exit(1);

const copy = copyProject();
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    endRun?.();
    rmSync(copy, { recursive: true, force: true });
    process.exit(1);
  });
}
const survivors = [];
try {
  const row = (name, { ended, failed, cases }) =>
    console.log(name.padEnd(72), ended ? `${failed}`.padStart(5) : "never", ended ? `${cases}`.padStart(6) : "ends");
  console.log("fault".padEnd(72), "tests", " cases");
  const sound = await runSuite(copy);
  row("none", sound);
  if (!sound.ended || sound.failed > 0) throw new Error(`The suite fails without any fault:\n${sound.output}`);
  for (const { name, file, text, fault, suite } of chosen) {
    const path = join(copy, file);
    const right = readFileSync(path, "utf8");
    writeFileSync(
      path,
      right.replace(text, () => fault),
    );
    const found = await runSuite(copy, suite);
    writeFileSync(path, right);
    row(name, found);
    // A reader that never reaches an end is wrong, too.
    const isFound = !found.ended || found.failed > 0;
    if (!isFound) survivors.push(name);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(survivors.length === 0 ? "\nEvery fault is found." : `\nNot found: ${survivors.join("; ")}`);
process.exit(survivors.length === 0 ? 0 : 1);
