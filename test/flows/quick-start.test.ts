import { expect } from "@open-wc/testing";
import type { AuditLogViewer } from "../../src/index.js";
import { click, fill, press } from "../support/user-input.js";
import { getAll, getFocused, get, hasFocus, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, showViewer, waitUntil } from "./support.js";

const findRows = (viewer: AuditLogViewer) => getAll(get(viewer, "table", "Audit events"), "row").slice(1);
const getToggles = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);
const readStatistic = (viewer: AuditLogViewer, name: string) =>
  new RegExp(`${name}\\s*(\\d+)`).exec(getText(viewer))?.[1];

async function search(viewer: AuditLogViewer): Promise<void> {
  await click(get(viewer, "button", "Search"));
  await waitUntil(() => findElement(viewer, "table", "Audit events"), "results");
}

describe("the quick start of the user guide", () => {
  afterEach(cleanUp);

  it("shows the last 24 hours after one click on Search, ten records, newest first", async () => {
    const { viewer, server, clock: page } = await showViewer();
    expect(server.requests).to.have.length(0);
    await search(viewer);
    expect(findRows(viewer)).to.have.length(10);
    const shown = getToggles(viewer).map(getName);
    expect(shown).to.have.length(10);
    get(viewer, "search", "Audit log filters");
    const readPlace = () => getText(get(viewer, "navigation", "Pagination"));
    expect(readPlace()).to.contain("Page 1");
    // The next page is prepared when the page has nothing else to do.
    page.rest();
    await waitUntil(() => readPlace().indexOf("more available") !== -1, "what is known of the next page");
    const day = new Intl.DateTimeFormat("en-US", { timeZone: "US/Eastern", month: "short", day: "numeric" });
    const clock = new Intl.DateTimeFormat("en-US", {
      timeZone: "US/Eastern",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    const newest = server.stored.slice(0, 10).map(({ time }) => `${day.format(time)} ${clock.format(time)}`);
    expect(new Set(newest).size).to.be.above(1);
    expect(shown.map((name) => name.replace(/^Details: .*, /, ""))).to.deep.equal(newest);
  });

  it("opens and closes the details of a row by a click, by Enter and by Space", async () => {
    const { viewer } = await showViewer();
    await search(viewer);
    const getFirst = () => getToggles(viewer)[0]!;
    await click(findRows(viewer)[0]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    expect(getFirst().ariaExpanded).to.equal("true");
    await press("Escape");
    getFirst().focus();
    await press("Enter");
    await waitUntil(() => getFirst().ariaExpanded === "false", "the row to close");
    await press("Space");
    await waitUntil(() => getFirst().ariaExpanded === "true", "the row to open");
    expect(hasFocus(getFirst())).to.equal(true);
  });

  it("turns to the next ten with Next, and back to the first ten without a request", async () => {
    const { viewer, server } = await showViewer();
    await search(viewer);
    const first = getToggles(viewer).map(getName);
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation", "Pagination"))), "page 2");
    const second = getToggles(viewer).map(getName);
    expect(second).to.have.length(10);
    expect(second).not.to.deep.equal(first);
    const sent = server.requests.length;
    await click(get(viewer, "button", "Previous"));
    await waitUntil(() => /Page 1/.test(getText(get(viewer, "navigation", "Pagination"))), "page 1");
    expect(getToggles(viewer).map(getName)).to.deep.equal(first);
    expect(server.requests).to.have.length(sent);
  });

  it("counts what is loaded: events of the page, users and domains of all pages", async () => {
    const { viewer, server } = await showViewer();
    await search(viewer);
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => /Page 2/.test(getText(viewer)), "page 2");
    const records = server.stored.slice(0, 20);
    const toWord = (value: unknown) => (value === undefined || value === null ? "" : String(value)).toLowerCase();
    const domains = new Set<string>();
    const users = new Set<string>();
    for (const { record } of records) {
      for (const side of ["by", "target"]) {
        const domain = toWord(record[`${side}-domain`]);
        const user = toWord(record[`${side}-user`]);
        if (domain) domains.add(domain);
        if (user && user !== "system") users.add(`${user} ${domain}`);
      }
    }
    expect(readStatistic(viewer, "Total events")).to.equal("10");
    expect(readStatistic(viewer, "Unique users")).to.equal(String(users.size));
    expect(readStatistic(viewer, "Unique domains")).to.equal(String(domains.size));
    expect(getText(viewer)).to.contain("US/Eastern");
  });

  it("searches with Enter in a field, by keyboard alone", async () => {
    const { viewer, server } = await showViewer();
    get(viewer, "textbox", "Affected user").focus();
    await fill(get(viewer, "textbox", "Affected user"), "1041");
    await press("Enter");
    await waitUntil(
      () => findElement(viewer, "table", "Audit events") ?? findElement(viewer, "heading", "No events match"),
      "an answer",
    );
    expect(server.requests.at(-1)?.query.get("target-user")).to.equal("1041");
  });

  it("chooses a date range in the dialog with the arrow keys, and Escape gives the focus back", async () => {
    const { viewer } = await showViewer();
    const getField = () => get(viewer, "button", /^Date range/);
    expect(getName(getField())).to.contain("Last 24 Hours");
    getField().focus();
    await press("Enter");
    await waitUntil(() => findElement(viewer, "dialog", "Date range"), "the dialog");
    await waitUntil(() => getName(getFocused()!) === "Last 24 Hours", "the preset with the focus");
    await press("ArrowDown", "ArrowDown", "ArrowDown", "Enter");
    await waitUntil(() => /Last 7 Days/.test(getName(getField())), "the choice");
    expect(viewer.filters.range).to.deep.equal({ preset: "last-7-days" });
    expect(hasFocus(getField())).to.equal(true);
    await press("Enter");
    await waitUntil(() => findElement(viewer, "dialog", "Date range"), "the dialog");
    await press("Escape");
    await waitUntil(() => !findElement(viewer, "dialog", "Date range"), "the dialog to close");
    expect(hasFocus(getField())).to.equal(true);
  });

  it("names the set range before the first search", async () => {
    const { viewer } = await showViewer();
    expect(getText(viewer)).to.contain("Search now for the last 24 hours, or set filters first.");
    await click(get(viewer, "button", /^Date range/));
    await click(await waitUntil(() => findElement(viewer, "button", "Last 7 Days"), "the presets"));
    await waitUntil(
      () => /Date range: Last 7 Days\. Search now, or set more filters\./.test(getText(viewer)),
      "the range",
    );
    expect(getText(viewer)).not.to.contain("last 24 hours");
    viewer.filters = { range: { from: "2026-11-01T00:00", until: "2026-11-15T00:00" } };
    await waitUntil(() => /Date range: Nov 1\s–\s14, 2026\./.test(getText(viewer)), "the dates");
    await click(get(viewer, "button", "Clear"));
    await waitUntil(() => /for the last 24 hours/.test(getText(viewer)), "the default");
  });

  it("says above and below the results what is counted", async () => {
    const { viewer } = await showViewer();
    await search(viewer);
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => /Page 2/.test(getText(viewer)), "page 2");
    const text = getText(viewer);
    expect(text).to.match(/20 events\s+loaded so far, newest first/);
    expect(text).to.match(/Total events\s+10 \(this page\)/);
    expect(text).to.match(/Unique users\s+\d+ \(loaded\)/);
    expect(text).to.match(/Unique domains\s+\d+ \(loaded\)/);
  });

  it("filters by action", async () => {
    const { viewer } = await showViewer();
    const select = get(viewer, "combobox", "Action") as HTMLSelectElement;
    expect([...select.options].map((option) => option.text)[0]).to.equal("All actions");
    select.focus();
    await press("ArrowDown");
    expect(viewer.filters.actions).to.deep.equal(["login"]);
    await search(viewer);
    for (const name of getToggles(viewer).map(getName)) expect(name).to.match(/^Details: Login/);
  });

  it("clears the filters without searching", async () => {
    const { viewer, server } = await showViewer();
    await fill(get(viewer, "combobox", "Affected domain"), "abc-plumbing.example");
    await click(get(viewer, "button", "Clear"));
    await waitUntil(() => viewer.filters.affectedDomain === "", "an empty field");
    expect((get(viewer, "combobox", "Affected domain") as HTMLInputElement).value).to.equal("");
    expect(server.requests.filter(({ path }) => path !== "/domains")).to.have.length(0);
  });

  it("marks edits that are not searched yet", async () => {
    const { viewer } = await showViewer();
    await search(viewer);
    expect(getText(get(viewer, "search"))).not.to.contain("Filters changed");
    await fill(get(viewer, "textbox", "Performed by user"), "maria");
    await waitUntil(() => /Filters changed/.test(getText(get(viewer, "search"))), "the mark");
    await fill(get(viewer, "textbox", "Performed by user"), "");
    await waitUntil(() => !/Filters changed/.test(getText(get(viewer, "search"))), "no mark");
  });

  it("says at the field that an address is invalid, and sends nothing", async () => {
    const { viewer, server } = await showViewer();
    const getField = () => get(viewer, "textbox", "Performed by IP address");
    await fill(getField(), "203.0.113.400");
    await press("Enter");
    await waitUntil(() => getField().getAttribute("aria-invalid") === "true", "the mark at the field");
    expect(getText(viewer)).to.contain("Invalid IP: each part must be 0-255.");
    expect(hasFocus(getField())).to.equal(true);
    expect(server.requests).to.have.length(0);
    await fill(getField(), "203.0.113.40");
    await waitUntil(() => !getField().hasAttribute("aria-invalid"), "the mark to go");
  });

  it("switches between table and cards by the arrow keys", async () => {
    const { viewer, server } = await showViewer();
    await search(viewer);
    const sent = server.requests.length;
    const table = get(viewer, "radio", "Table") as HTMLInputElement;
    expect(table.checked).to.equal(true);
    table.focus();
    await press("ArrowRight");
    const cards = await waitUntil(() => findElement(viewer, "list", "Audit events"), "the cards");
    expect(getAll(cards, "listitem")).to.have.length(10);
    expect(findElement(viewer, "table", "Audit events")).to.equal(undefined);
    expect(viewer.view).to.equal("cards");
    expect(server.requests).to.have.length(sent);
  });

  it("investigates the user of an event: its last year, all other filters cleared", async () => {
    const { viewer } = await showViewer();
    await fill(get(viewer, "textbox", "Affected user"), "1041");
    await click(get(viewer, "button", /^Date range/));
    await click(await waitUntil(() => findElement(viewer, "button", "Last 7 Days"), "the presets"));
    await search(viewer);
    await click(findRows(viewer)[0]!);
    await click(await waitUntil(() => findElement(viewer, "button", "Investigate user"), "the details"));
    const readChips = () => getText(get(viewer, "group", "Active filters"));
    await waitUntil(() => readChips().indexOf("Last Year") !== -1, "the user's year");
    expect(viewer.filters.affectedUser).to.equal("1041");
    expect(viewer.filters.range).to.deep.equal({ preset: "last-year" });
    expect(readChips()).to.contain("1041");
  });

  it("has the next page ready: Next sends no request after the page was idle", async () => {
    const { viewer, server, clock } = await showViewer({ pageSize: 25 });
    viewer.filters = { range: { preset: "last-30-days" } };
    await search(viewer);
    for (let page = 2; page < 8; page += 1) {
      clock.rest();
      await waitUntilIdle(server);
      await waitUntil(
        () => /more available/.test(getText(get(viewer, "navigation", "Pagination"))),
        "the next page to be known",
      );
      const sent = server.requests.length;
      await click(get(viewer, "button", "Next"));
      await waitUntil(
        () => new RegExp(`Page ${page}\\b`).test(getText(get(viewer, "navigation", "Pagination"))),
        `page ${page}`,
      );
      expect(server.requests, `page ${page}`).to.have.length(sent);
    }
    expect(readStatistic(viewer, "Total events")).to.equal("25");
  });
});
