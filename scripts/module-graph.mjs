import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const STATIC = /(?:^|[;}\n])\s*(?:import|export)\s*(?:[\w*{][^;"']*?\s*from\s*)?["'](\.[^"']+)["']/g;
const DYNAMIC = /\bimport\(\s*(?:\/\*[^*]*\*\/\s*)?["'`](\.[^"'`]+)["'`]\s*\)/g;
/** The path of a thread's module is relative to the module that starts the thread. */
const NAMED = /\bnew URL\(\s*["'`]([^"'`]+\.js)["'`],\s*import\.meta\.url\s*\)/g;

/**
 * The files of the built package that `entries` load: at once (static imports), or ever.
 *
 * @param {string[]} entries absolute paths
 * @param {{ everything?: boolean }} options
 * @returns {Set<string>} absolute paths, including the entries
 */
export function findLoadedFiles(entries, { everything = false } = {}) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const code = readFileSync(file, "utf8");
    for (const pattern of everything ? [STATIC, DYNAMIC, NAMED] : [STATIC]) {
      for (const [, path] of code.matchAll(pattern)) visit(resolve(dirname(file), path));
    }
  };
  entries.forEach(visit);
  return seen;
}
