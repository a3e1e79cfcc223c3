import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TEST_MS } from "../support/time-limits.mjs";
import { NOW, startPlainPage } from "./support/plain-page.mjs";

/*
 * The built package on a plain page, with a real server on another origin, as an application team uses it.
 */
let site;
let api;
let origin;
let page;
const problems = [];
let requests = [];
const underWay = new Set();

before(async () => {
  site = await startPlainPage();
  ({ api, origin } = site);
  page = await site.openPage({ viewport: { width: 1280, height: 1200 }, reducedMotion: "reduce" });
  // With data saving on, the viewer does not read ahead: each counted request belongs to an action of the test.
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  page.on("request", (request) => underWay.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => underWay.delete(request));
});

after(() => site?.close());

/** Waits until no request is open, including those that the viewer sends in idle moments. */
async function waitForRest() {
  const apiUnderWay = () => [...underWay].some((request) => request.url().startsWith(api.url));
  for (let turn = 0, before = -1; before !== requests.length || apiUnderWay(); turn += 1) {
    assert.ok(turn < TEST_MS / 2100, "The page does not come to rest.");
    before = requests.length;
    // A page that draws nothing has no idle moments. Then both time limits run out, in their order.
    // eslint-disable-next-line no-restricted-syntax
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(), { timeout: 2100 })));
  }
}

const findDetails = () => page.getByRole("button", { name: /^Details: / });
const findRows = () => page.getByRole("table", { name: "Audit events" }).getByRole("row");
const listApiRequests = () => requests.filter((url) => url.startsWith(api.url));
const names = () => findDetails().evaluateAll((buttons) => buttons.map((button) => button.ariaLabel));

/** The newest records of the server in a range, with the sign-ins that only the access log has. */
async function readRecords(count, from = "2000-01-01T00:00:00Z", more = "") {
  const list = async (path) => {
    const found = [];
    for (let page = [1]; page.length > 0 && found.length < 100_000;) {
      const query = `datetime-start=${from}&datetime-end=2100-01-01T00:00:00Z&limit=1000&start=${found.length}${more}`;
      page = await (await fetch(`${api.url}/${path}?${query}`)).json();
      found.push(...page);
      // A filtered list is read to its end; otherwise the newest records are enough.
      if (!more) break;
    }
    return found;
  };
  const audit = await list("auditlog");
  const known = new Set(audit.map((record) => JSON.stringify(record)));
  const added = (await list("accesslog")).filter((record) => !known.has(JSON.stringify(record)));
  return [...audit, ...added]
    .filter((record) => Number.isFinite(readTime(record)))
    .sort((one, other) => readTime(other) - readTime(one))
    .slice(0, count);
}

const readTime = (record) => Date.parse(record["timestamp-datetime"]);

/** The time, the affected user and the affected domain of a record, as its row shows them. */
const formatRow = (record) => {
  const text = (name) => String(record[name] ?? "") || "-";
  return [readTime(record), text("target-user"), text("target-domain")].join(" | ");
};

/** The shown rows in the same form. Their times are parsed as UTC. */
const readRows = async () => {
  const found = await page.locator("[part=results] tr[data-row]").evaluateAll((all) =>
    all.map((row) => {
      const cell = (name) => row.querySelector(`.col-${name}`).innerText.replace(/\s+/g, " ").trim();
      return { name: row.querySelector("button").ariaLabel, cells: [cell("affectedUser"), cell("affectedDomain")] };
    }),
  );
  return found.map(({ name, cells }) => ({ time: parseTime(name), row: [parseTime(name), ...cells].join(" | ") }));
};

/** Parses "Details: Login, Nov 22 06:52:30 PM" as UTC. Without a year, it is the year of the clock. */
const parseTime = (name) => {
  const text = name.replace(/^Details: .*?, (?=[A-Z][a-z]{2} \d)/, "").replace(/\s+/g, " ");
  const year = /, \d{4}/.test(text) ? "" : ", 2026";
  return Date.parse(`${text.replace(/^\w+ \d+/, (day) => day + year)} UTC`);
};

/** The scripts that the page fetched, without their hashes. A browser without Temporal needs one more. */
const listFetchedScripts = () =>
  requests
    .map((url) => new URL(url).pathname.replace(/-[\w-]{8}\.js$/, ".js"))
    .filter((path) => path.endsWith(".js") && !path.includes("temporal"))
    .sort();

test("before the first search, only the shell is fetched", async () => {
  await page.goto(origin);
  await page.getByRole("button", { name: "Search", exact: true }).waitFor();
  await waitForRest();
  const shell = ["/dist/audit-log-viewer.js", "/dist/chunks/base.js", "/dist/chunks/viewer.js"];
  assert.deepEqual(listFetchedScripts(), shell);
  assert.equal(listApiRequests().length, 0);
});

test("Search shows ten records, newest first", async () => {
  await page.locator("audit-log-viewer").evaluate((viewer) => (viewer.timezone = "UTC"));
  assert.equal(listApiRequests().length, 0);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  // Matches are shown as soon as they are found.
  await findDetails().nth(9).waitFor();
  assert.equal(await findDetails().count(), 10);
  assert.equal(await findRows().count(), 11);
  const shown = await readRows();
  const expected = await readRecords(10);
  assert.deepEqual(
    shown.map(({ time }) => time),
    expected.map(readTime),
  );
  // The records of one second may be in any order.
  assert.deepEqual(shown.map(({ row }) => row).sort(), expected.map(formatRow).sort());
});

