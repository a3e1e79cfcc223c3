import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../../scripts/find-browser.mjs";
import { startMockApi } from "../../../scripts/mock-api.mjs";
import { TEST_MS } from "../../support/time-limits.mjs";

/** A Monday morning in New York. The clocks of the server and the page show this time. */
export const NOW = Date.UTC(2026, 10, 23, 14, 14);
const DIST = resolve(import.meta.dirname, "../../../dist");
const TYPES = { ".js": "text/javascript", ".html": "text/html", ".map": "application/json" };

const writePage = (apiBase) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plain page</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="/dist/audit-log-viewer.js"></script>
<audit-log-viewer api-base="${apiBase}"></audit-log-viewer></body></html>`;

/** Starts the mock API, a server for the plain page on another origin, and a browser. `/nowhere` names an API that does not exist. */
export async function startPlainPage() {
  const api = await startMockApi({ port: 0, now: () => NOW });
  const pages = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = path.startsWith("/dist/") ? join(DIST, path.slice(6)) : "";
    if (file && existsSync(file)) {
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(writePage(path === "/nowhere" ? "http://localhost:1/ns-api/v2" : api.url));
    }
  });
  await new Promise((done) => pages.listen(0, done));
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  return {
    api,
    origin: `http://localhost:${pages.address().port}`,
    async openPage(options) {
      const page = await browser.newPage(options);
      page.setDefaultTimeout(TEST_MS);
      await page.clock.setFixedTime(NOW);
      return page;
    },
    async close() {
      await browser.close();
      pages.closeAllConnections();
      await new Promise((done) => pages.close(done));
      await api.close();
    },
  };
}
