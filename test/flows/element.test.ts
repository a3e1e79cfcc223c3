import { expect } from "@open-wc/testing";
import { AuditLogViewer, define, type AuditFilters } from "../../src/index.js";
import { click } from "../support/hands.js";
import { NOW } from "../support/clock.js";
import { all, get, maybe, nameOf, textOf } from "../support/screen.js";
import { cleanUp, stage, until } from "./support.js";

const names = (viewer: AuditLogViewer) => all(viewer, "button", /^Details: /).map(nameOf);

/** Collects what is said in the console; restores it with `end`. */
function listenToWarnings(): { said: string[]; end(): void } {
  const said: string[] = [];
  const before = console.warn;
  console.warn = (...parts: unknown[]) => said.push(parts.map(String).join(" "));
  return { said, end: () => (console.warn = before) };
}

describe("the element on a page", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("sends nothing by itself, and searches on connection with auto-search", async () => {
    const quiet = await stage();
    expect(quiet.server.requests).to.have.length(0);
    const eager = await stage({ autoSearch: true });
    await until(() => names(eager.viewer).length === 10, "results");
  });

  it("answers its methods when the page is there", async () => {
    const { viewer } = await stage();
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
    const { viewer } = await stage();
    const told: [string, unknown][] = [];
    for (const name of ["alv-search", "alv-results", "alv-event-open", "alv-error"]) {
      document.body.addEventListener(name, (event) => told.push([name, (event as CustomEvent).detail]), {
        once: false,
      });
    }
    await viewer.search();
    await until(() => told.length === 2, "both events");
    expect(told[0]![0]).to.equal("alv-search");
    expect((told[0]![1] as { filters: AuditFilters }).filters.range).to.deep.equal({ preset: "last-24-hours" });
    const results = told[1]![1] as {
      page: number;
      count: number;
      hasMore: unknown;
      coverage: { asked: { until: number } };
    };
    expect([told[1]![0], results.page, results.count, results.hasMore]).to.deep.equal(["alv-results", 1, 10, true]);
    expect(results.coverage.asked.until).to.equal(NOW);
    await click(get(viewer, "button", /^Details: /));
    await until(() => told.length === 3, "the third");
    expect(told[2]![0]).to.equal("alv-event-open");
  });

  it("lets no inner event out", async () => {
    const { viewer } = await stage();
    const out: string[] = [];
    const dispatch = EventTarget.prototype.dispatchEvent;
    viewer.addEventListener("alv-inner-toggle", () => out.push("toggle"));
    viewer.addEventListener("alv-inner-action", () => out.push("action"));
    await click(get(viewer, "button", "Search"));
    await until(() => names(viewer).length === 10, "results");
    await click(get(viewer, "button", /^Details: /));
    await until(() => maybe(viewer, "button", "Copy details"), "the details");
    expect(out).to.deep.equal([]);
    expect(EventTarget.prototype.dispatchEvent).to.equal(dispatch);
  });

  it("shows its loaded pages again without a request after it was removed and put back, or moved", async () => {
    const { viewer, server } = await stage();
    await viewer.search();
    const before = names(viewer);
    const sent = server.requests.length;
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(viewer);
    await viewer.updateComplete;
    expect(names(viewer)).to.deep.equal(before);
    viewer.remove();
    await Promise.resolve();
    document.body.append(viewer);
    await viewer.updateComplete;
    expect(names(viewer)).to.deep.equal(before);
    expect(server.requests).to.have.length(sent);
    elsewhere.remove();
  });

  it("aborts its requests when it is removed, not when it is moved", async () => {
    const { viewer, server } = await stage();
    server.habits.failures = [{ at: "every", kind: "hang" }];
    const search = viewer.search();
    await until(() => server.requests.length > 0, "a request");
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

  it("renders times anew in another zone without a request, and asks the same for a frozen range", async () => {
    const { viewer, server } = await stage({ timezone: "UTC" });
    await viewer.search();
    const utc = names(viewer);
    const sent = server.requests.length;
    viewer.timezone = "Asia/Kolkata";
    await viewer.updateComplete;
    await until(() => names(viewer)[0] !== utc[0], "other times");
    expect(server.requests).to.have.length(sent);
    expect(textOf(viewer)).to.contain("Asia/Kolkata");
    const minutes = (name: string) => {
      const [, hour, minute, half] = /(\d+):(\d+):\d+ (AM|PM)$/.exec(name)!;
      return ((Number(hour) % 12) + (half === "PM" ? 12 : 0)) * 60 + Number(minute);
    };
    const shifts = names(viewer).map((name, at) => (minutes(name) - minutes(utc[at]!) + 1440) % 1440);
    expect(new Set(shifts)).to.deep.equal(new Set([330]));
  });

  it("runs the search again with another page size", async () => {
    const { viewer, server } = await stage();
    await viewer.search();
    const sent = server.requests.length;
    viewer.pageSize = 25;
    await until(() => names(viewer).length === 25, "25 records");
    expect(server.requests.length).to.be.above(sent);
  });

  it("speaks the language of the page in its dates", async () => {
    document.documentElement.lang = "de";
    const { viewer } = await stage({ locale: undefined });
    await viewer.search();
    expect(names(viewer)[0]).to.match(/\d+\. Nov\. \d{2}:\d{2}:\d{2}/);
  });

  it("warns once of a bad value and keeps its default", async () => {
    const warnings = listenToWarnings();
    const { viewer } = await stage({
      view: "tiles" as never,
      pageSize: 7,
      timezone: "Mars/Olympus",
      locale: "not a locale",
      theme: "pink" as never,
      density: "huge" as never,
      filters: { byUser: 7, range: { preset: "forever" }, unknown: 1 } as never,
    });
    await viewer.search();
    await viewer.updateComplete;
    viewer.requestUpdate();
    await viewer.updateComplete;
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

  it("takes properties before and after it is connected alike, and filters do not search", async () => {
    const early = await stage({ filters: { byUser: "maria" } as AuditFilters });
    expect((get(early.viewer, "textbox", "Performed by user") as HTMLInputElement).value).to.equal("maria");
    const late = await stage();
    late.viewer.filters = { byUser: "maria" };
    await late.viewer.updateComplete;
    await until(() => (get(late.viewer, "textbox", "Performed by user") as HTMLInputElement).value === "maria", "it");
    expect(early.server.requests.length + late.server.requests.length).to.equal(0);
  });

  it("empties itself for another server", async () => {
    const one = await stage();
    const other = await stage({ adapter: undefined });
    await one.viewer.search();
    one.viewer.adapter = undefined;
    await one.viewer.updateComplete;
    expect(maybe(one.viewer, "table")).to.equal(undefined);
    expect(textOf(one.viewer)).to.equal(textOf(other.viewer));
  });

  it("keeps two viewers on one page apart", async () => {
    const [one, other] = [await stage(), await stage()];
    await one.viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
    expect(other.viewer.filters.affectedUser).to.equal("");
    expect(names(other.viewer)).to.deep.equal([]);
    expect(other.server.requests).to.have.length(0);
  });

  it("applies a redaction before anything is shown", async () => {
    const { viewer } = await stage({
      redact: (record) => ({ ...(record as object), "target-domain": "hidden.example" }),
    });
    await viewer.search();
    expect(textOf(get(viewer, "table"))).to.contain("hidden.example");
    expect(textOf(get(viewer, "table"))).not.to.match(/(?<!hidden)\.example/);
  });

  it("takes the place of the tables of actions", async () => {
    const { viewer } = await stage({
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
