import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../../scripts/find-browser.mjs";
import { startMockApi } from "../../../scripts/mock-api.mjs";
import { TEST_MS } from "../../support/time-limits.mjs";

/*
 * A browser in which the addresses of the documentation exist: the built package at `/audit-log/` of every origin, the
 * mock API at `/ns-api/v2` of every origin, and the pages of the tests. No other address exists.
 */

/** Fixed, so that the records are always the same. */
const NOW = Date.parse("2026-11-23T19:20:00Z");
const HOME = "https://portal.example.com/";
const API = "/ns-api/v2";
const PACKAGE = "/audit-log/";
const TYPES = { ".js": "text/javascript", ".json": "application/json", ".map": "application/json" };
/** The time to wait for what must not come, in ms. */
const IMPATIENCE_MS = 2_000;

/** Maps the package's names to files, as a bundler does. */
const IMPORTS = {
  "audit-log-viewer": `${PACKAGE}audit-log-viewer.js`,
  "audit-log-viewer/standalone": `${PACKAGE}audit-log-viewer.js`,
  "audit-log-viewer/horizon": `${PACKAGE}horizon.js`,
  "audit-log-viewer/portal-adapter": `${PACKAGE}portal-adapter.js`,
};

const IMPORT_MAP = `<script type="importmap">${JSON.stringify({ imports: IMPORTS })}</script>`;

