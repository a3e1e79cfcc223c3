import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build } from "vite";

/**
 * The package: every build of `vite.config.ts` that is part of it, typings, and the hashes of all files. The first build
 * empties the folder. Another entry is one more mode here and there.
 */
const MODES = ["library", "bundler", "worker", "portal", "portal-adapter", "horizon"];

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");

for (const mode of MODES) await build({ root, mode, logLevel: "warn" });
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.dts.json"], {
  cwd: root,
  stdio: "inherit",
});

// The guide for those who read the log: a page for a site to host, and for `help-url` to open.
cpSync(join(root, "docs/user-guide"), join(dist, "user-guide"), { recursive: true });

/** What a page may compare: `sha384-…` as in an `integrity` attribute, for every file but this one. */
const hash = (file) => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const integrity = Object.fromEntries(files.map((file) => [relative(dist, file).split(sep).join("/"), hash(file)]));
writeFileSync(join(dist, "integrity.json"), `${JSON.stringify({ version, files: integrity }, undefined, 2)}\n`);
