import assert from "node:assert/strict";
import { resolve } from "node:path";
import { test } from "node:test";
import { ESLint } from "eslint";

/*
 * Tests do not depend on the machine's time and set no limits of their own. The linter finds code that would fail on
 * another day or on a slower machine.
 */
const root = resolve(import.meta.dirname, "../..");
const eslint = new ESLint({ cwd: root });

const found = async (code, filePath) => {
  const [{ messages }] = await eslint.lintText(`${code}\n`, { filePath: resolve(root, filePath) });
  return messages.filter(({ ruleId }) => /^no-restricted-(?:syntax|imports)$/.test(ruleId ?? "")).length > 0;
};

for (const code of [
  "export const now = Date.now();",
  "export const now = new Date();",
  "export const text = Date();",
  "export const start = performance.now();",
  'new PerformanceObserver(() => undefined).observe({ entryTypes: ["longtask"] });',
  "await new Promise((done) => setTimeout(done, 1600));",
  "setInterval(() => undefined, 250);",
  "await page.waitForTimeout(100);",
  "await aTimeout(100);",
  'import { setTimeout as later } from "node:timers/promises";\nawait later(10);',
  'await button.waitFor({ state: "hidden", timeout: 20_000 });',
  "page.setDefaultTimeout(10_000);",
  "page.setDefaultNavigationTimeout(10_000);",
  "this.timeout(60_000);",
])
  test(`is found: ${code}`, async () => {
    for (const file of ["test/demo/made-up.test.mjs", "test/flows/made-up.test.ts"])
      assert.equal(await found(code, file), true, file);
  });

for (const code of [
  "export const then = new Date(0);",
  "export const then = Date.UTC(2026, 10, 23);",
  "await new Promise((done) => setTimeout(done));",
  "page.setDefaultTimeout(TEST_MS);",
  'export const heard = { timeout: ["Try again"] };',
])
  test(`is fine: ${code}`, async () => assert.equal(await found(code, "test/demo/made-up.test.mjs"), false));

test("benches measure", async () => assert.equal(await found("performance.now();", "test/bench/made-up.mjs"), false));
