import assert from "node:assert/strict";
import { openPage, startBrowser } from "./browser.mjs";
import { startSites } from "./sites.mjs";

export const VIEWER = '<audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>';

const PATH = "/place";

/** Starts a browser and the sites. A test puts its viewers into a page of the host. */
export async function startHost() {
  const [sites, browser] = await Promise.all([startSites(), startBrowser()]);

  /** A script of the CDN, by default the package. */
  const createScript = (path = "/dist/audit-log-viewer.js") =>
    `<script type="module" src="${sites.cdn}${path}"></script>`;

  const createPage = (body, head = createScript()) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Host</title>
<link rel="stylesheet" href="/pages/place.css"><link rel="stylesheet" href="/pages/places.css">${head}</head><body>${body}</body></html>`;

  return {
    sites,
    createScript,
    createPage,
    /** Opens a page with this body. `leave()` closes the page and fails if something went wrong on it. */
    async visit(body, head) {
      sites.page(PATH, createPage(body, head));
      sites.asked.length = 0;
      const opened = await openPage(browser);
      await opened.page.goto(sites.host + PATH);
      const leave = async () => {
        await opened.close();
        assert.deepEqual(opened.problems, []);
      };
      return { ...opened, path: PATH, leave };
    },
    async close() {
      await browser.close();
      await sites.close();
    },
  };
}
