import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { createServer } from "vite";
import { BROWSER_FLAGS, findBrowser } from "../../../scripts/find-browser.mjs";

export const ROOT = resolve(import.meta.dirname, "../../..");
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let started;

/** Starts the demo as `npm start` does, and a browser. All callers share them; the first `stop` stops them for all. */
export function startDemo() {
  return (started ??= start());
}

async function start() {
  const vite = await createServer({
    configFile: join(ROOT, "vite.config.ts"),
    root: join(ROOT, "demo"),
    cacheDir: join(ROOT, `node_modules/.vite-test-demo`),
    logLevel: "error",
    // The files do not change meanwhile, so the browser may use its cache.
    server: { port: 0, host: "localhost", hmr: false, watch: null, headers: { "Cache-Control": "max-age=3600" } },
  });
  const [browser] = await Promise.all([
    chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS }),
    vite.listen(),
  ]);
  return {
    browser,
    base: `http://localhost:${vite.httpServer.address().port}`,
    async stop() {
      await browser.close();
      await vite.close();
    },
  };
}

/** Collects exceptions, errors in the console and violations of a policy. */
export async function collectProblems(page) {
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(`${message.text()} (${message.location().url})`);
  });
  await page.exposeFunction("tellViolation", (text) => problems.push(`violation: ${text}`));
  await page.addInitScript(() =>
    document.addEventListener("securitypolicyviolation", (event) => window.tellViolation(event.effectiveDirective)),
  );
  return problems;
}

/** The violations that axe finds on the page around the viewer. */
export async function findViolations(page) {
  if (await page.evaluate(() => !window.axe)) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(
      // The viewer and framed pages have their own tests.
      { exclude: [["audit-log-viewer"], ["iframe"]] },
      { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    );
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  });
}

/** Records the positions of the elements in every painted frame, from the first one in which they are visible. */
export function watchPlaces(page, selectors) {
  return page.addInitScript((all) => {
    window.places = {};
    let isPainted = false;
    new PerformanceObserver(() => (isPainted = true)).observe({ type: "paint", buffered: true });
    const note = () => {
      for (const selector of isPainted ? all : []) {
        const element = document.querySelector(selector);
        if (!element?.checkVisibility({ visibilityProperty: true })) continue;
        const { left, top } = element.getBoundingClientRect();
        (window.places[selector] ??= new Set()).add(`${Math.round(left)}, ${Math.round(top + scrollY)}`);
      }
      next = requestAnimationFrame(note);
    };
    let next = requestAnimationFrame(note);
    window.stopNoting = () => cancelAnimationFrame(next);
  }, selectors);
}

export const listPlaces = (page) =>
  page.evaluate(() => {
    window.stopNoting();
    return Object.fromEntries(Object.entries(window.places).map(([name, places]) => [name, [...places]]));
  });