test("each row opens by click and by Enter", async () => {
  for (let at = 0; at < 10; at += 1) {
    await findRows()
      .nth(at + 1)
      .click({ position: { x: 300, y: 12 } });
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    assert.equal(await findDetails().nth(at).getAttribute("aria-expanded"), "true");
    await findDetails().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor({ state: "detached" });
    await findDetails().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    await findDetails().nth(at).press("Enter");
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
  await waitForRest();
  const sent = listApiRequests().length;
  await page.getByRole("button", { name: "Previous" }).click();
  await page.getByRole("navigation", { name: "Pagination" }).getByText("Page 1").waitFor();
  assert.deepEqual(await names(), first);
  assert.equal(listApiRequests().length, sent);
});

test("the pages are the newest records of the server, and the statistics count them", async () => {
  const records = await readRecords(20);
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
  const shown = await page.locator("[part=statistics] dl").innerText();
  assert.match(shown, /Total events\s+10/);
  assert.match(shown, new RegExp(`Unique users\\s+${users.size}\\b`));
  assert.match(shown, new RegExp(`Unique domains\\s+${domains.size}\\b`));
});

test("Investigate user shows that user's year", async () => {
  await page.locator("audit-log-viewer").evaluate((viewer) => {
    viewer.addEventListener("alv-results", ({ detail }) => (viewer.asked = detail.coverage.asked));
  });
  for (let at = 0; at < 10; at += 1) {
    await findDetails().nth(at).press("Enter");
    await page.getByRole("button", { name: "Copy details" }).waitFor();
    const button = page.getByRole("button", { name: "Investigate user" });
    if ((await button.count()) > 0) {
      await button.click();
      break;
    }
    await findDetails().nth(at).press("Enter");
  }
  await page.getByRole("group", { name: "Active filters" }).getByText("Last Year").waitFor();
  await findDetails().first().waitFor();
  // The viewer may still read earlier events.
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
  const { filters, asked } = await page
    .locator("audit-log-viewer")
    .evaluate(({ filters, asked }) => ({ filters, asked }));
  assert.deepEqual(filters.range, { preset: "last-year" });
  assert.notEqual(filters.affectedUser + filters.byUser, "");
  const days = (asked.until - asked.from) / 86_400_000;
  assert.ok(days > 364.9 && days < 366.1, `${days} days`);
  assert.ok(Math.abs(asked.until - NOW) < 60_000);

  const side = filters.affectedUser ? "target" : "by";
  const [user, domain] = filters.affectedUser
    ? [filters.affectedUser, filters.affectedDomain]
    : [filters.byUser, filters.byDomain];
  const word = (value) => String(value ?? "").toLowerCase();
  const from = new Date(asked.from).toISOString().replace(/\.\d+/, "");
  const all = await readRecords(Infinity, from, domain ? `&${side}-domain=${encodeURIComponent(domain)}` : "");
  const expected = all
    .filter((record) => word(record[`${side}-user`]) === word(user))
    .filter((record) => domain === "" || word(record[`${side}-domain`]) === word(domain))
    .slice(0, 10);
  const shown = await readRows();
  assert.notEqual(shown.length, 0);
  assert.deepEqual(shown.map(({ row }) => row).sort(), expected.map(formatRow).sort());
});

test("icons are drawn whole", async () => {
  const nested = await page.evaluate(() => {
    const inside = (root) =>
      [...root.querySelectorAll("*")].flatMap((one) => [
        ...(one instanceof SVGElement &&
        one.parentElement instanceof SVGElement &&
        !["svg", "g"].includes(one.parentElement.localName)
          ? [one.parentElement.outerHTML]
          : []),
        ...(one.shadowRoot ? inside(one.shadowRoot) : []),
      ]);
    return inside(document);
  });
  assert.deepEqual(nested, []);
  const where = await page.getByRole("navigation", { name: "Pagination" }).innerText();
  // Whether there are more events depends on the hour, so this checks only the space between the words.
  assert.match(where, /^Page 1\s/);
});

test("requests go only to the API, and the console has no message", () => {
  // A thread starts from a `blob:` of the page.
  const own = [api.url, origin, `blob:${origin}`, "data:"];
  const elsewhere = requests.filter((url) => !own.some((start) => url.startsWith(start)));
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(problems, []);
});

test("an unreachable server gets its own sentence", async () => {
  requests = [];
  await page.goto(`${origin}/nowhere`);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("heading", { name: "The server cannot be reached" }).waitFor();
  await page.getByRole("button", { name: "Try again" }).waitFor();
});

test("a printed page is a report of the results", async () => {
  await page.goto(origin);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await findDetails().nth(9).waitFor();
  const report = page.getByText("Search coverage", { exact: true });
  const filters = page.getByRole("search", { name: "Audit log filters" });
  assert.equal(await report.count(), 0);
  await page.emulateMedia({ media: "print" });
  await report.waitFor();
  assert.deepEqual(
    [
      await filters.isVisible(),
      await page.getByRole("button", { name: "Export" }).isVisible(),
      await findRows().count(),
    ],
    [false, false, 11],
  );
  await page.emulateMedia({ media: "screen" });
  await report.waitFor({ state: "detached" });
  await filters.waitFor();
});
