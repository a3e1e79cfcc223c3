import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openPage, startBrowser } from "./support/browser.mjs";
import { assertSame, takePictures } from "./support/pictures.mjs";
import { startSites } from "./support/sites.mjs";

/*
 * On pages that replace built-ins and have CSS rules for everything, the viewer looks as on an empty page, to the
 * pixel.
 */
let sites;
let browser;

const script = '<script src="/pages/hostile.js"></script>';
const styles = '<link rel="stylesheet" href="/pages/hostile.css">';
const viewer = '<audit-log-viewer api-base="/ns-api/v2"></audit-log-viewer>';

const createPage = ({ head = "", dir = "ltr", body }) => `<!doctype html>
<html lang="en" dir="${dir}"><head><meta charset="utf-8"><title>Host</title>
<link rel="stylesheet" href="/pages/place.css">${head}
<script type="module" src="${sites.cdn}/dist/audit-log-viewer.js"></script></head><body>${body}</body></html>`;

const place = `<div id="place">${viewer}</div>`;
const bent = `<div id="bent">${place}</div>`;

before(async () => {
  [sites, browser] = await Promise.all([startSites(), startBrowser()]);
  sites.page("/empty", createPage({ body: place }));
  sites.page("/empty-rtl", createPage({ body: place, dir: "rtl" }));
  sites.page("/styles", createPage({ head: styles, body: bent }));
  sites.page("/before", createPage({ head: styles + script, body: bent }));
  sites.page("/before-rtl", createPage({ head: styles + script, body: bent, dir: "rtl" }));
  sites.page("/after", createPage({ body: bent }));
  sites.page(
    "/two",
    createPage({ head: styles + script, body: `<div id="bent">${place}<div id="second">${viewer}</div></div>` }),
  );
});
after(async () => {
  await browser?.close();
  await sites?.close();
});

/** Takes pictures of a page. A problem on the page fails the test. */
async function photographPage(path, { before: prepare, ...options } = {}) {
  const { page, problems, close } = await openPage(browser, { before: prepare });
  await page.goto(`${sites.host}${path}`);
  const root = page.locator("#place");
  const taken = await takePictures(page, root.locator("audit-log-viewer"), {
    root,
    ...options,
    meanwhile: () => options.meanwhile?.(page),
  });
  assert.deepEqual(problems, [], path);
  await close();
  return taken;
}

describe("a hostile page", () => {
  let expected;
  before(async () => {
    expected = await photographPage("/empty");
  });

  test("two pictures of the empty page are the same, and those of two states are not", async () => {
    assertSame(await photographPage("/empty"), expected, "empty again");
    const different = new Set(Object.values(expected).map((picture) => picture.toString("base64")));
    assert.equal(different.size, Object.keys(expected).length);
  });

  test("its style sheets change nothing", async () => {
    assertSame(await photographPage("/styles"), expected, "styles");
  });

  test("scripts that run before the viewer loads change nothing", async () => {
    assertSame(await photographPage("/before"), expected, "before");
  });

  test("scripts that run after the viewer has loaded change nothing", async () => {
    const meanwhile = async (page) => {
      await page.addStyleTag({ url: "/pages/hostile.css" });
      await page.addScriptTag({ url: "/pages/hostile.js" });
    };
    assertSame(await photographPage("/after", { meanwhile }), expected, "after");
  });

  test("with Temporal's polyfill it is the same", async () => {
    assertSame(await photographPage("/before", { before: () => delete globalThis.Temporal }), expected, "polyfill");
  });

  test("a second viewer on the page changes nothing", async () => {
    assertSame(await photographPage("/two"), expected, "two");
  });

  test("right to left, it is as on a clean right-to-left page", async () => {
    assertSame(await photographPage("/before-rtl"), await photographPage("/empty-rtl"), "right to left");
  });
});
