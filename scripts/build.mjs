import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { build } from "vite";
import { noteBuilt } from "./built.mjs";
import { createCssData, createHtmlData, createWebTypes } from "./editor-data.mjs";
import { readElement } from "./element-manifest.mjs";
import { createReactTypes, createVueTypes } from "./framework-types.mjs";

/**
 * Builds the package: every build of `vite.config.ts` that is part of it, typings, data for editors, and the hashes of
 * all files. The first build empties the folder. An entry of a host is one more mode.
 */
const MODES = ["library", "bundler", "worker", "portal", "portal-adapter", "horizon"];

const root = resolve(import.meta.dirname, "..");
const dist = join(root, "dist");

for (const mode of MODES) await build({ root, mode, logLevel: "warn" });
execFileSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.dts.json"], {
  cwd: root,
  stdio: "inherit",
});

/** The files for editors and frameworks, made from the manifest. */
const packageJson = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const element = readElement(join(root, packageJson.customElements));
const write = (name, content) =>
  writeFileSync(join(dist, name), typeof content === "string" ? content : `${JSON.stringify(content, undefined, 2)}\n`);
write("vscode.html-custom-data.json", createHtmlData(element));
write("vscode.css-custom-data.json", createCssData(element));
write("web-types.json", createWebTypes(element, packageJson));
write("types/react.d.ts", createReactTypes(element));
write("types/vue.d.ts", createVueTypes(element));

// The user guide: a page that a site can host, and to which `help-url` can point.
cpSync(join(root, "docs/user-guide"), join(dist, "user-guide"), { recursive: true });

/** Hashes for comparison: `sha384-…`, as in an `integrity` attribute, of every file except this one. */
const hashFile = (file) => `sha384-${createHash("sha384").update(readFileSync(file)).digest("base64")}`;
const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();
const integrity = Object.fromEntries(files.map((file) => [relative(dist, file).split(sep).join("/"), hashFile(file)]));
write("integrity.json", { version: packageJson.version, files: integrity });
noteBuilt();
