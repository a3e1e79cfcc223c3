import { spawn } from "node:child_process";
import { cpSync, copyFileSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { readlinkSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/**
 * Proof that the property suite can fail: adds one fault at a time to a copy of the data source, and the suite must
 * find each of them. `suite` names another suite. This script fails if a fault survives, or if its text is no longer in
 * the source.
 *
 * npm run test:faults              all faults
 * npm run test:faults -- tie cap   only those whose name has one of these words
 */
const SUITE = "test/api/properties.test.ts";

/** All seeds of the suite: a fault may show in only one of them. */
const SEEDS = "1-2000";

/** The suite ends at its first failure. A fault that makes it run longer than this counts as found. */
const LONGEST_MS = 900_000;

const FAULTS = [
  {
    name: "the record at the start edge of a window is dropped",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at > span.from && at < span.until",
  },
  {
    name: "a tie at the start edge of a window is taken by both windows",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at >= span.from - 1000 && at < span.until",
  },
  {
    name: "the record at the end of a window is taken, too",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "at >= span.from && at <= span.until",
  },
  {
    name: "an answer that is oldest first is not turned round",
    file: "src/api/records/answer.ts",
    text: "timed.reverse();",
    fault: ";",
  },
  {
    name: "an answer is believed that is as long as another one",
    file: "src/api/server/endpoint-behavior.ts",
    text: "other.records > records",
    fault: "other.records >= records",
  },
  {
    name: "a sorted answer is taken for whole down to the start of its window",
    file: "src/api/windows/window-reader.ts",
    text: "const edge = edges.find((one) => isSafe(one, answer));",
    fault: "const edge = at.from;",
  },
  {
    name: "a sorted answer is taken for whole with its last second",
    file: "src/api/windows/window-reader.ts",
    text: "map((second) => second + SECOND)",
    fault: "map((second) => second)",
  },
  {
    name: "answers out of order are taken as they come",
    file: "src/api/reading/log-cursor.ts",
    text: "span.until >= this.#readFrom && span.from < this.#readFrom",
    fault: "span.from < this.#readFrom",
  },
  {
    name: "a failure in the middle of four windows is taken for an empty one",
    file: "src/api/windows/windows-in-flight.ts",
    text: "(error: unknown) => this.#end(undefined, error),",
    fault:
      "() => this.#end({ span, requested: span, undatedSpan: span, items: [], rest: [], outside: 0, cut: false, startedAt: 0, endedAt: 0, sent: new Map() } as never, undefined),",
  },
  {
    name: "what two windows both have is taken twice",
    file: "src/api/windows/overlap.ts",
    text: "overlaps ? this.#itemsBefore(readFrom, window, unclear) : window.items",
    fault: "window.items",
  },
  {
    name: "a repeated time is always taken for the one at the end of a request",
    file: "src/api/server/zoneless-answer.ts",
    text: "known.set(item, (there.get(key) ?? 0) > 0 ? atEnd : inside);",
    fault: "known.set(item, atEnd);",
  },
  {
    name: "a repeated time is another one in each log",
    file: "src/api/records/record-merger.ts",
    text: "return `${textTime} ${createContentKey(rest)}`;",
    fault: "return `${time} ${createContentKey(rest)}`;",
  },
  {
    name: "a record without a time in the second after a window is taken for a new one",
    file: "src/api/windows/overlap.ts",
    text: "if (item.olderTime !== undefined && item.olderTime >= span.until) return [];",
    fault: "",
    // This needs two equal records at two certain places, which the property suite hardly ever draws.
    suite: "test/api/windows/overlap.test.ts",
  },
  {
    name: "equal records without a time at the edge of two windows are always one",
    file: "src/api/windows/overlap.ts",
    text: "repeated.set(key, Math.min(count, this.#atEdge.get(key)!));",
    fault: "repeated.set(key, 9);",
  },
  {
    name: "pages of a second are believed without a look at their order",
    file: "src/api/windows/one-second-reader.ts",
    text: "if (!isComplete || !(await this.#keepsOrder(pages, request))) return",
    fault: "if (!isComplete) return",
  },
  {
    name: "an answer of ten records is believed, whatever was seen",
    file: "src/api/server/log-endpoint.ts",
    text: "answer.count < SMALLEST_CAP ||",
    fault: "answer.count <= SMALLEST_CAP ||",
  },
  {
    name: "start is taken for working",
    file: "src/api/windows/one-second-reader.ts",
    text: "(beyond) => beyond.count === 0",
    fault: "() => true",
  },
  {
    name: "the ends of a server are taken for its own seconds",
    file: "src/api/server/endpoint-behavior.ts",
    text: "endInclusive = false;",
    fault: "endInclusive = true;",
  },
  {
    name: "copies are forgotten where two logs are merged",
    file: "src/api/records/record-merger.ts",
    text: "if (count <= seen.returned) return false;",
    fault: "if (seen.returned > 0) return false;",
  },
  {
    name: "what both logs have is shown twice",
    file: "src/api/records/record-merger.ts",
    text: "if (count <= seen.returned) return false;",
    fault: "",
  },
  {
    name: "what one log has read is shown before the other was asked",
    file: "src/api/reading/merged-log.ts",
    text: "const from = this.#isRead ? -Infinity : this.#releasedFrom;",
    fault: "const from = -Infinity;",
  },
  {
    name: "a second that the server cuts is not named",
    file: "src/api/windows/one-second-reader.ts",
    text: "request), cut: true }",
    fault: "request), cut: false }",
  },
  {
    name: "a filter is sent without checking letter case",
    file: "src/api/server/send-plan.ts",
    text: 'mode === "always" || !hasCase(value) || insensitive',
    fault: "true",
  },
  {
    name: "an IPv6 address is sent as it is spelled",
    file: "src/api/server/send-plan.ts",
    text: "!isV4(value)",
    fault: "value === ''",
  },
  {
    name: "records without a readable time are dropped",
    file: "src/api/records/answer.ts",
    text: "at >= span.from && at < span.until",
    fault: "item.time !== null && at >= span.from && at < span.until",
  },
  {
    name: "a record without a time at the edge of two windows counts in both",
    file: "src/api/windows/overlap.ts",
    text: "(repeated.get(key) ?? 0) === 0",
    fault: "(repeated.get(key) ?? 0) >= 0",
  },
  {
    name: "equal events have the same id",
    file: "src/api/records/event-list.ts",
    text: "copy === 1 ? hash",
    fault: "copy > 0 ? hash",
  },
];

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
      done({ output, ...counted(file, code), cases: casesIn(output) });
    });
  });
}

function counted(file, code) {
  try {
    const { passed, failed } = JSON.parse(readFileSync(file, "utf8"));
    return { ended: passed + failed > 0, failed: failed || (code === 0 ? 0 : 1) };
  } catch {
    return { ended: false, failed: 0 };
  }
}

function casesIn(output) {
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
