import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startPlainPage } from "./support/plain-page.mjs";

/*
 * The built package fetches late code when it needs it, and again after a failure.
 */
let site;

before(async () => {
  site = await startPlainPage();
});
after(() => site?.close());

test("a browser without Temporal fetches a polyfill with the first search, and again after a failure", async () => {
  const without = await site.openPage({ reducedMotion: "reduce" });
  await without.addInitScript(() => delete globalThis.Temporal);
  const fetched = [];
  await without.route(/temporal/, (route) => {
    fetched.push(route.request().url());
    return fetched.length === 1 ? route.abort() : route.continue();
  });
  await without.goto(site.origin);
  const viewer = without.locator("audit-log-viewer");
  await viewer.evaluate((element) => {
    element.timezone = "America/New_York";
    element.addEventListener("alv-results", ({ detail }) => (element.asked = detail.coverage.asked));
  });
  const search = without.getByRole("button", { name: "Search", exact: true });
  await search.waitFor();
  assert.equal(fetched.length, 0);

  await search.click();
  await without.getByRole("button", { name: "Try again" }).click();
  await without.getByRole("table", { name: "Audit events" }).waitFor();
  assert.equal(fetched.length, 2);

  await viewer.evaluate((element) => element.search({ range: { from: "2026-01-15", until: "2026-07-15T08:00" } }));
  const { from, until } = await viewer.evaluate((element) => element.asked);
  assert.deepEqual([from, until], [Date.UTC(2026, 0, 15, 5), Date.UTC(2026, 6, 15, 12)]);
  await without.close();
});

test("a help button that could not be fetched appears with the next search", async () => {
  const flaky = await site.openPage();
  let asked = 0;
  await flaky.route(/\/help-link-.*\.js$/, (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  await flaky.goto(site.origin);
  const lost = flaky.waitForEvent("requestfailed");
  await flaky.locator("audit-log-viewer").evaluate((viewer) => (viewer.helpUrl = "/help"));
  await lost;
  const help = flaky.getByRole("link", { name: "Help" });
  assert.equal(await help.count(), 0);
  await flaky.getByRole("button", { name: "Search", exact: true }).click();
  await help.waitFor();
  assert.equal(asked, 2);
  await flaky.close();
});

test("the timeline loads the code that selects bars at the first press, and again after a failure", async () => {
  const page = await site.openPage();
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url()));
  let asked = 0;
  await page.route(/\/timeline-selecting-.*\.js$/, (route) => {
    asked += 1;
    return asked === 1 ? route.abort() : route.continue();
  });
  await page.goto(site.origin);
  await page.locator("audit-log-viewer").evaluate((viewer) => (viewer.timeline = true));
  await page.getByRole("button", { name: "Search", exact: true }).click();
  const bars = page.getByRole("option", { name: /: \d+ events?,/ });
  await bars.first().waitFor();
  assert.equal(asked, 0);
  // The timeline does not load the code that writes files.
  assert.deepEqual(
    fetched.filter((url) => /\/file-/.test(url)),
    [],
  );
  const lost = page.waitForEvent("requestfailed");
  await bars.first().hover();
  await lost;
  await bars.first().click();
  await page.getByRole("group", { name: "Selected time" }).waitFor();
  assert.equal(asked, 2);
  await page.close();
});
