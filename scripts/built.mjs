import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/*
 * Tells whether `dist` was built from the current files. Then `npm test` after `npm run check` does not build again.
 */

const root = resolve(import.meta.dirname, "..");
/** Everything that the build reads. The lock file stands for installed packages. */
const INPUTS = [
  "src",
  "scripts",
  "docs/user-guide",
  "package.json",
  "package-lock.json",
  "custom-elements.json",
].concat(...["vite.config.ts", "tsconfig.json", "tsconfig.dts.json"]);
/** Has the hashes of all other files of the build, and is written last. */
const LAST = "dist/integrity.json";
const STAMP = join(root, "node_modules/.cache/audit-log-viewer/built.txt");

function listFiles(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** Hashes the names and contents of all inputs, and of the files that were built from them. */
function computeStamp() {
  const hash = createHash("sha256");
  for (const file of [...INPUTS, LAST].flatMap((path) => listFiles(join(root, path))))
    hash.update(`${file.slice(root.length)}\n${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
  return hash.digest("hex");
}

export function noteBuilt() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, computeStamp());
}

export function isBuilt() {
  try {
    return readFileSync(STAMP, "utf8") === computeStamp();
  } catch {
    // A file is missing.
    return false;
  }
}
