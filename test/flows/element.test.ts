import { expect } from "@open-wc/testing";
import type { StoredRecord } from "../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../src/api/source-options.js";
import { AuditLogViewer, define, type AuditFilters } from "../../src/index.js";
import { readSource } from "../../src/element/properties/source.js";
import { click } from "../support/user-input.js";
import { NOW } from "../support/clock.js";
import { getAll, get, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const names = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).map(getName);

/** The times at the end of the names of rows, as the en-US reader of a zone sees these records of 2026. */
function timesIn(timeZone: string, records: readonly StoredRecord[]): string[] {
  const day = new Intl.DateTimeFormat("en-US", { timeZone, month: "short", day: "numeric" });
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return records.map(({ time }) => `${day.format(time)} ${clock.format(time)}`);
}

const times = (viewer: AuditLogViewer) => names(viewer).map((name) => name.replace(/^Details: .*, /, ""));

const findWarnings = (said: readonly string[], name: string) => said.filter((text) => text.indexOf(`\`${name}`) !== -1);

/** Collects what is said in the console; restores it with `end`. */
function listenToWarnings(): { said: string[]; end(): void } {
  const said: string[] = [];
  const before = console.warn;
  console.warn = (...parts: unknown[]) => said.push(parts.map(String).join(" "));
  return { said, end: () => (console.warn = before) };
}

/** A later task of the page. */
const task = () => new Promise((resolve) => setTimeout(resolve));

