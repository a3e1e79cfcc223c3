import { MONDAY_AFTERNOON } from "../paging/made-up.mjs";
import { watchRest } from "../support/bench-browser.mjs";
import { installStartProbe } from "./probe.mjs";

/**
 * Runs in the page: an adapter that waits like a network. It keeps each answer of the server in memory: the page's
 * clock stands still, so requests repeat.
 */
export function installAdapter({ apiBase }) {
  const responses = new Map();
  const { bench } = globalThis;
  /** The duration of every response, in ms. */
  bench.responseMs = 0;
  bench.adapter = {
    async get(path, { query }) {
      const url = `${apiBase}${path}?${query}`;
      if (!responses.has(url))
        responses.set(
          url,
          fetch(url).then((response) => response.json()),
        );
      const response = await responses.get(url);
      if (bench.responseMs > 0) await new Promise((done) => setTimeout(done, bench.responseMs));
      return response;
    },
  };
}

/**
 * Opens a page with the package and without a viewer. @returns the page, and a function that waits until the page is at
 * rest
 */
export async function openPage(bench, { apiBase, viewport, prepare }) {
  const page = await bench.open({
    now: MONDAY_AFTERNOON,
    // The viewer does not read ahead, so that only what the user does runs.
    savesData: true,
    viewport,
    async prepare(opened) {
      await opened.addInitScript(installStartProbe);
      await opened.addInitScript(installAdapter, { apiBase });
      await prepare?.(opened);
    },
  });
  await page.waitForFunction(() => customElements.get("audit-log-viewer"));
  return { page, atRest: watchRest(page) };
}
