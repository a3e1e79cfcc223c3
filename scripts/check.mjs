import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Everything that can be wrong without running the viewer. Every check runs, also after one that failed. */
const bin = (name) => `node_modules/.bin/${name}${process.platform === "win32" ? ".cmd" : ""}`;

const CHECKS = [
  ["format", bin("prettier"), ["--check", "--log-level", "warn", "."]],
  ["lint", bin("eslint"), ["."]],
  ["types", bin("tsc"), []],
  ["templates", bin("lit-analyzer"), ["src/**/*.ts", "--strict", "--quiet"]],
  ["unused code", bin("knip"), []],
  ["build", bin("vite"), ["build", "--mode", "library", "--logLevel", "warn"]],
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
 * Host pages search what they load for these, comments and source maps included: a path of a server that belongs into the
 * page's configuration, ways to what is the page's own, and code made of text.
 */
const REFUSED = {
  "/ns-api/": /\/ns-api\//,
  "document.cookie": /document\.cookie/,
  "credentials: 'include'": /credentials\s*:\s*["'`]include/,
  "window.top": /\bwindow\.top\b/,
  "parent.location": /\bparent\.location\b/,
  "eval(": /\beval\(/,
  "new Function": /\bnew Function\b/,
};

console.log("\n--- what hosts refuse");
const built = existsSync("dist") ? readdirSync("dist", { recursive: true, withFileTypes: true }) : [];
const refused = built
  .filter((entry) => entry.isFile())
  .flatMap(({ parentPath, name }) => {
    const file = join(parentPath, name);
    const text = readFileSync(file, "utf8");
    return Object.keys(REFUSED).flatMap((what) => (REFUSED[what].test(text) ? [`${file} holds ${what}`] : []));
  });
for (const line of refused) console.log(line);
report("what hosts refuse", built.length > 0 && refused.length === 0);

/** The manifest in the repository is the one that the code makes. */
console.log("\n--- manifest drift");
const before = existsSync("custom-elements.json") ? readFileSync("custom-elements.json", "utf8") : "";
execFileSync(bin("cem"), ["analyze", "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
const same = readFileSync("custom-elements.json", "utf8") === before;
if (!same) console.log("custom-elements.json was not up to date and has been written anew; commit it.");
report("manifest drift", same);

console.log(failed === 0 ? "\nAll checks passed." : `\n${failed} checks failed.`);
process.exit(failed === 0 ? 0 : 1);
