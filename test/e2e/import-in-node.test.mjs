import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

/*
 * Pages that are rendered on a server import what their components import, also where there is no DOM.
 */
const entry = pathToFileURL(resolve(import.meta.dirname, "../../dist/audit-log-viewer.js")).href;

test("the built package can be imported in Node, and defines nothing there", async () => {
  const script = `
    const { AuditLogViewer, AuditLogError, createFetchAdapter, define } = await import(${JSON.stringify(entry)});
    define();
    console.log(JSON.stringify({
      exports: [AuditLogViewer, AuditLogError, createFetchAdapter].map((one) => typeof one),
      globals: ["customElements", "HTMLElement", "document", "window"].map((name) => typeof globalThis[name]),
    }));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
  assert.equal(stderr, "");
  assert.deepEqual(JSON.parse(stdout), {
    exports: ["function", "function", "function"],
    globals: ["undefined", "undefined", "undefined", "undefined"],
  });
});
