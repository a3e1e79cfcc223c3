import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "./find-browser.mjs";

/*
 * `npm run fuzz` runs the seeded suites of `npm test` with new random seeds, one suite after the other until the time
 * is over. For each failure, it prints the command that repeats it, and the run fails.
 */

/**
 * The suites: the number of seeds in a turn, which takes some seconds, and the number of cases of a seed
 * (test/support/seeds.ts).
 */
const SUITES = {
  source: { file: "test/api/properties.test.ts", seeds: 200, cases: 1 },
  input: { file: "test/api/fuzz.test.ts", seeds: 500, cases: 3 },
  records: { file: "test/api/records/to-event.test.ts", seeds: 1, cases: 2000 },
  searches: { file: "test/api/searches.test.ts", seeds: 1, cases: 36 },
  "sign-ins": { file: "test/api/reading/any-order.test.ts", seeds: 1, cases: 125 },
  spellings: { file: "test/api/server/spelling-property.test.ts", seeds: 1, cases: 12 },
  undated: { file: "test/api/windows/dense-undated.test.ts", seeds: 200, cases: 1 },
  analysis: { file: "test/analysis/log-analysis-property.test.ts", seeds: 60, cases: 1 },
  "loaded-counts": { file: "test/features/explore/loaded-counts-property.test.ts", seeds: 40, cases: 1 },
  csv: { file: "test/files/csv-file.test.ts", seeds: 60, cases: 1 },
  separators: { file: "test/files/csv-separators.test.ts", seeds: 40, cases: 1 },
  json: { file: "test/files/json-file.test.ts", seeds: 40, cases: 2 },
  zones: { file: "test/core/time/zone-text.test.ts", seeds: 40, cases: 50 },
  ranges: { file: "test/core/time/range-property.test.ts", seeds: 3, cases: 1 },
  times: { file: "test/core/time/iso-time.test.ts", seeds: 1, cases: 40_000 },
  patterns: { file: "test/core/filters/pattern.test.ts", seeds: 1, cases: 2000 },
};

/** More failures of one suite would add nothing new. */
const MOST_FAILING_TURNS = 3;
const MOST_LINES = 60;
/** `Random` has seeds of 32 bits. */
const SEEDS = 2 ** 32 - 10_000;

const USAGE = `Usage: npm run fuzz -- [options]

Runs the seeded suites with new random seeds. Exits with 1 if a case fails, and prints how to repeat it.

  --minutes N     stops after this time, at the end of a turn (3); every suite has at least one turn
  --cases N       stops a suite after so many cases; without --minutes, there is no other end
  --suite NAME    only this suite; may be repeated: ${Object.keys(SUITES).join(", ")}
  --seed N        only this seed, or several (2001-9000), once
  --help`;

function readFlags() {
  const options = {
    minutes: { type: "string" },
    cases: { type: "string" },
    suite: { type: "string", multiple: true, default: Object.keys(SUITES) },
    seed: { type: "string" },
    help: { type: "boolean" },
  };
  const { values } = parseArgs({ options });
  for (const flag of ["minutes", "cases"]) {
    if (values[flag] !== undefined && !(Number(values[flag]) > 0)) {
      throw new Error(`--${flag} takes a number above 0, not "${values[flag]}".`);
    }
  }
  const unknown = values.suite.find((name) => !Object.hasOwn(SUITES, name));
  if (unknown !== undefined) throw new Error(`No suite is called "${unknown}".`);
  if (values.seed !== undefined && !/^\d+(-\d+)?$/.test(values.seed))
    throw new Error("--seed takes 1807 or 2001-9000.");
  return values;
}

