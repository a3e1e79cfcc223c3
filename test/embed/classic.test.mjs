import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { createHands, openPage, startBrowser } from "./support/browser.mjs";
import { addClassic, CLASSIC, classicHead, installClassic, readTraits } from "./support/classic-page.mjs";
import { assertSame, takePictures } from "./support/pictures.mjs";
import { LIST } from "./support/portal-page.mjs";
import { startSites, TOKEN } from "./support/sites.mjs";

/*
 * The files that the classic portal loads: jQuery 1.8.3, Bootstrap 2.3.2, and an early Datejs, which makes `Date.now`
 * and `Date.parse` return objects. On such a page, the viewer works and looks as on an empty page.
 */
let sites;
let browser;

const viewer = '<audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>';
const createPage = (head, body) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Portal</title>${head}
<link rel="stylesheet" href="/pages/place.css"></head><body>${body}</body></html>`;
const createScript = () => `<script type="module" src="${sites.cdn}/dist/audit-log-viewer.js"></script>`;
const content = `<div class="navbar"><ul class="nav"><li><a href="/integrations">Integrations</a></li></ul></div>
<div class="container" id="content"><div class="page-header"><h1>Integrations</h1></div>${LIST}</div>`;
const createPortalScript = () => `<script src="${sites.cdn}/dist/portal.js"></script>`;

const PLAIN = `<div id="place">${viewer}</div>`;

before(async () => {
  const [folder, started, launched] = await Promise.all([installClassic(), startSites(), startBrowser()]);
  [sites, browser] = [started, launched];
  sites.serve(CLASSIC, folder);
  sites.page("/empty", createPage(createScript(), PLAIN));
  sites.page("/before", createPage(classicHead + createScript(), PLAIN));
  sites.page("/portal-before", createPage(classicHead, content + createPortalScript()));
  sites.page("/portal-after", createPage("", content + createPortalScript()));
});
after(async () => {
  await browser?.close();
  await sites?.close();
});

/** Opens a page with a signed-in user. An error on the page fails the test. */
async function visit(path) {
  const opened = await openPage(browser, { before: `localStorage.setItem("ns_t", ${JSON.stringify(TOKEN)})` });
  await opened.page.goto(`${sites.host}${path}`);
  return {
    page: opened.page,
    async leave() {
      // Takes a picture of a card and the page's own icon.
      assert.deepEqual(
        opened.problems.filter((one) => !/404/.test(one)),
        [],
        path,
      );
      await opened.close();
    },
  };
}

const openCard = async (page) => {
  await page.getByRole("link", { name: "Audit Log", exact: true }).click();
  await createHands(page).searchButton.waitFor();
};

/** How the viewer is put on a page, and when the portal's files are loaded. */
const WAYS = {
  "the element, after the portal's files": { path: "/before" },
  "the element, before the portal's files": { path: "/empty", late: true },
  "portal.js, after the portal's files": { path: "/portal-before", open: openCard },
  "portal.js, before the portal's files": { path: "/portal-after", late: true, open: openCard },
};

/** Puts the viewer on a page of the portal. */
async function arrive({ path, late, open }) {
  const visited = await visit(path);
  await open?.(visited.page);
  await createHands(visited.page).searchButton.waitFor();
  if (late) await addClassic(visited.page);
  assert.deepEqual(await readTraits(visited.page), {
    jQuery: "1.8.3",
    now: "[object Date]",
    zoned: null,
    local: "[object Date]",
    text: "2026-11-23",
    enumerable: 98,
    font: '"Helvetica Neue"',
  });
  return visited;
}

/** Does everything that a user does. @returns the texts after each step */
async function use(page) {
  const person = createHands(page);
  const rows = page.getByRole("button", { name: /^Details: / });
  const seen = {};
  const read = async (step) => {
    await page.getByRole("button", { name: "Stop", exact: true }).waitFor({ state: "detached" });
    seen[step] = await rows.evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? one.textContent));
    assert.ok(seen[step].length > 0, step);
  };
  /** Starts a search and waits for its results. Until then, the page shows those of the search before. */
  const searched = async (act = () => person.searchButton.click()) => {
    const shown = page.locator("audit-log-viewer").evaluate(
      (element) =>
        new Promise((done) => {
          element.addEventListener("alv-search", () => {
            element.addEventListener("alv-results", () => done(), { once: true });
          });
        }),
    );
    await act();
    await shown;
  };

  await person.search();
  await read("search");
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 2").waitFor();
  await read("next");
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await person.open();
  seen.details = await page.getByRole("group", { name: "Event summary" }).innerText();
  seen.parameters = await page.getByRole("group", { name: "Parameters" }).innerText();

  // Chooses a preset, and then types dates.
  await person.dateRange.click();
  await person.dialog.getByRole("button", { name: "Last 7 Days" }).click();
  await person.dialog.waitFor({ state: "hidden" });
  await searched();
  await read("preset");
  await person.dateRange.click();
  await person.dialog.getByRole("textbox", { name: "Start date" }).fill("11/18/2026");
  await person.dialog.getByRole("textbox", { name: "End date" }).fill("11/20/2026");
  await person.dialog.getByRole("button", { name: "Apply" }).click();
  await person.dialog.waitFor({ state: "hidden" });
  seen.chosen = (await person.dateRange.innerText()).replace(/\s+/g, " ");
  await searched();
  await read("typed");

  // Exports the loaded events through the menu, and the whole range as a page does.
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV, loaded events" }).click(),
  ]);
  seen.file = download.suggestedFilename();
  seen.csv = readFileSync(await download.path(), "utf8");
  assert.ok(seen.csv.split("\r\n").length > 10);
  await page.keyboard.press("Escape");
  seen.range = await page.locator("audit-log-viewer").evaluate(async (element) => {
    const { fileName, rows, complete, blob } = await element.exportEvents({ scope: "range", deliver: "blob" });
    return [fileName, rows, complete, await blob.text()];
  });
  assert.ok(seen.range[1] > 10);

  await person.open();
  await searched(() => page.getByRole("button", { name: "Investigate user" }).click());
  await person.dateRange.getByText("Last Year").waitFor();
  await read("investigate");
  return seen;
}

describe("the classic portal's own files", () => {
  let expected;
  before(async () => {
    const { page, leave } = await visit("/empty");
    expected = await use(page);
    await leave();
    const { search, next, typed, investigate } = expected;
    assert.equal(new Set([search, next, typed, investigate].map(String)).size, 4);
  });

  for (const [name, way] of Object.entries(WAYS)) {
    test(`change nothing of what the viewer finds: ${name}`, async () => {
      const { page, leave } = await arrive(way);
      const seen = await use(page);
      for (const step of Object.keys(expected)) assert.deepEqual(seen[step], expected[step], step);
      await leave();
    });
  }
});

describe("on the classic portal's page the viewer looks as on an empty one", () => {
  /** Takes pictures of a viewer at this place on an empty page. */
  async function onEmptyPage({ x, y, width }) {
    sites.page(
      "/placed",
      createPage(
        `<style>#place{left:${x}px!important;top:${y}px!important;width:${width}px!important}</style>${createScript()}`,
        PLAIN,
      ),
    );
    const { page: empty, leave } = await visit("/placed");
    const taken = await takePictures(empty, empty.locator("audit-log-viewer"));
    await leave();
    return taken;
  }

  for (const [name, way] of Object.entries(WAYS)) {
    test(name, async () => {
      const { page, leave } = await arrive(way);
      const element = page.locator("audit-log-viewer");
      const place = await element.boundingBox();
      const taken = await takePictures(page, element);
      await leave();
      assertSame(taken, await onEmptyPage(place), `classic ${name}`);
    });
  }
});
