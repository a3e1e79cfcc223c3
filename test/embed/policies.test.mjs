import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { waitUntil } from "../support/time-limits.mjs";
import { createHands, openPage, startBrowser } from "./support/browser.mjs";
import { assertCounted, assertCountsAfterReturn } from "./support/statistics.mjs";
import { startSites, TOKEN } from "./support/sites.mjs";

/*
 * The strict policy: the package comes from another origin, the page allows only what the package needs, and it
 * requires Trusted Types.
 */
let sites;
let browser;

before(async () => {
  [sites, browser] = await Promise.all([startSites(), startBrowser()]);
});
after(async () => {
  await browser?.close();
  await sites?.close();
});

const createPolicy = (...more) =>
  [
    `default-src 'none'`,
    `script-src ${sites.cdn}`,
    `style-src 'self'`,
    `connect-src 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html alv`,
    ...more,
  ].join("; ");

const createHeaders = (...more) => ({ "content-security-policy": createPolicy(...more) });

const createPage = (attributes = "", module = "/dist/audit-log-viewer.js") => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Strict page</title>
<script type="module" src="${sites.cdn}${module}"></script></head>
<body><audit-log-viewer api-base="/ns-api/v2"${attributes}></audit-log-viewer></body></html>`;

/**
 * What a page may say about workers, the number of violations that are reported, and the number of workers: one counts,
 * one writes files.
 */
const WORKERS = () => [
  { name: "allowed", directives: ["worker-src blob:"], reports: 0, workers: 2 },
  { name: "refused", directives: ["worker-src 'none'"], reports: 1, workers: 0 },
  { name: "not mentioned", directives: [], reports: 1, workers: 0 },
  {
    name: "from a URL of the page's origin",
    directives: ["worker-src 'self'"],
    reports: 0,
    workers: 2,
    attributes: ' worker-url="/dist/worker.js"',
  },
  {
    // The viewer refuses this URL with a warning and uses its own worker.
    name: "from a URL of another origin",
    directives: ["worker-src blob:"],
    reports: 0,
    workers: 2,
    attributes: ` worker-url="${sites?.cdn}/dist/worker.js"`,
    warning: /`worker-url` must be a URL on the page's own origin/,
  },
  {
    name: "switched off",
    directives: ["worker-src 'none'"],
    reports: 0,
    workers: 0,
    attributes: ' worker-url="none"',
  },
];

/** Exports the loaded events. @returns the number of rows and of lines in the file, and the number of workers afterwards */
async function exportLoaded(page) {
  const file = await page.evaluate(async () => {
    const viewer = document.querySelector("audit-log-viewer");
    const { rows, blob } = await viewer.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
    const lines = (await blob.text()).trim().split("\n");
    return { rows, read: lines.map((line) => JSON.parse(line)).length };
  });
  return { ...file, workers: page.workers().length };
}

/** Uses everything that loads code, writes styles, or opens something. */
async function useViewer(page) {
  const viewer = createHands(page);
  await viewer.search();
  await viewer.open();
  await viewer.dateRange.click();
  await viewer.dialog.waitFor();
  const box = await viewer.dialog.boundingBox();
  const button = await viewer.dateRange.boundingBox();
  // A script sets the position: if the policy refused the style, the popup would stay in a corner.
  assert.ok(Math.abs(box.y - (button.y + button.height)) < 12, `the dialog is at ${box.y}`);
  await viewer.dialog.getByRole("button", { name: "Last 7 Days" }).click();
  await viewer.search();
  await viewer.cards.check();
  await page.getByRole("list", { name: "Audit events" }).waitFor();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 2").waitFor();
  await viewer.filters.getByRole("textbox", { name: "Performed by IP address" }).fill("203.0.113.400");
  await viewer.searchButton.click();
  await viewer.filters.getByText(/Invalid IP/).waitFor();
}

describe("a page with a strict policy", () => {
  // The CDN's origin is known only after the sites have started.
  for (const [at, { name }] of WORKERS().entries()) {
    test(`workers ${name}: search, details, statistics and export work, and nothing else is reported`, async () => {
      const { directives, reports, workers, attributes, warning } = WORKERS()[at];
      sites.page("/strict", createPage(attributes), createHeaders(...directives));
      const { page, problems, violations, close } = await openPage(browser);
      const requested = [];
      page.on("request", (request) => requested.push(request.url()));
      await page.goto(`${sites.host}/strict`);
      await useViewer(page);
      await assertCounted(page);
      const events = await page.getByRole("list", { name: "Audit events" }).getByRole("listitem").count();
      assert.ok(events > 0);
      const [first, second] = [await exportLoaded(page), await exportLoaded(page)];
      assert.deepEqual(first, { rows: 2 * events, read: 2 * events, workers });
      assert.deepEqual(second, first);
      await assertCountsAfterReturn(page);
      await page.evaluate(() => document.querySelector("audit-log-viewer").remove());
      await waitUntil(() => page.workers().length === 0);
      const reported = await violations();
      assert.deepEqual(
        reported.filter(({ directive }) => directive !== "worker-src"),
        [],
      );
      assert.equal(reported.length, reports, JSON.stringify(reported));
      const others = problems.filter((one) => !/worker-src/.test(one));
      assert.equal(others.length, warning ? 1 : 0, others.join("\n"));
      if (warning) {
        assert.match(others[0], warning);
        assert.ok(requested.every((url) => url !== `${sites.cdn}/dist/worker.js`));
      }
      await close();
    });
  }

  test("workers that never answer and cause no error: the page counts after it has tried two workers", async () => {
    sites.page("/silent", createPage(), createHeaders("worker-src blob:"));
    const silence = () => {
      globalThis.tried = 0;
      // Imitates a browser that blocks a worker and reports it to nobody.
      globalThis.Worker = class extends EventTarget {
        constructor() {
          super();
          globalThis.tried += 1;
        }
        postMessage() {
          // Nobody reads it.
        }
        terminate() {
          // It does not run.
        }
      };
    };
    const { page, problems, violations, close } = await openPage(browser, { before: silence });
    await page.goto(`${sites.host}/silent`);
    await useViewer(page);
    await assertCounted(page);
    const { rows, workers } = await exportLoaded(page);
    assert.deepEqual([rows, workers, await page.evaluate(() => globalThis.tried)], [20, 0, 2]);
    assert.deepEqual([problems, await violations()], [[], []]);
    await close();
  });

  test("two viewers on a page that refuses workers: each reports it once", async () => {
    const one = '<audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>';
    sites.page("/two", createPage().replace("</body>", `${one}</body>`), createHeaders("worker-src 'none'"));
    const { page, violations, close } = await openPage(browser);
    await page.goto(`${sites.host}/two`);
    for (const at of [0, 1]) {
      const viewer = page.locator("audit-log-viewer").nth(at);
      await createHands(viewer).search();
      await viewer.getByRole("button", { name: "Next" }).click();
      await assertCounted(page, at);
    }
    assert.deepEqual(
      (await violations()).map(({ directive }) => directive),
      ["worker-src", "worker-src"],
    );
    await close();
  });

  test("without native Temporal the polyfill loads under the same policy", async () => {
    sites.page("/strict", createPage(), createHeaders("worker-src blob:"));
    const { page, problems, violations, close } = await openPage(browser, { before: () => delete globalThis.Temporal });
    const loaded = [];
    page.on("response", (response) => loaded.push(response.url()));
    await page.goto(`${sites.host}/strict`);
    await useViewer(page);
    assert.ok(loaded.some((url) => /temporal-polyfilled-/.test(url)));
    assert.deepEqual(await violations(), []);
    assert.deepEqual(problems, []);
    await close();
  });

  test("two copies need `'allow-duplicates'`, since each makes Lit's policy", async () => {
    sites.serve("/copy/", resolve(import.meta.dirname, "../../dist"));
    const copy = `<script type="module" src="${sites.cdn}/copy/audit-log-viewer.js"></script>`;
    const copies = createPage().replace("</head>", `${copy}</head>`);
    const duplicates = createPolicy("worker-src blob:").replace("lit-html alv", "lit-html alv 'allow-duplicates'");
    sites.page("/copies", copies, { "content-security-policy": duplicates });
    const allowed = await openPage(browser);
    await allowed.page.goto(`${sites.host}/copies`);
    await useViewer(allowed.page);
    assert.deepEqual(await allowed.violations(), []);
    assert.deepEqual(allowed.problems, []);
    await allowed.close();

    // Without `'allow-duplicates'`, the first copy works anyway.
    sites.page("/copies", copies, createHeaders("worker-src blob:"));
    const refused = await openPage(browser);
    await refused.page.goto(`${sites.host}/copies`);
    await useViewer(refused.page);
    assert.deepEqual(
      (await refused.violations()).map(({ directive }) => directive),
      ["trusted-types"],
    );
    await refused.close();
  });

  test("the hashes of the package cover every chunk through an import map, and a changed one does not run", async () => {
    const { files } = await (await fetch(`${sites.cdn}/dist/integrity.json`)).json();
    const integrity = Object.fromEntries(
      Object.entries(files)
        .filter(([name]) => name.endsWith(".js"))
        .map(([name, hash]) => [`${sites.cdn}/dist/${name}`, hash]),
    );
    const covered = (map) =>
      createPage().replace("<title>", `<script type="importmap">${JSON.stringify({ integrity: map })}</script><title>`);
    sites.page("/covered", covered(integrity));
    const first = await openPage(browser);
    await first.page.goto(`${sites.host}/covered`);
    await createHands(first.page).search();
    assert.deepEqual(first.problems, []);
    await first.close();

    const chunk = Object.keys(integrity).find((url) => /chunks\/search-/.test(url));
    sites.page("/changed", covered({ ...integrity, [chunk]: integrity[`${sites.cdn}/dist/audit-log-viewer.js`] }));
    const second = await openPage(browser);
    await second.page.goto(`${sites.host}/changed`);
    await createHands(second.page).searchButton.click();
    await second.page.getByRole("button", { name: "Try again" }).waitFor();
    assert.match(second.problems.join(), /integrity/);
    await second.close();
  });
});

describe("portal.js under the strict policy", () => {
  test("adds the card, loads the viewer, and reports nothing", async () => {
    sites.page(
      "/portal",
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Integrations</title></head><body>
<h1>Integrations</h1><ul class="integrations"><li class="card"><h3>CRM</h3><p>Match calls.</p></li></ul>
<script src="${sites.cdn}/dist/portal.js"></script></body></html>`,
      createHeaders("worker-src blob:"),
    );
    const { page, problems, violations, close } = await openPage(browser, {
      before: `localStorage.setItem("ns_t", ${JSON.stringify(TOKEN)})`,
    });
    await page.goto(`${sites.host}/portal`);
    await page.getByRole("link", { name: "Audit Log" }).click();
    await useViewer(page);
    assert.deepEqual(await violations(), []);
    assert.deepEqual(problems, []);
    await close();
  });
});
