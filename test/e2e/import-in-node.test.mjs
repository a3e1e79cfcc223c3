import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/*
 * The package can be imported where there is no DOM, because pages that are rendered on a server import what their
 * components import.
 */
const toUrl = (name) => pathToFileURL(resolve(import.meta.dirname, "../../dist", name)).href;

/**
 * Runs `body` in a new Node process, with the exports of `name` as `all`. Fails if the import adds a global. @returns
 * the result of `body`
 */
async function runInNode(name, body, allowed = []) {
  const script = `
    const all = await import(${JSON.stringify(toUrl(name))});
    const answer = await (async () => { ${body} })();
    console.log(JSON.stringify({
      answer,
      globals: ["HTMLElement", "document", "window", "customElements"].filter((name) => globalThis[name] !== undefined),
    }));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  assert.equal(stderr, "");
  const { answer, globals } = JSON.parse(stdout);
  assert.deepEqual(globals, allowed);
  return answer;
}

const createTypesCode = (...names) => `return ${JSON.stringify(names)}.map((name) => typeof all[name]);`;

// The build for bundlers imports Lit, which brings its own registry to Node.
for (const [name, allowed] of [
  ["audit-log-viewer.js", []],
  ["index.js", ["customElements"]],
]) {
  test(`${name} can be imported in Node, where there is no page`, async () => {
    const names = ["AuditLogViewer", "AuditLogError", "createFetchAdapter"];
    const types = await runInNode(name, `all.define(); ${createTypesCode(...names)}`, allowed);
    assert.deepEqual([...new Set(types)], ["function"]);
  });
}

test("horizon.js can be imported in Node, and creates an adapter", async () => {
  const adapter = "return [typeof all.createHorizonAdapter({ get() {} }).get, typeof all.mountAuditLogViewer];";
  assert.deepEqual(await runInNode("horizon.js", adapter), ["function", "function"]);
});

test("portal-adapter.js can be imported in Node, and creates an adapter", async () => {
  assert.equal(await runInNode("portal-adapter.js", "return typeof all.createPortalAdapter().get;"), "function");
});

test("portal.js does nothing without a page", async () => {
  assert.deepEqual(await runInNode("portal.js", "return Object.keys(all);"), []);
});
