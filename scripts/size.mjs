import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { loads } from "./module-graph.mjs";

/**
 * The weight of the built package, gzip at its best level. Fails when a limit is passed.
 * "First load" is the entry with everything it imports statically; the Temporal polyfill comes on top only in browsers
 * that have no Temporal of their own. "Everything" is what the entry can ever load: in one language (the heaviest besides
 * English, which is always there), which is what one reader can come to load, and with all of them.
 * The hosts' entries come on top of it, each on its own kind of page; `index.js` is the same viewer once more.
 */
const FIRST_LOAD = 48 * 1024;
/** With or without the polyfill. */
const EVERYTHING = 256 * 1024;
/** A script that a portal loads on every one of its pages. */
const HOST_ENTRY = 5 * 1024;
const HOST_ENTRIES = ["portal.js", "portal-adapter.js", "horizon.js"];

const dist = resolve(import.meta.dirname, "../dist");
const entry = join(dist, "audit-log-viewer.js");

const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;

const first = loads([entry]);
const all = loads([entry], { everything: true });
// Nanoseconds are what nobody else counts.
const polyfill = [...all].filter((file) => !first.has(file) && /epochNanoseconds/.test(readFileSync(file, "utf8")));

/** Each is a chunk that is named by its tag. */
const languages = [...all].filter((file) => /^[a-z]{2}-/.test(basename(file)));
const heaviest = Math.max(0, ...languages.map(weigh));

for (const file of [...all].sort()) {
  const kind = first.has(file) ? "first" : languages.includes(file) ? "lang " : "later";
  console.log(`${kind}  ${kB(weigh(file)).padStart(8)}  ${relative(dist, file)}`);
}
for (const name of HOST_ENTRIES) console.log(`host   ${kB(weigh(join(dist, name))).padStart(8)}  ${name}`);

const everything = sum(all);
const rows = [
  ["first load, native Temporal", sum(first), FIRST_LOAD],
  ["first load, polyfilled Temporal", sum([...first, ...polyfill]), Infinity],
  ["everything in one language, native Temporal", everything - sum(polyfill) - sum(languages) + heaviest, EVERYTHING],
  ["everything in one language, polyfilled Temporal", everything - sum(languages) + heaviest, EVERYTHING],
  ["everything, all languages, native Temporal", everything - sum(polyfill), Infinity],
  ["everything, all languages, polyfilled Temporal", everything, Infinity],
  ...HOST_ENTRIES.map((name) => [name, weigh(join(dist, name)), HOST_ENTRY]),
];
let failed = false;
const fail = (sentence) => {
  console.error(sentence);
  failed = true;
};
for (const [name, bytes, limit] of rows) {
  console.log(`${name}: ${kB(bytes)}${limit === Infinity ? "" : ` of ${kB(limit)}`}`);
  if (bytes > limit) fail(`${name} is too large.`);
}
if (polyfill.length !== 1) fail(`The Temporal polyfill is expected in one chunk of its own; found ${polyfill.length}.`);
if (languages.length === 0) fail("No language is a chunk of its own.");
// A chunk that nothing seems to load is one that was not weighed.
for (const name of readdirSync(join(dist, "chunks")).filter((name) => name.endsWith(".js"))) {
  if (![...all].some((file) => basename(file) === name)) fail(`chunks/${name} is not loaded by anything.`);
}
process.exit(failed ? 1 : 0);