/** Opens a page with the fixtures of `fixtures.ts`. Each snippet begins with a new viewer. */
const home = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>
${IMPORT_MAP}</head><body><script type="module">
import "audit-log-viewer";
import { createFetchAdapter } from "audit-log-viewer";
const api = { baseUrl: "${API}", getToken: () => "mock-super-user" };
const get = (url, signal = new AbortController().signal) => {
  const { pathname, searchParams } = new URL(url, "https://api.example");
  return createFetchAdapter(api).get(pathname, { query: searchParams, signal });
};
Object.assign(globalThis, {
  session: {
    token: "mock-super-user",
    user: "maria.ortiz",
    renew: async () => "mock-super-user",
    signIn: () => (globalThis.hasSignedIn = true),
  },
  client: { request: async (url, { signal } = {}) => ({ status: 200, data: await get(url, signal) }) },
  horizonContext: { api: { get: (path) => get(path) }, theme: "dark" },
  begin() {
    localStorage.clear();
    localStorage.setItem("ns_t", "mock-super-user");
    document.documentElement.removeAttribute("style");
    document.adoptedStyleSheets = [];
    const viewer = document.createElement("audit-log-viewer");
    viewer.setAttribute("api-base", "${API}");
    const output = document.createElement("output");
    document.body.replaceChildren(viewer, output);
    Object.assign(globalThis, { viewer, output, hasSignedIn: false });
  },
});
globalThis.isReady = true;
</script></body></html>`;

/** Lets every viewer of the page search, whatever its tag is. @returns the results and the failures */
const searchAll = async () => {
  const viewers = [...document.querySelectorAll("*")].filter((one) => typeof one.exportEvents === "function");
  const search = async (viewer) => {
    const told = { count: undefined, error: undefined };
    viewer.addEventListener("alv-results", ({ detail }) => (told.count = detail.count));
    viewer.addEventListener("alv-error", ({ detail }) => (told.error = detail.kind));
    await viewer.search();
    await viewer.updateComplete;
    return told;
  };
  return Promise.all(viewers.map(search));
};

export async function openStage(root) {
  const api = await startMockApi({ port: 0, now: () => NOW });
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: "reduce",
    timezoneId: "America/New_York",
    locale: "en-US",
  });
  await context.addInitScript(() => {
    // With data saving on, the viewer does not read ahead: it shows only what the snippet requests.
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    globalThis.violations = [];
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      globalThis.violations.push(`${effectiveDirective} ${blockedURI}`),
    );
  });

  /** What a test put at an address: `{ body, headers }`. */
  const files = new Map([[HOME, { body: home, headers: { "content-type": "text/html" } }]]);
  let problems = [];

  const answer = async (request) => {
    const url = new URL(request.url());
    const put = files.get(request.url());
    if (put) return { status: 200, ...put };
    if (url.pathname.startsWith(`${API}/`)) {
      const { status, headers, body } = await api.server.handle({
        method: request.method(),
        path: url.pathname.slice(API.length),
        query: url.searchParams,
        headers: request.headers(),
        signal: undefined,
      });
      return { status, headers, body };
    }
    if (url.pathname.startsWith(PACKAGE)) {
      const file = join(root, "dist", url.pathname.slice(PACKAGE.length));
      if (existsSync(file)) {
        return {
          status: 200,
          headers: { "content-type": TYPES[extname(file)] ?? "text/plain" },
          body: readFileSync(file),
        };
      }
    }
    if (url.pathname === "/favicon.ico") return { status: 204 };
    problems.push(`asks for ${url.href}, which does not exist`);
    return { status: 404 };
  };
  await context.route("**/*", async (route) => {
    const answered = await answer(route.request());
    const headers = { ...answered.headers, "access-control-allow-origin": "*" };
    await route.fulfill({ ...answered, headers }).catch(() => undefined);
  });

  let patience = TEST_MS;
  const open = async (url) => {
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.setDefaultNavigationTimeout(TEST_MS);
    page.on("pageerror", (error) => problems.push(error.message));
    page.on("console", (message) => {
      // The browser itself reports an answer with an error.
      const isNoise = /^Failed to load resource: the server responded/.test(message.text());
      if (/^(?:error|warning|assert)$/.test(message.type()) && !isNoise) problems.push(`console: ${message.text()}`);
    });
    await page.clock.setFixedTime(NOW);
    await page.goto(url);
    return page;
  };

  let shared;
  const sharedPage = async () => {
    if (!shared) {
      shared = await open(HOME);
      await shared.waitForFunction(() => globalThis.isReady, undefined, { timeout: TEST_MS });
    }
    shared.setDefaultTimeout(patience);
    await shared.evaluate(() => globalThis.begin());
    return shared;
  };

  let count = 0;
  const put = (body, type, headers = {}) => {
    count += 1;
    const url = `${HOME}snippet-${count}${type === "text/html" ? "" : ".js"}`;
    files.set(url, { body, headers: { "content-type": type, ...headers } });
    return url;
  };

  /**
   * Runs `act`. @returns what went wrong meanwhile
   *
   * @param status the status of the API's answers, if they must fail
   * @param neverComes what `act` waits for does not come, so it waits only for a short time
   */
  const watched = async (act, status, neverComes = false) => {
    patience = neverComes ? IMPATIENCE_MS : TEST_MS;
    problems = [];
    api.server.behavior.failures = status === undefined ? [] : [{ kind: status, at: "every" }];
    try {
      await act();
    } catch (error) {
      problems.push(error.message);
    }
    return problems;
  };

  return {
    sharedPage,
    watched,
    /** Opens a page with this markup: the content of its body, or the whole page. */
    openPage: (markup, headers) => {
      const whole = /<!doctype/i.test(markup) ? markup : `<!doctype html><html lang="en"><body>${markup}</body></html>`;
      return open(put(whole, "text/html", headers));
    },
    openHead: (head, markup) =>
      open(put(`<!doctype html><html lang="en"><head>${head}</head><body>${markup}</body></html>`, "text/html")),
    importMap: IMPORT_MAP,
    /** Puts a module at an address and runs it. */
    runModule: (page, text) => page.evaluate((url) => import(url), put(text, "text/javascript")),
    putModule: (text) => put(text, "text/javascript"),
    /**
     * Checks that every viewer on the page finds events, or fails as expected.
     *
     * @param fails the kind of the expected error
     */
    async searches(page, fails) {
      const told = await page.evaluate(searchAll);
      if (told.length === 0) throw new Error("There is no viewer on the page.");
      for (const { count, error } of told) {
        if (error !== fails) throw new Error(error ? `The search fails: ${error}.` : "The search does not fail.");
        if (!fails && !(count > 0)) throw new Error("The search finds nothing.");
      }
    },
    async close() {
      await browser.close();
      await api.close();
    },
  };
}
