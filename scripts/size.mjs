import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * The weight of the built package, gzip at its best level. Fails when a limit is passed.
 * "First load" is the entry with everything it imports statically; the Temporal polyfill comes on top only in browsers
 * that have no Temporal of their own.
 */
const FIRST_LOAD = 48 * 1024;
const EVERYTHING = 90 * 1024;

const dist = resolve(import.meta.dirname, "../dist");
const entry = join(dist, "audit-log-viewer.js");

const weigh = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

function staticImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const code = readFileSync(file, "utf8");
  for (const [, path] of code.matchAll(
    /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;"']*?\s*from\s*)?["'](\.[^"']+)["']/g,
  )) {
    staticImports(resolve(dirname(file), path), seen);
  }
  return seen;
}

function scripts(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return scripts(path);
    return path.endsWith(".js") ? [path] : [];
  });
}

const first = staticImports(entry);
const all = scripts(dist);
const sum = (files) => [...files].reduce((total, file) => total + weigh(file), 0);
// Nanoseconds are what nobody else counts.
const polyfill = all.filter((file) => !first.has(file) && /epochNanoseconds/.test(readFileSync(file, "utf8")));

const kB = (bytes) => `${(bytes / 1024).toFixed(1)} kB`;
for (const file of all) {
  console.log(`${first.has(file) ? "first" : "later"}  ${kB(weigh(file)).padStart(8)}  ${relative(dist, file)}`);
}
const rows = [
  ["first load, native Temporal", sum(first), FIRST_LOAD],
  ["first load, polyfilled Temporal", sum([...first, ...polyfill]), Infinity],
  ["everything", sum(all), EVERYTHING],
];
let failed = false;
for (const [name, bytes, limit] of rows) {
  const over = bytes > limit;
  failed ||= over;
  console.log(`${name}: ${kB(bytes)}${limit === Infinity ? "" : ` of ${kB(limit)}`}${over ? "  TOO HEAVY" : ""}`);
}
if (polyfill.length !== 1) {
  console.error(`The Temporal polyfill is expected in one chunk of its own; found ${polyfill.length}.`);
  failed = true;
}
process.exit(failed ? 1 : 0);
