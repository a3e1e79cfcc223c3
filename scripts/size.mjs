import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { findLoadedFiles } from "./module-graph.mjs";

/**
 * The size of the built package, with gzip at its best level. Fails if a limit is exceeded. "First load" is the entry
 * with its static imports. "Quick start" is the first load and what the first search fetches, which also opens an event
 * and shows the next page, in English, with the thread that counts. "Everything" is all that the entry can load,
 * including the worker: in one language (English is always loaded, so the largest other one is added), and in all
 * languages. Only browsers without Temporal load the polyfill. The entries of the host pages are separate; `index.js`
 * is the same viewer for bundlers.
 */
const FIRST_LOAD = 48 * 1024;
const QUICK_START = 95 * 1024;
/** The chunks that quick start fetches by an `import()` or for its thread (`scripts/vite/chunks.ts`). */
const QUICK_START_CHUNKS = /^(?:search|analysis-thread)-/;
/** With or without the polyfill. */
const EVERYTHING = 256 * 1024;
/**
 * The chunks of the features that use all events: the timeline, the breakdown, the findings, the count of the whole
 * range.
 */
const EXPLORE_CHUNK = 8 * 1024;
const EXPLORE_CHUNKS = /^(?:timeline|breakdown|findings|counting)/;
/** A portal loads this script on every page. */
const HOST_ENTRY = 5 * 1024;
const HOST_ENTRIES = ["portal.js", "portal-adapter.js", "horizon.js"];

const dist = resolve(import.meta.dirname, "../dist");
const entry = join(dist, "audit-log-viewer.js");

const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
const formatKB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

const first = findLoadedFiles([entry]);
const all = findLoadedFiles([entry], { everything: true });
const searched = [...all].filter((file) => QUICK_START_CHUNKS.test(basename(file)));
const quick = findLoadedFiles([entry, ...searched]);
// Only the polyfill counts nanoseconds, so its code has this word.
const polyfill = [...all].filter((file) => !first.has(file) && /epochNanoseconds/.test(readFileSync(file, "utf8")));

/** The name of a language's chunk is its tag. */
const languages = [...all].filter((file) => /^[a-z]{2}-/.test(basename(file)));
const heaviest = Math.max(0, ...languages.map(weigh));

for (const file of [...all].sort()) {
  const kind = first.has(file) ? "first" : quick.has(file) ? "quick" : languages.includes(file) ? "lang " : "later";
  console.log(`${kind}  ${formatKB(weigh(file)).padStart(8)}  ${relative(dist, file)}`);
}
for (const name of HOST_ENTRIES) console.log(`host   ${formatKB(weigh(join(dist, name))).padStart(8)}  ${name}`);

const explore = [...all].filter((file) => EXPLORE_CHUNKS.test(basename(file))).sort();

const everything = sum(all);
const rows = [
  ["first load, native Temporal", sum(first), FIRST_LOAD],
  ["quick start, native Temporal", sum(quick), QUICK_START],
  ["first load, polyfilled Temporal", sum([...first, ...polyfill]), Infinity],
  ["everything in one language, native Temporal", everything - sum(polyfill) - sum(languages) + heaviest, EVERYTHING],
  ["everything in one language, polyfilled Temporal", everything - sum(languages) + heaviest, EVERYTHING],
  ["everything, all languages, native Temporal", everything - sum(polyfill), Infinity],
  ["everything, all languages, polyfilled Temporal", everything, Infinity],
  ...explore.map((file) => [basename(file).replace(/-[\w-]{8}\.js$/, ""), weigh(file), EXPLORE_CHUNK]),
  ...HOST_ENTRIES.map((name) => [name, weigh(join(dist, name)), HOST_ENTRY]),
];
let failed = false;
const fail = (sentence) => {
  console.error(sentence);
  failed = true;
};
for (const [name, bytes, limit] of rows) {
  console.log(`${name}: ${formatKB(bytes)}${limit === Infinity ? "" : ` of ${formatKB(limit)}`}`);
  if (bytes > limit) fail(`${name} is too large.`);
}
if (polyfill.length !== 1) fail(`The Temporal polyfill is expected in one chunk of its own; found ${polyfill.length}.`);
if (explore.length === 0) fail("No chunk of a feature that looks at all events was found.");
if (languages.length === 0) fail("No language is a chunk of its own.");
for (const kind of ["search", "analysis-thread"]) {
  if (!searched.some((file) => basename(file).startsWith(`${kind}-`)))
    fail(`The first search fetches no chunk ${kind}.`);
}
if (![...all].some((file) => /^file-thread-/.test(basename(file))))
  fail("The thread that writes files is not part of everything.");
// The sum misses a chunk that seems unused.
for (const name of readdirSync(join(dist, "chunks")).filter((name) => name.endsWith(".js"))) {
  if (![...all].some((file) => basename(file) === name)) fail(`chunks/${name} is not loaded by anything.`);
}
process.exit(failed ? 1 : 0);