let flags;
try {
  flags = readFlags();
} catch (error) {
  console.error(`${error.message.split("\n")[0]} See --help.`);
  process.exit(2);
}
if (flags.help) {
  console.log(USAGE);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-fuzz-"));
const counts = join(folder, "counts.json");

/** Runs the tests of a file with these seeds. @returns the number of failed tests, and the output */
function runSeeds(file, seeds) {
  rmSync(counts, { force: true });
  const env = { ...process.env, ALV_TEST_COUNTS: counts, ALV_TEST_SEED: seeds };
  const run = spawn(process.execPath, ["node_modules/@web/test-runner/dist/bin.js", "--files", file], {
    ...{ env, stdio: ["ignore", "pipe", "pipe"] },
  });
  let output = "";
  run.stdout.on("data", (text) => (output += text));
  run.stderr.on("data", (text) => (output += text));
  return new Promise((done) =>
    run.on("close", (code) => {
      let told = { passed: 0, failed: 0 };
      try {
        told = JSON.parse(readFileSync(counts, "utf8"));
      } catch {
        // The run did not end: it counts as failed below.
      }
      const failed = code !== 0 || told.passed === 0 ? Math.max(1, told.failed) : told.failed;
      done({ failed, output });
    }),
  );
}

/** The output without terminal codes, shortened to what a person reads. */
function makeReadable(output) {
  const lines = output.replace(/\u001B\[[\d;]*[A-Za-z]/g, "").split("\n");
  const shown = lines.filter((line) => line.trim() !== "");
  return [...shown.slice(0, MOST_LINES), ...(shown.length > MOST_LINES ? ["..."] : [])].join("\n");
}

/** The seeds that the output of a failed turn names; all seeds of the turn if it names none. */
function findFailedSeeds(output, first, last) {
  const named = [...output.matchAll(/\bseed (\d+)/g)].map(([, seed]) => Number(seed));
  const own = [...new Set(named)].filter((seed) => seed >= first && seed <= last);
  return own.length > 0 ? own.map(String) : [first === last ? `${first}` : `${first}-${last}`];
}

findBrowser();
const isTimed = flags.minutes !== undefined || flags.cases === undefined;
const end = performance.now() + Number(flags.minutes ?? 3) * 60_000;
const mostCases = Number(flags.cases ?? Infinity);
const totals = new Map(flags.suite.map((name) => [name, { seeds: 0, cases: 0, failing: [], turns: 0 }]));

async function runTurn(name) {
  const { file, seeds: usual, cases } = SUITES[name];
  const total = totals.get(name);
  const left = Math.ceil((mostCases - total.cases) / cases);
  const [from, to] = (flags.seed ?? "").split("-");
  const first = flags.seed === undefined ? randomInt(1, SEEDS) : Number(from);
  const last = flags.seed === undefined ? first + Math.min(usual, left) - 1 : Number(to ?? from);
  const { failed, output } = await runSeeds(file, `${first}-${last}`);
  total.seeds += last - first + 1;
  total.cases += (last - first + 1) * cases;
  if (failed === 0) return;
  total.turns += 1;
  const seeds = findFailedSeeds(output, first, last);
  total.failing.push(...seeds);
  console.log(`\n${makeReadable(output)}\n`);
  for (const seed of seeds) console.log(`To repeat it: npm run fuzz -- --suite ${name} --seed ${seed}`);
}

const isOpen = (name) => totals.get(name).cases < mostCases && totals.get(name).turns < MOST_FAILING_TURNS;
const isOver = () => isTimed && performance.now() > end;
for (let round = 0; flags.suite.some(isOpen) && (round === 0 || !isOver()); round += 1) {
  for (const name of flags.suite.filter(isOpen)) if (round === 0 || !isOver()) await runTurn(name);
  if (flags.seed !== undefined) break;
}
rmSync(folder, { recursive: true, force: true });

console.log(`${"suite".padEnd(12)}${"seeds".padStart(10)}${"cases".padStart(12)}  failed`);
for (const [name, { seeds, cases, failing }] of totals) {
  console.log(
    `${name.padEnd(12)}${`${seeds}`.padStart(10)}${`${cases}`.padStart(12)}  ${failing.join(", ") || "none"}`,
  );
}
process.exit([...totals.values()].some(({ turns }) => turns > 0) ? 1 : 0);