describe("the element on a page", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("sends nothing by itself, and searches on connection with auto-search", async () => {
    const quiet = await showViewer();
    expect(quiet.server.requests).to.have.length(0);
    const eager = await showViewer({ autoSearch: true });
    await waitUntil(() => names(eager.viewer).length === 10, "results");
  });

  it("searches with auto-search as soon as the server is known, in whatever order the page says it", async () => {
    const late = await showViewer({ adapter: undefined, autoSearch: true });
    await task();
    const { adapter, server } = await showViewer().then(({ viewer, server }) => ({ adapter: viewer.adapter, server }));
    late.viewer.adapter = adapter;
    await waitUntil(() => names(late.viewer).length === 10, "results of the adapter");
    const sent = server.requests.length;
    late.viewer.requestUpdate();
    await waitForRender(late.viewer);
    await task();
    expect(server.requests).to.have.length(sent);

    const after = await showViewer();
    after.viewer.autoSearch = true;
    await waitUntil(() => names(after.viewer).length === 10, "results of the switch");
  });

  it("leaves it to the page's own search where auto-search is set with it", async () => {
    const { viewer } = await showViewer();
    const sent: string[] = [];
    viewer.addEventListener("alv-search", (event) => sent.push((event as CustomEvent).detail.filters.affectedUser));
    viewer.autoSearch = true;
    await viewer.search({ affectedUser: "1041" });
    await task();
    expect(sent).to.deep.equal(["1041"]);
  });

  it("keeps the shown results when the page renders again, and uses new properties from the next search", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const before = names(viewer);
    const sent = server.requests.length;
    const render = async (domain: string, label: string) => {
      viewer.source = { budget: { seconds: 60, requests: 30, records: 20_000 } };
      viewer.redact = (record) => ({ ...(record as object), "target-domain": domain });
      viewer.taxonomy = {
        actions: [{ id: "x", label, color: "cyan", send: [], match: ["*"] }],
        objects: [],
      };
      await waitForRender(viewer);
    };
    await render("one.example", "Touched");
    await render("other.example", "Handled");
    expect(names(viewer)).to.have.length(10);
    expect(names(viewer)).not.to.deep.equal(before);
    for (const name of names(viewer)) expect(name).to.match(/^Details: (Handled|-)/);
    expect(server.requests).to.have.length(sent);
    await viewer.search();
    expect(getText(get(viewer, "table")))
      .to.contain("other.example")
      .and.not.to.contain("one.example");
  });

  it("says that a further page had nothing, and says equal words again", async () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({
      time: NOW - (at + 1) * 60_000,
      record: { "action-type": "update", "target-user": "1041" },
    }));
    // A server that cuts at ten: only the next request tells that there is nothing more.
    const { viewer, clock } = await showViewer({}, { records: ten, behavior: { limit: { cap: 10 } } });
    const region = get(viewer, "status");
    const said: string[] = [];
    const told: unknown[] = [];
    viewer.addEventListener("alv-results", (event) => {
      const { page, hasMore } = (event as CustomEvent).detail;
      told.push([page, hasMore]);
    });
    const observer = new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) if (node.textContent) said.push(node.textContent);
    });
    observer.observe(region, { childList: true, characterData: true, subtree: true });
    await viewer.search();
    await waitForRender(viewer);
    expect(said.at(-1)).to.match(/^Page 1, 10 events/);
    said.length = 0;
    expect(told).to.have.length(1);
    expect(told[0]).not.to.deep.equal([1, false]);
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => told.length === 2, "an answer");
    expect(told[1]).to.deep.equal([1, false]);
    await waitUntil(() => said.length > 0, "words");
    expect(said).to.deep.equal(["Page 1, 10 events."]);
    said.length = 0;
    clock.time += 1000;
    for (let time = 0; time < 2; time += 1) {
      await viewer.refresh();
      await waitForRender(viewer);
    }
    observer.disconnect();
    expect(said).to.have.length(2);
    expect(said[0]).to.equal(said[1]);
  });

  it("answers its methods when the page is there", async () => {
    const { viewer } = await showViewer();
    await viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
    expect(names(viewer)).to.have.length(10);
    expect(viewer.filters.affectedUser).to.equal("1041");
    await viewer.refresh();
    expect(names(viewer)).to.have.length(10);
    await viewer.clear();
    expect(viewer.filters.affectedUser).to.equal("");
    expect(names(viewer)).to.have.length(10);
    await viewer.investigate({ user: "1041", domain: "harborview-dental.example" });
    expect(viewer.filters.range).to.deep.equal({ preset: "last-year" });
    expect(names(viewer)).to.have.length(10);
  });

  it("tells the page what happens", async () => {
    // So many that an eleventh is known with the first ten.
    const { viewer } = await showViewer({}, { days: 100 });
    const told: [string, unknown][] = [];
    for (const name of ["alv-search", "alv-results", "alv-event-open", "alv-error"]) {
      document.body.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]), {
        once: false,
      });
    }
    await viewer.search();
    await waitUntil(() => told.length === 2, "both events");
    expect(told[0]![0]).to.equal("alv-search");
    expect((told[0]![1] as { filters: AuditFilters }).filters.range).to.deep.equal({ preset: "last-24-hours" });
    const results = told[1]![1] as {
      page: number;
      count: number;
      hasMore: unknown;
      coverage: { asked: { until: number } };
    };
    expect([told[1]![0], results.page, results.count]).to.deep.equal(["alv-results", 1, 10]);
    // Ten events were looked for: whether there is an eleventh may be known a moment later.
    expect(results.hasMore).to.be.oneOf([true, "unknown"]);
    expect(results.coverage.asked.until).to.equal(NOW);
    await click(get(viewer, "button", /^Details: /));
    await waitUntil(() => told.length === 3, "the third");
    expect(told[2]![0]).to.equal("alv-event-open");
  });

  it("lets no inner event out", async () => {
    const { viewer } = await showViewer();
    // Whatever it is called: every event made in the page is seen while it starts at the viewer or inside of it.
    const out: string[] = [];
    let made = 0;
    const dispatch = EventTarget.prototype.dispatchEvent;
    EventTarget.prototype.dispatchEvent = function (this: EventTarget, event: Event) {
      if (event instanceof CustomEvent) {
        made += 1;
        viewer.addEventListener(event.type, ({ type }) => out.push(type), { once: true });
      }
      return dispatch.call(this, event);
    };
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => names(viewer).length === 10, "results");
    await click(get(viewer, "button", /^Details: /));
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    EventTarget.prototype.dispatchEvent = dispatch;
    expect(made).to.be.above(out.length);
    expect(new Set(out)).to.deep.equal(new Set(["alv-search", "alv-results", "alv-event-open"]));
  });

  it("shows its loaded pages again without a request after it was removed and put back, or moved", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const before = names(viewer);
    const sent = server.requests.length;
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(viewer);
    await waitForRender(viewer);
    expect(names(viewer)).to.deep.equal(before);
    viewer.remove();
    await Promise.resolve();
    document.body.append(viewer);
    await waitForRender(viewer);
    expect(names(viewer)).to.deep.equal(before);
    expect(server.requests).to.have.length(sent);
    elsewhere.remove();
  });

  it("aborts its requests when it is removed, not when it is moved", async () => {
    const { viewer, server } = await showViewer();
    server.behavior.failures = [{ at: "every", kind: "hang" }];
    const search = viewer.search();
    await waitUntil(() => server.requests.length > 0, "a request");
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(viewer);
    await Promise.resolve();
    await Promise.resolve();
    expect(server.requests.some(({ aborted }) => aborted)).to.equal(false);
    elsewhere.remove();
    await search;
    expect(server.requests.every(({ aborted }) => aborted)).to.equal(true);
  });

  it("shows times in another zone without a request, and Next continues in the same frozen range", async () => {
    const { viewer, server, clock } = await showViewer({ timezone: "UTC" }, { behavior: { limit: { cap: 20 } } });
    await viewer.search({ range: { preset: "today" } });
    const utc = names(viewer);
    const sent = server.requests.length;
    viewer.timezone = "Asia/Kolkata";
    await waitForRender(viewer);
    await waitUntil(() => names(viewer)[0] !== utc[0], "other times");
    expect(server.requests).to.have.length(sent);
    expect(getText(viewer)).to.contain("Asia/Kolkata");
    const minutes = (name: string) => {
      const [, hour, minute, half] = /(\d+):(\d+):\d+ (AM|PM)$/.exec(name)!;
      return ((Number(hour) % 12) + (half === "PM" ? 12 : 0)) * 60 + Number(minute);
    };
    const shifts = names(viewer).map((name, at) => (minutes(name) - minutes(utc[at]!) + 1440) % 1440);
    expect(new Set(shifts)).to.deep.equal(new Set([330]));
    // An hour later; and in the new zone today would have begun at 18:30 of the day before.
    clock.time += 3_600_000;
    let covered: { from: number } | undefined;
    viewer.addEventListener("alv-results", ({ detail }) => (covered = detail.coverage.asked));
    for (let page = 2; page <= 3; page += 1) {
      await click(get(viewer, "button", "Next"));
      await waitUntil(
        () => new RegExp(`Page ${page}`).test(getText(get(viewer, "navigation", "Pagination"))),
        `page ${page}`,
      );
    }
    const since = server.requests.slice(sent);
    expect(covered?.from).to.equal(Date.UTC(2026, 10, 23));
    // A quarter of an hour past now, for the clocks of servers.
    expect(since).not.to.have.length(0);
    for (const { query } of since) {
      expect(Date.parse(query.get("datetime-end")!)).to.be.at.most(NOW + 15 * 60_000);
    }
    expect(times(viewer)).to.deep.equal(timesIn("Asia/Kolkata", server.stored.slice(20, 30)));
  });

  it("runs the search again with another page size", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const sent = server.requests.length;
    viewer.pageSize = 25;
    await waitUntil(() => names(viewer).length === 25, "25 records");
    expect(server.requests.length).to.be.above(sent);
  });

  it("asks with another page size also while the first search runs, and not for a size that is none", async () => {
    const { viewer, server } = await showViewer();
    const first = viewer.search();
    viewer.pageSize = 25;
    await first;
    await waitUntil(() => names(viewer).length === 25, "25 records");
    viewer.pageSize = 10;
    await waitUntil(() => names(viewer).length === 10, "10 records");
    const sent = server.requests.length;
    const warnings = listenToWarnings();
    viewer.pageSize = 8 as never;
    await waitForRender(viewer);
    await task();
    warnings.end();
    expect(server.requests).to.have.length(sent);
  });

  it("reads the page's language again after it was moved", async () => {
    const { viewer } = await showViewer({ locale: undefined });
    await viewer.search();
    const elsewhere = document.createElement("div");
    elsewhere.lang = "de";
    document.body.append(elsewhere);
    elsewhere.append(viewer);
    await waitUntil(() => /\d+\. Nov\. \d{2}:\d{2}:\d{2}/.test(names(viewer)[0]!), "German dates");
    elsewhere.remove();
  });

  it("counts no filter that was taken away again", async () => {
    const { viewer } = await showViewer({ filters: { exclude: { action: [] } } as never }, { width: 360 });
    expect(getName(get(viewer, "button", /^Filters/))).to.equal("Filters");
  });

  it("speaks the language of the page in its dates", async () => {
    document.documentElement.lang = "de";
    const { viewer } = await showViewer({ locale: undefined });
    await viewer.search();
    expect(names(viewer)[0]).to.match(/\d+\. Nov\. \d{2}:\d{2}:\d{2}/);
  });

  it("warns once of a bad value and keeps its default", async () => {
    const warnings = listenToWarnings();
    const { viewer } = await showViewer({
      view: "tiles" as never,
      pageSize: 7 as never,
      timezone: "Mars/Olympus",
      locale: "not a locale",
      theme: "pink" as never,
      density: "huge" as never,
      filters: { byUser: 7, range: { preset: "forever" }, unknown: 1 } as never,
    });
    await viewer.search();
    await waitForRender(viewer);
    viewer.requestUpdate();
    await waitForRender(viewer);
    warnings.end();
    expect(names(viewer)).to.have.length(10);
    for (const name of [
      "view",
      "page-size",
      "timezone",
      "locale",
      "theme",
      "density",
      "filters.byUser",
      "filters.range",
    ]) {
      expect(
        warnings.said.filter((text) => text.indexOf(`\`${name}\``) !== -1),
        name,
      ).to.have.length(1);
    }
  });

  const circle: Record<string, unknown> = {};
  circle["self"] = circle;
  const item = { id: "x", label: "X", color: "cyan", send: [] };
  const MISTAKES: [string, Record<string, unknown>, string][] = [
    ["no tables", { taxonomy: {} }, "taxonomy.actions"],
    ["an item without patterns", { taxonomy: { actions: [item], objects: [] } }, "taxonomy.actions[0].match"],
    [
      "a category without items",
      { taxonomy: { actions: [], objects: [{ category: "x" }] } },
      "taxonomy.objects[0].items",
    ],
    ["a text where a function belongs", { strings: { loadedEvents: "x" } }, "strings.loadedEvents"],
    ["a text in a group", { strings: { presets: { today: 5 } } }, "strings.presets.today"],
    ["a text of no use", { strings: { toString: "x" } }, "strings.toString"],
    ["texts that are none", { strings: 5 }, "strings`"],
    ["a number as a view", { view: 10n }, "view`"],
    ["a circle as a density", { density: circle }, "density`"],
    ["a symbol as a theme", { theme: Symbol("x") }, "theme`"],
    ["a redaction that is none", { redact: "x" }, "redact`"],
    ["no concurrency", { source: { concurrency: 0 } }, "source.concurrency"],
    ["minutes that are none", { source: { clockSkewMinutes: "x" } }, "source.clockSkewMinutes"],
    ["a zone that is none", { source: { naiveZone: "Mars/X" } }, "source.naiveZone"],
    ["half a budget, and that wrong", { source: { budget: { requests: "5" } } }, "source.budget.requests"],
    ["an option that is none", { source: { pagination: 1 } }, "source.pagination"],
    ["an action that is none", { filters: { actions: ["nope"] } }, "filters`"],
    ["a base that is none, beside an adapter", { apiBase: 5 }, ""],
  ];
  for (const [mistake, properties, name] of MISTAKES) {
    it(`keeps its default, and says so once: ${mistake}`, async () => {
      const warnings = listenToWarnings();
      try {
        const { viewer } = await showViewer(properties as Partial<AuditLogViewer>);
        await viewer.search();
        viewer.requestUpdate();
        await waitForRender(viewer);
        expect(names(viewer)).to.have.length(10);
        expect(names(viewer).join()).to.match(/Login|Modify/);
        expect(viewer.filters.actions).to.deep.equal([]);
      } finally {
        warnings.end();
      }
      expect(warnings.said, warnings.said.join()).to.have.length(name ? 1 : 0);
      if (name) expect(findWarnings(warnings.said, name)).to.have.length(1);
    });
  }

  it("is not configured by an adapter or a base that is none", async () => {
    const warnings = listenToWarnings();
    for (const properties of [{ adapter: {} }, { adapter: undefined, apiBase: 5 }]) {
      const { viewer } = await showViewer(properties as never);
      await viewer.search();
      expect(findElement(viewer, "button", "Search")).to.equal(undefined);
    }
    warnings.end();
    expect(warnings.said).to.have.length(2);
  });

  it("takes half of the options and half of the texts over the defaults", async () => {
    expect(readSource({ budget: { requests: 5 }, signIns: "off" })).to.deep.equal({
      ...DEFAULT_SOURCE_OPTIONS,
      signIns: "off",
      budget: { ...DEFAULT_SOURCE_OPTIONS.budget, requests: 5 },
    });
    const { viewer } = await showViewer({
      strings: { filtersToggle: undefined, presets: { "last-24-hours": "A day" }, searchButton: "Go" } as never,
    });
    await click(get(viewer, "button", "Go"));
    await waitUntil(() => names(viewer).length === 10, "results");
    expect(getName(get(viewer, "button", /^Date range/))).to.contain("A day");
    viewer.filters = { range: { preset: "today" } };
    await waitUntil(() => /Today/.test(getName(get(viewer, "button", /^Date range/))), "the word of the default");
  });

  it("never rejects for a wrong argument", async () => {
    const warnings = listenToWarnings();
    const { viewer, server } = await showViewer();
    await viewer.investigate(undefined as never);
    await viewer.investigate({ user: 5 } as never);
    expect(server.requests).to.have.length(0);
    await viewer.search(null as never);
    await viewer.search("x" as never);
    warnings.end();
    expect(names(viewer)).to.have.length(10);
    expect(findWarnings(warnings.said, "investigate")).to.have.length(2);
    expect(findWarnings(warnings.said, "search")).to.have.length(1);
  });

  it("takes properties before and after it is connected alike, and filters do not search", async () => {
    const early = await showViewer({ filters: { byUser: "maria" } as AuditFilters });
    expect((get(early.viewer, "textbox", "Performed by user") as HTMLInputElement).value).to.equal("maria");
    const late = await showViewer();
    late.viewer.filters = { byUser: "maria" };
    await waitForRender(late.viewer);
    await waitUntil(
      () => (get(late.viewer, "textbox", "Performed by user") as HTMLInputElement).value === "maria",
      "it",
    );
    expect(early.server.requests.length + late.server.requests.length).to.equal(0);
  });

  it("empties itself for another server", async () => {
    const one = await showViewer();
    const other = await showViewer({ adapter: undefined });
    await one.viewer.search();
    one.viewer.adapter = undefined;
    await waitForRender(one.viewer);
    expect(findElement(one.viewer, "table")).to.equal(undefined);
    expect(getText(one.viewer)).to.equal(getText(other.viewer));
  });

  it("keeps two viewers on one page apart", async () => {
    const [one, other] = [await showViewer(), await showViewer()];
    await one.viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
    expect(other.viewer.filters.affectedUser).to.equal("");
    expect(names(other.viewer)).to.deep.equal([]);
    expect(other.server.requests).to.have.length(0);
  });

  it("applies a redaction before anything is shown", async () => {
    const { viewer } = await showViewer({
      redact: (record) => ({ ...(record as object), "target-domain": "hidden.example" }),
    });
    await viewer.search();
    expect(getText(get(viewer, "table"))).to.contain("hidden.example");
    expect(getText(get(viewer, "table"))).not.to.match(/(?<!hidden)\.example/);
  });

  it("applies a new redaction at once, on the screen, in statistics and in files, without announcing it", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    const before = names(viewer);
    const heard: string[] = [];
    for (const name of ["alv-results", "alv-event-open"] as const)
      viewer.addEventListener(name, () => heard.push(name));
    viewer.redact = (record) => ({ ...(record as object), "target-domain": "hidden.example", domain: "" });
    // Before the next rendering.
    const { blob } = await viewer.exportEvents({ format: "json", scope: "loaded", deliver: "blob" });
    const file = await blob!.text();
    expect(file)
      .to.contain("hidden.example")
      .and.not.to.match(/"target-domain": ?"(?!hidden)/);
    await waitForRender(viewer);
    expect(getText(get(viewer, "table")))
      .to.contain("hidden.example")
      .and.not.to.match(/(?<!hidden)\.example/);
    expect(names(viewer)).to.have.length(before.length);
    expect(heard).to.deep.equal([]);
    // What is read later, too, by a search that began before.
    await click(get(viewer, "button", "Next"));
    await waitUntil(() => /Page 2/.test(getText(get(viewer, "navigation", "Pagination"))), "the next page");
    expect(getText(get(viewer, "table")))
      .to.contain("hidden.example")
      .and.not.to.match(/(?<!hidden)\.example/);
    viewer.redact = undefined;
    await waitForRender(viewer);
    expect(getText(get(viewer, "table"))).not.to.contain("hidden.example");
  });

  it("does not show a record that a redaction empties", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    const count = names(viewer).length;
    viewer.redact = () => null;
    await waitForRender(viewer);
    expect(names(viewer)).to.have.length(count);
    expect(getText(get(viewer, "table"))).not.to.match(/\.example|Login|Modify/);
  });

  it("takes the place of the tables of actions", async () => {
    const { viewer } = await showViewer({
      taxonomy: { actions: [{ id: "x", label: "Touched", color: "cyan", send: [], match: ["*"] }], objects: [] },
    });
    await viewer.search();
    for (const name of names(viewer)) expect(name).to.match(/^Details: (Touched|-)/);
  });

  it("registers once, silently; warns of another element of the same name", () => {
    const warnings = listenToWarnings();
    define();
    define();
    expect(warnings.said).to.deep.equal([]);
    customElements.define("foreign-viewer", class extends HTMLElement {});
    define("foreign-viewer");
    warnings.end();
    expect(warnings.said).to.have.length(1);
    define("second-viewer");
    expect(customElements.get("second-viewer")?.prototype).to.be.instanceOf(AuditLogViewer);
  });
});
