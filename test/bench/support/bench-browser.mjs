import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../../scripts/find-browser.mjs";
import { installProbe, SHOWN } from "./probe.mjs";

const dist = resolve(import.meta.dirname, "../../../dist");
const PATIENCE_MS = 60_000;

/** A page with one script and nothing else. */
const writePage = (script) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Bench</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="${script}"></script></body></html>`;

const PACKAGE = "/dist/audit-log-viewer.js";

function servePages(scripts) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = pathname.startsWith("/dist/") ? join(dist, pathname.slice("/dist/".length)) : "";
    const name = pathname.replace(/\.js$/, "");
    if (pathname !== name && Object.hasOwn(scripts, name)) {
      response.writeHead(200, { "content-type": "text/javascript" }).end(scripts[name]);
    } else if (file && existsSync(file)) {
      response.writeHead(200, { "content-type": "text/javascript" });
      createReadStream(file).pipe(response);
    } else {
      const script = Object.hasOwn(scripts, name) ? `${name}.js` : PACKAGE;
      response.writeHead(200, { "content-type": "text/html" }).end(writePage(script));
    }
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

/**
 * Starts a browser that measures the built package.
 *
 * @param {Readonly<Record<string, string>>} scripts the texts of other scripts, by the path of the page that has the
 * script instead of the package
 * @param flags additional flags of the browser
 * @param hasWindow whether the browser has a window on a display
 * @returns `open(setting)`, which opens a page that shares nothing with others; `browser`; and `close()`
 */
export async function openBenchBrowser(scripts = {}, flags = [], hasWindow = false) {
  const pages = await servePages(scripts);
  const browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [...BROWSER_FLAGS, ...flags],
    headless: !hasWindow,
  });
  return {
    browser,
    /**
     * @param {{ now: number, savesData?: boolean, path?: string, prepare?: (page: object) => Promise<void>, viewport?:
     * { width: number, height: number } }} setting
     * the time of the page's clock; whether the browser saves data, so that the viewer does not read ahead; the path;
     * what to do before the page's scripts run; the size in px
     */
    async open({ now, savesData = false, path = "/", prepare, viewport = { width: 1280, height: 1200 } }) {
      const context = await browser.newContext({
        viewport,
        timezoneId: "America/New_York",
        locale: "en-US",
      });
      const page = await context.newPage();
      await page.addInitScript(installProbe, { now, mark: SHOWN, savesData });
      await prepare?.(page);
      await page.goto(`http://localhost:${pages.address().port}${path}`);
      return page;
    },
    async close() {
      await browser.close();
      pages.closeAllConnections();
      await new Promise((done) => pages.close(done));
    },
  };
}

/**
 * Watches the requests of a page.
 *
 * @returns a function that waits until the page has finished reading ahead: no request is open, and two idle moments of
 * the browser brought no new one
 */
export function watchRest(page) {
  const underWay = new Set();
  let sent = 0;
  page.on("request", (request) => underWay.add(request) && (sent += 1));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => underWay.delete(request));
  return async () => {
    const latest = Date.now() + PATIENCE_MS;
    for (let quiet = 0, before = -1; quiet < 2; before = sent) {
      if (Date.now() > latest) throw new Error("The page does not come to rest.");
      // Longer than the viewer waits for an idle moment, so that the viewer's turn comes first.
      await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(), { timeout: 2100 })));
      quiet = underWay.size === 0 && sent === before ? quiet + 1 : 0;
    }
  };
}
