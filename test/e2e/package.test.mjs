import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";
import { test } from "node:test";
import { promisify } from "node:util";
import { findLoadedFiles } from "../../scripts/module-graph.mjs";

/*
 * The built package as a dependency: its exports, typings and hashes.
 */
const root = resolve(import.meta.dirname, "../..");
const dist = join(root, "dist");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const files = readdirSync(dist, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map(({ parentPath, name }) => relative(dist, join(parentPath, name)).split(sep).join("/"));

test("every file that the package names exists", () => {
  const named = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  );
  assert.deepEqual(
    named.filter((path) => !existsSync(join(root, path))),
    [],
  );
  assert.ok(files.includes("THIRD-PARTY-NOTICES.txt"));
});

test("every script has a source map with the sources, except one that only re-exports others", () => {
  const scripts = files.filter((name) => name.endsWith(".js"));
  const isList = (name) =>
    /^(?:(?:import|export)\s*\{[^}]*\}\s*(?:from\s*"[^"]*")?;?\s*)+$/.test(readFileSync(join(dist, name), "utf8"));
  const hasSources = (name) => {
    // The bundler's own few lines have no source.
    if (/^(?:chunks|bundler)\/rolldown-runtime-/.test(name)) return true;
    if (!files.includes(`${name}.map`)) return false;
    const { sources, sourcesContent } = JSON.parse(readFileSync(join(dist, `${name}.map`), "utf8"));
    return sources.length > 0 && sourcesContent?.length === sources.length;
  };
  assert.deepEqual(
    scripts.filter((name) => !isList(name) && !hasSources(name)),
    [],
  );
});

test("integrity.json has the hash of every other file", () => {
  const integrity = JSON.parse(readFileSync(join(dist, "integrity.json"), "utf8"));
  const hash = (name) =>
    `sha384-${createHash("sha384")
      .update(readFileSync(join(dist, name)))
      .digest("base64")}`;
  const expected = files.filter((name) => name !== "integrity.json").map((name) => [name, hash(name)]);
  assert.deepEqual(integrity.files, Object.fromEntries(expected));
  assert.equal(integrity.version, manifest.version);
});

test("the user guide is in it, as in the documentation", () => {
  const guide = join(root, "docs/user-guide");
  const names = readdirSync(guide, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(guide, join(parentPath, name)));
  assert.ok(names.includes("index.html") && names.some((name) => name.endsWith(".png")));
  for (const name of names)
    assert.deepEqual(readFileSync(join(dist, "user-guide", name)), readFileSync(join(guide, name)), name);
});

test("no inner element has a name without the version", () => {
  const source = join(root, "src");
  const modules = readdirSync(source, { recursive: true }).filter((name) => name.endsWith(".ts"));
  const tags = modules.flatMap((name) =>
    [...readFileSync(join(source, name), "utf8").matchAll(/\bregister\w*\("(alv-[a-z-]+)"/g)].map(([, tag]) => tag),
  );
  assert.ok(tags.length > 10);
  const bare = new RegExp(`(?<![\\w-])(?:${tags.join("|")})(?![\\w-])`);
  const scripts = files.filter((name) => name.endsWith(".js"));
  assert.deepEqual(
    scripts.filter((name) => bare.test(readFileSync(join(dist, name), "utf8"))),
    [],
  );
});

test("a thread loads nothing that needs a document", () => {
  const workers = files.filter((name) => /^(?:chunks\/(?:analysis|file)-thread-[^/]*|worker)\.js$/.test(name));
  assert.ok(workers.length >= 3);
  // This includes what a thread loads later.
  const loaded = findLoadedFiles(
    workers.map((name) => join(dist, name)),
    { everything: true },
  );
  assert.ok(loaded.size > workers.length);
  assert.deepEqual(
    [...loaded].filter((file) => /\bcustomElements\b|\bdocument\b/.test(readFileSync(file, "utf8"))),
    [],
  );
});

test("the bundled code calls no built-ins that hosts replace", () => {
  const scripts = files.filter((name) =>
    /^(?:audit-log-viewer|worker|portal|portal-adapter|horizon)\.js$|^chunks\/.*\.js$/.test(name),
  );
  const replaced = /\.(?:includes|startsWith|endsWith|trim|trimStart|trimEnd)\(/;
  assert.deepEqual(
    scripts.filter((name) => replaced.test(readFileSync(join(dist, name), "utf8"))),
    [],
  );
});

const CONSUMER = `
import { AuditLogError, createFetchAdapter, define, type AuditLogViewerEventMap, type Coverage } from "audit-log-viewer";
import { AuditLogViewer } from "audit-log-viewer/standalone";
import { createHorizonAdapter, mountAuditLogViewer } from "audit-log-viewer/horizon";
import { createPortalAdapter } from "audit-log-viewer/portal-adapter";

define("another-name");
const viewer = document.querySelector("audit-log-viewer")!;
viewer.adapter = createFetchAdapter({ baseUrl: "/v2", getToken: () => "token" });
viewer.adapter = createPortalAdapter();
viewer.adapter = createHorizonAdapter({ get: async () => [] });
const mounted: AuditLogViewer = mountAuditLogViewer(document.body, { api: { get: async (path: string) => path } }).viewer;
// @ts-expect-error internal
viewer.clock;
// @ts-expect-error no such theme
viewer.theme = "pink";
export type Used = [AuditLogViewerEventMap["alv-results"], Coverage, AuditLogError, typeof mounted];
`;

for (const resolution of [
  ["nodenext", "nodenext"],
  ["esnext", "bundler"],
]) {
  test(`an application that resolves as ${resolution[1]} gets correct typings`, async () => {
    const folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
    try {
      mkdirSync(join(folder, "node_modules"));
      symlinkSync(root, join(folder, "node_modules/audit-log-viewer"), "junction");
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      writeFileSync(join(folder, "app.ts"), CONSUMER);
      const [module, moduleResolution] = resolution;
      const compilerOptions = {
        ...{ module, moduleResolution, target: "es2022", strict: true, noEmit: true, types: [] },
        // Checks everything that the entries refer to, except TypeScript's own files. An application need not know
        // Temporal.
        ...{ skipLibCheck: false, skipDefaultLibCheck: true, lib: ["es2022", "dom", "dom.iterable"] },
      };
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["app.ts"] }));
      const run = promisify(execFile)(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder]);
      await run.catch((error) => assert.fail(error.stdout));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
