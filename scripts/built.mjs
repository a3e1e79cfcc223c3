import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/*
 * Whether `dist` was built from the files that are there now. `npm test` after `npm run check` then has no need to build again.
 */

const root = resolve(import.meta.dirname, "..");
/** Whatever the build reads. Installed packages are told by the lock file. */
const INPUTS = [
  "src",
  "scripts",
  "docs/user-guide",
  "package.json",
  "package-lock.json",
  "custom-elements.json",
].concat(...["vite.config.ts", "tsconfig.json", "tsconfig.dts.json"]);
/** Lists the hash of every other file of the build, and is written last. */
const LAST = "dist/integrity.json";
const STAMP = join(root, "node_modules/.cache/audit-log-viewer/built.txt");

function listFiles(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => listFiles(join(path, name)));
}

/** Of the names and contents of all inputs, and of what was made of them. */
function stampNow() {
  const hash = createHash("sha256");
  for (const file of [...INPUTS, LAST].flatMap((path) => listFiles(join(root, path))))
    hash.update(`${file.slice(root.length)}\n${createHash("sha256").update(readFileSync(file)).digest("hex")}\n`);
  return hash.digest("hex");
}

export function noteBuilt() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stampNow());
}

export function isBuilt() {
  try {
    return readFileSync(STAMP, "utf8") === stampNow();
  } catch {
    // Something is not there.
    return false;
  }
}
