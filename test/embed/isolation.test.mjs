import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { createHands } from "./support/browser.mjs";
import { startHost, VIEWER } from "./support/host-page.mjs";
import { assertSame, takePictures } from "./support/pictures.mjs";

/*
 * Viewers on one page do not disturb each other, even if they have different versions.
 */
const DIST = resolve(import.meta.dirname, "../../dist");

const OTHER_VERSION = "99.0.0";

let host;
let folder;

before(async () => {
  host = await startHost();
  folder = mkdtempSync(join(tmpdir(), "audit-log-viewer-"));
  makeOtherVersion(folder);
  host.sites.serve("/other/", folder);
});

after(async () => {
  await host?.close();
  rmSync(folder, { recursive: true, force: true });
});

/**
 * Copies the built package as another version. Its inner elements have an outline, so that pictures show which version
 * they belong to.
 */
function makeOtherVersion(to) {
  cpSync(DIST, to, { recursive: true, filter: (path) => !path.endsWith(".map") });
  const { version } = JSON.parse(readFileSync(join(DIST, "integrity.json"), "utf8"));
  const suffix = (text) => `-${text.replace(/[^a-z0-9]+/g, "-")}`;
  const changes = [
    [suffix(version), suffix(OTHER_VERSION)],
    [version, OTHER_VERSION],
    [":host{display:block}", ":host{display:block;outline:4px solid red}"],
  ];
  const seen = changes.map(() => 0);
  for (const name of readdirSync(to, { recursive: true, encoding: "utf8" }).filter((one) => one.endsWith(".js"))) {
    let code = readFileSync(join(to, name), "utf8");
    changes.forEach(([from, into], at) => {
      seen[at] += code.split(from).length - 1;
      code = code.replaceAll(from, into);
    });
    writeFileSync(join(to, name), code);
  }
  assert.ok(
    seen.every((count) => count > 0),
    `Not found in the build: ${changes.filter((_, at) => seen[at] === 0).map(([from]) => from)}`,
  );
}

describe("viewers on one page", () => {
  test("two are independent", async () => {
    const opened = await host.visit(`<div id="place">${VIEWER}</div><div id="second">${VIEWER}</div>`);
    const { page } = opened;
    const [one, two] = [createHands(page.locator("#place")), createHands(page.locator("#second"))];
    await one.search();
    assert.equal(await two.details.count(), 0);
    await two.filters.getByRole("textbox", { name: "Performed by IP address" }).fill("203.0.113.400");
    await two.searchButton.click();
    await two.filters.getByText(/Invalid IP/).waitFor();
    assert.equal(await one.filters.getByText(/Invalid IP/).count(), 0);
    await two.filters.getByRole("textbox", { name: "Performed by IP address" }).fill("");
    await two.search();
    await two.cards.check();
    await page.locator("#second").getByRole("list", { name: "Audit events" }).waitFor();
    assert.equal(await page.locator("#place").getByRole("table", { name: "Audit events" }).count(), 1);
    await one.open();
    assert.equal(await two.copy.count(), 0);
    await opened.leave();
  });

  test("two versions show their own elements, to the pixel, and warn the page once", async () => {
    const place = '<div id="place"></div>';
    const put = (page, path, tag) =>
      page.evaluate(
        async ([url, name]) => {
          const { define, AuditLogViewer } = await import(url);
          define(name);
          const element = document.createElement(name);
          if (!(element instanceof AuditLogViewer)) throw new Error("not of this version");
          element.apiBase = "/ns-api/v2";
          document.querySelector("#place").replaceChildren(element);
        },
        [`${host.sites.cdn}${path}`, tag],
      );
    const seen = async (page, tag) => {
      const root = page.locator("#place");
      return takePictures(page, root.locator(tag), { root });
    };
    const alone = await host.visit(place, "");
    await put(alone.page, "/dist/audit-log-viewer.js", "audit-log-viewer");
    const expected = await seen(alone.page, "audit-log-viewer");
    await alone.leave();

    const both = await host.visit(place, host.createScript("/other/audit-log-viewer.js"));
    await both.page.waitForFunction(() => customElements.get("audit-log-viewer"));
    // The other version comes first, so that all its inner elements are registered.
    await put(both.page, "/other/audit-log-viewer.js", "audit-log-viewer");
    const other = await seen(both.page, "audit-log-viewer");
    await put(both.page, "/dist/audit-log-viewer.js", "my-audit-log");
    assertSame(await seen(both.page, "my-audit-log"), expected, "beside another version");
    for (const name of Object.keys(expected))
      assert.ok(!other[name].equals(expected[name]), `${name} is no other version`);
    const warnings = both.problems.splice(0);
    assert.equal(warnings.length, 1, warnings.join("\n"));
    assert.match(warnings[0], new RegExp(`already registered by version ${OTHER_VERSION.replaceAll(".", "\\.")}`));
    await both.leave();
  });

  test("the same version loaded twice gives no warning, and the viewers of both copies work", async () => {
    host.sites.serve("/again/", DIST);
    const opened = await host.visit(
      `<div id="place">${VIEWER}</div>`,
      host.createScript() + host.createScript("/again/audit-log-viewer.js"),
    );
    const { page } = opened;
    await createHands(page.locator("#place")).search();
    await page.evaluate(async (url) => {
      const { define } = await import(url);
      define("second-copy");
      const element = document.createElement("second-copy");
      element.apiBase = "/ns-api/v2";
      element.id = "second";
      document.body.append(element);
    }, `${host.sites.cdn}/again/audit-log-viewer.js`);
    const second = createHands(page.locator("#second"));
    await second.search();
    await second.open();
    await opened.leave();
  });
});

test("horizon.js on a page without a bundler: requests go through the host's client, and the theme follows", async () => {
  const opened = await host.visit('<div id="place"></div>', "");
  const { page } = opened;
  await page.evaluate(async (url) => {
    const { mountAuditLogViewer } = await import(url);
    window.paths = [];
    const get = async (path) => {
      window.paths.push(path);
      const response = await fetch(`/ns-api/v2${path}`);
      if (!response.ok) throw Object.assign(new Error("refused"), { status: response.status });
      return response.json();
    };
    window.mounted = mountAuditLogViewer(document.querySelector("#place"), { api: { get }, theme: "dark" });
  }, `${host.sites.cdn}/dist/horizon.js`);
  await createHands(page).search();
  assert.equal(await page.locator("audit-log-viewer").getAttribute("theme"), "dark");
  assert.ok(await page.evaluate(() => window.paths.every((path) => /^\/(?:auditlog|accesslog)\?/.test(path))));
  await page.evaluate(() => window.mounted.unmount());
  assert.equal(await page.locator("audit-log-viewer").count(), 0);
  await opened.leave();
});
