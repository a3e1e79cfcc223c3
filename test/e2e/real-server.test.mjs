import assert from "node:assert/strict";
import { createReadStream, existsSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { BROWSER_FLAGS, findBrowser } from "../../scripts/find-browser.mjs";
import { startMockApi } from "../../scripts/mock-api.mjs";

/*
 * The built package on a plain page, against a real server on another origin: what an application team gets.
 */
const dist = resolve(import.meta.dirname, "../../dist");
const TYPES = { ".js": "text/javascript", ".html": "text/html", ".map": "application/json" };

let api;
let pages;
let browser;
let page;
let origin;
const problems = [];
let requests = [];

const host = (apiBase) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Plain page</title><link rel="icon" href="data:,"></head>
<body><script type="module" src="/dist/audit-log-viewer.js"></script>
<audit-log-viewer api-base="${apiBase}"></audit-log-viewer></body></html>`;

before(async () => {
  api = await startMockApi({ port: 0 });
  pages = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = path.startsWith("/dist/") ? join(dist, path.slice(6)) : "";
    if (file && existsSync(file)) {
      response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "text/plain" });
      createReadStream(file).pipe(response);
    } else {
      response.writeHead(200, { "content-type": "text/html" });
      response.end(host(path === "/nowhere" ? "http://localhost:1/ns-api/v2" : api.url));
    }
  });
  await new Promise((done) => pages.listen(0, done));
  origin = `http://localhost:${pages.address().port}`;
  browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_FLAGS });
  page = await browser.newPage({ viewport: { width: 1280, height: 1200 }, reducedMotion: "reduce" });
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
});

after(async () => {
  await browser?.close();
  await new Promise((done) => pages?.close(done));
  await api?.close();
});

const details = () => page.getByRole("button", { name: /^Details: / });
const rows = () => page.getByRole("table", { name: "Audit events" }).getByRole("row");
const apiRequests = () => requests.filter((url) => url.startsWith(api.url));
const names = () => details().evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));

test("Search shows ten records, newest first", async () => {
  await page.goto(origin);
  assert.equal(apiRequests().length, 0);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await details().first().waitFor();
  assert.equal(await details().count(), 10);
  assert.equal(await rows().count(), 11);
});

test("each row opens by click and by Enter", async () => {
  for (let at = 0; at < 10; at += 1) {
    await rows()
      .nth(at + 1)
      .click({ position: { x: 300, y: 12 } });
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    assert.equal(await details().nth(at).getAttribute("aria-expanded"), "true");
    await details().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor({ state: "detached" });
    await details().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    await details().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor({ state: "detached" });
  }
});

test("Next shows ten others, Previous the first ten without a request", async () => {
  const first = await names();
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 2").waitFor();
  const second = await names();
  assert.equal(second.length, 10);
  assert.notDeepEqual(second, first);
  const sent = apiRequests().length;
  await page.getByRole("button", { name: "Previous" }).click();
  await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 1").waitFor();
  assert.deepEqual(await names(), first);
  assert.equal(apiRequests().length, sent);
});

test("the pages are the newest records of the server, and the statistics count them", async () => {
  const list = async (path) => {
    const query = "datetime-start=2000-01-01T00:00:00Z&datetime-end=2100-01-01T00:00:00Z&limit=60";
    return (await fetch(`${api.url}/${path}?${query}`)).json();
  };
  // Sign-ins that the audit log lacks are in the access log.
  const audit = await list("auditlog");
  const known = new Set(audit.map((record) => JSON.stringify(record)));
  const added = (await list("accesslog")).filter((record) => !known.has(JSON.stringify(record)));
  const time = (record) => Date.parse(record["timestamp-datetime"]);
  const records = [...audit, ...added].sort((one, other) => time(other) - time(one)).slice(0, 20);
  const users = new Set();
  const domains = new Set();
  const word = (value) => String(value ?? "").toLowerCase();
  for (const record of records) {
    for (const side of ["by", "target"]) {
      const domain = word(record[`${side}-domain`]);
      const user = word(record[`${side}-user`]);
      if (domain) domains.add(domain);
      if (user && user !== "system") users.add(JSON.stringify([user, domain]));
    }
  }
  const shown = await page.locator("alv-statistics-bar dl").innerText();
  assert.match(shown, /Total events\s+10/);
  assert.match(shown, new RegExp(`Unique users\\s+${users.size}\\b`));
  assert.match(shown, new RegExp(`Unique domains\\s+${domains.size}\\b`));
});

test("Investigate user shows that user's year", async () => {
  for (let at = 0; at < 10; at += 1) {
    await details().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    const button = page.getByRole("button", { name: "Investigate user" });
    if ((await button.count()) > 0) {
      await button.click();
      break;
    }
    await details().nth(at).press("Enter");
  }
  await page.getByRole("group", { name: "Active filters" }).getByText("Last Year").waitFor();
  await details().first().waitFor();
  const filters = await page.locator("audit-log-viewer").evaluate((viewer) => viewer.filters);
  assert.deepEqual(filters.range, { preset: "last-year" });
  assert.notEqual(filters.affectedUser + filters.byUser, "");
});

test("only the API is asked, and nothing is reported in the console", () => {
  const elsewhere = requests.filter(
    (url) => !url.startsWith(api.url) && !url.startsWith(origin) && !url.startsWith("data:"),
  );
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(problems, []);
});

test("an unreachable server gets its own sentence", async () => {
  requests = [];
  await page.goto(`${origin}/nowhere`);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("heading", { name: "The server cannot be reached" }).waitFor({ timeout: 20_000 });
  await page.getByRole("button", { name: "Try again" }).waitFor();
});
