import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { findLoadedFiles } from "./module-graph.mjs";
import { writeThemingPage } from "./theming/write-docs.mjs";

/** Checks everything that can be checked without running the viewer. Every check runs, even if one before has failed. */
const findBin = (name) => `node_modules/.bin/${name}${process.platform === "win32" ? ".cmd" : ""}`;

const CHECKS = [
  ["format", findBin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["lint", findBin("eslint"), ["."]],
  ["types", findBin("tsc"), []],
  ["templates", findBin("lit-analyzer"), ["src/**/*.ts", "--strict", "--quiet"]],
  ["unused code", findBin("knip"), []],
  ["build", process.execPath, ["scripts/build.mjs"]],
  ["size", process.execPath, ["scripts/size.mjs"]],
];

let failed = 0;
const report = (name, ok) => {
  console.log(`${ok ? "ok" : "FAILED"}  ${name}`);
  if (!ok) failed += 1;
};

for (const [name, command, args] of CHECKS) {
  console.log(`\n--- ${name}`);
  report(name, spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" }).status === 0);
}

/**
 * Host pages search the scripts that they load for these texts, including comments and source maps: paths of a server,
 * which belong into the page's configuration; the page's own storage and cookies; code made from text.
 */
const REFUSED = {
  "/ns-api/": /\/ns-api\//,
  "document.cookie": /document\.cookie/,
  "credentials: 'include'": /credentials\s*:\s*["'`]include/,
  "a key of the host's storage": /["'`.]ns_/,
  "window.top": /\bwindow\.top\b/,
  "parent.location": /\bparent\.location\b/,
  "eval(": /\beval\(/,
  "new Function": /\bnew Function\b/,
};
/** Methods that host pages replace: neither the viewer nor a library that is bundled may call them. */
const REPLACED = { "a static method of Date": /\bDate\s*\.\s*(?:now|parse)\b/ };
/** Only the classic portal's own entries know its token and its server, and no other entry may load them. */
const PORTAL_ONLY = /^(?:types[\\/]hosts[\\/])?portal[\w-]*\.(?:d\.ts|js|js\.map)$/;

console.log("\n--- what hosts refuse");
const dist = resolve("dist");
const built = (existsSync(dist) ? readdirSync(dist, { recursive: true, withFileTypes: true }) : [])
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name));
const refused = built.flatMap((file) => {
  const text = readFileSync(file, "utf8");
  const rules = PORTAL_ONLY.test(relative(dist, file)) ? REPLACED : { ...REFUSED, ...REPLACED };
  return Object.keys(rules).flatMap((what) => (rules[what].test(text) ? [`${file} contains ${what}`] : []));
});
const entries = ["audit-log-viewer.js", "index.js", "horizon.js"].map((name) => join(dist, name));
const isBuilt = entries.every((file) => built.includes(file));
const strays = isBuilt
  ? [...findLoadedFiles(entries, { everything: true })].filter((file) => PORTAL_ONLY.test(relative(dist, file)))
  : [];
for (const line of [...refused, ...strays.map((file) => `${file} is loaded by an entry for other hosts`)])
  console.log(line);
report("what hosts refuse", isBuilt && refused.length + strays.length === 0);

/** The manifest in the repository matches the code. */
console.log("\n--- manifest drift");
const before = existsSync("custom-elements.json") ? readFileSync("custom-elements.json", "utf8") : "";
execFileSync(findBin("cem"), ["analyze", "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
const same = readFileSync("custom-elements.json", "utf8") === before;
if (!same) console.log("custom-elements.json was out of date and has been regenerated; commit it.");
report("manifest drift", same);

/** The tables of tokens and parts in the documentation match the style sheet and the manifest. */
console.log("\n--- theming page drift");
const isCurrent = await writeThemingPage();
if (!isCurrent) console.log("docs/theming.md was out of date and has been regenerated; commit it.");
report("theming page drift", isCurrent);

console.log(failed === 0 ? "\nAll checks passed." : `\n${failed} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
