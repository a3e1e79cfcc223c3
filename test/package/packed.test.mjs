import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { installApp, pack, root, installTools } from "./support/packed.mjs";

/*
 * The packed file by itself: its content, its exports, and what the usual tools say about it.
 */
const run = promisify(execFile);
const source = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

let packed;
let tool;
let app;

before(async () => {
  [packed, tool] = [await pack(), await installTools()];
  app = await installApp("typescript", packed, { documented: ["TypeScript", "ts"] });
});

after(() => packed?.remove());

/** Runs a tool. If the tool finds something, its output is the message of the error. */
const ask = (script, ...args) =>
  run(process.execPath, [tool(script), ...args], { cwd: app.folder }).catch((error) =>
    assert.fail(`${error.stdout}${error.stderr}`),
  );

test("publint finds nothing, not even a suggestion", () => ask("publint/src/cli.js", "run", packed.file, "--strict"));

/*
 * `esm-only`: the package has only modules, because the element needs a browser. So it does not promise `require`, nor
 * the resolution of Node 10, which knows no exports. Pages load the two scripts by their URL; nobody imports their
 * types.
 */
test("attw finds nothing", () =>
  ask(
    "@arethetypeswrong/cli/dist/index.js",
    packed.file,
    ...["--profile", "esm-only", "--exclude-entrypoints", "portal.js", "worker.js", "--no-color", "--no-emoji"],
  ));

test("it cannot be published by accident", () => {
  assert.equal(app.manifest.private, true);
  assert.equal(app.manifest.license, "UNLICENSED");
});

test("it has the build and the documentation, and no source or tests", () => {
  const expected = /^(?:dist\/.+|package\.json|README\.md|custom-elements\.json)$/;
  assert.deepEqual(
    packed.files.filter((path) => !expected.test(path)),
    [],
  );
  for (const path of [source.customElements, source["web-types"]]) {
    assert.ok(existsSync(join(app.folder, "node_modules/audit-log-viewer", path)), path);
  }
});

test("the documentation names the packed file", () => {
  const docs = readFileSync(join(root, "docs/frameworks.md"), "utf8");
  assert.deepEqual(docs.match(/audit-log-viewer-[\w.-]+\.tgz/g), [basename(packed.file)]);
});

/** The documented entries, with the names that each exports. */
const MODULES = {
  "audit-log-viewer": ["AuditLogError", "AuditLogViewer", "VERSION", "createFetchAdapter", "define"],
  "audit-log-viewer/standalone": ["AuditLogError", "AuditLogViewer", "VERSION", "createFetchAdapter", "define"],
  "audit-log-viewer/horizon": ["AuditLogViewer", "createHorizonAdapter", "mountAuditLogViewer"],
  "audit-log-viewer/portal-adapter": ["createPortalAdapter"],
  "audit-log-viewer/portal.js": [],
};
const SCRIPTS = ["worker.js"];
const DATA = [
  "integrity.json",
  "custom-elements.json",
  "vscode.html-custom-data.json",
  "vscode.css-custom-data.json",
  "web-types.json",
  "package.json",
];
const TYPES_ONLY = ["react", "vue"];

/** Runs code in a new Node process in the application's folder. */
const runInNode = async (script) => {
  const { stdout, stderr } = await run(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: app.folder,
  });
  assert.equal(stderr, "");
  return JSON.parse(stdout);
};

test("every entry is one of these", () => {
  const names = [...Object.keys(MODULES), ...[...SCRIPTS, ...DATA, ...TYPES_ONLY].map((n) => `audit-log-viewer/${n}`)];
  const exported = Object.keys(app.manifest.exports).map((name) => name.replace(/^\./, "audit-log-viewer"));
  assert.deepEqual(exported.sort(), names.sort());
});

for (const [name, names] of Object.entries(MODULES)) {
  test(`${name} can be imported in Node and does nothing there`, async () => {
    const found = await runInNode(`
      const before = new Set(Object.getOwnPropertyNames(globalThis));
      const { ...all } = await import(${JSON.stringify(name)});
      const globals = Object.getOwnPropertyNames(globalThis).filter((key) => !before.has(key));
      console.log(JSON.stringify({ names: Object.keys(all).sort(), globals }));
    `);
    // The process ended by itself, so nothing keeps it running.
    assert.deepEqual(found.names, names);
    // If Lit is not bundled, it keeps its registry and versions here.
    const own = found.globals.filter((key) => !/^(?:customElements|lit\w+|reactive\w+)$/.test(key));
    assert.deepEqual(own, []);
  });
}

test("scripts and data can be imported by their names", async () => {
  const names = [...SCRIPTS, ...DATA].map((name) => `audit-log-viewer/${name}`);
  const urls = await runInNode(
    `console.log(JSON.stringify(${JSON.stringify(names)}.map((name) => import.meta.resolve(name))))`,
  );
  for (const url of urls) {
    const text = readFileSync(new URL(url), "utf8");
    if (url.endsWith(".json")) assert.ok(Object.keys(JSON.parse(text)).length > 0, url);
    else assert.ok(text.length > 0, url);
  }
});

test("plain TypeScript accepts the typings, and refuses wrong code", () => app.types());

test("Angular accepts the element in its templates, and knows the details of its events", async () => {
  const angular = await installApp("angular", packed, { documented: ["Angular", "ts"] });
  await angular.types();
});
