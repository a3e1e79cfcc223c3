import { expect } from "@open-wc/testing";
import { Analysis } from "../../src/search/analysis.js";
import type { StoredRecord } from "../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../src/api/source-options.js";
import type { AuditLogViewer } from "../../src/index.js";
import { type AuditFilters } from "../../src/index.js";
import { readSource } from "../../src/element/properties/source.js";
import { click } from "../support/user-input.js";
import { NOW } from "../support/clock.js";
import { get, findElement, getName, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";
import { listenToWarnings, listNames, waitForTask } from "./element-support.js";

/** The times at the end of the names of rows, as the en-US reader of a zone sees these records of 2026. */
function formatTimes(timeZone: string, records: readonly StoredRecord[]): string[] {
  const day = new Intl.DateTimeFormat("en-US", { timeZone, month: "short", day: "numeric" });
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, hour: "2-digit", minute: "2-digit", second: "2-digit" });
  return records.map(({ time }) => `${day.format(time)} ${clock.format(time)}`);
}

const listTimes = (viewer: AuditLogViewer) => listNames(viewer).map((name) => name.replace(/^Details: .*, /, ""));

describe("the properties of the element", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("keeps the shown results when the page renders again, and uses new properties from the next search", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const before = listNames(viewer);
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
    expect(listNames(viewer)).to.have.length(10);
    expect(listNames(viewer)).not.to.deep.equal(before);
    for (const name of listNames(viewer)) expect(name).to.match(/^Details: (Handled|-)/);
    expect(server.requests).to.have.length(sent);
    await viewer.search();
    expect(getText(get(viewer, "table")))
      .to.contain("other.example")
      .and.not.to.contain("one.example");
  });

  it("counts the events again with another taxonomy, but not when the page sets an equal one", async () => {
    const { viewer } = await showViewer();
    await viewer.search();
    let restarts = 0;
    const { restart } = Analysis.prototype;
    Analysis.prototype.restart = function (this: Analysis) {
      restarts += 1;
      restart.call(this);
    };
    try {
      for (const label of ["Touched", "Touched", "Handled"]) {
        viewer.taxonomy = { actions: [{ id: "x", label, color: "cyan", send: [], match: ["*"] }], objects: [] };
        await waitForRender(viewer);
      }
    } finally {
      Analysis.prototype.restart = restart;
    }
    expect(restarts).to.equal(2);
  });

  it("shows times in another zone without a request, and Next continues in the same frozen range", async () => {
    const { viewer, server, clock } = await showViewer({ timezone: "UTC" }, { behavior: { limit: { cap: 20 } } });
    await viewer.search({ range: { preset: "today" } });
    const utc = listNames(viewer);
    const sent = server.requests.length;
    viewer.timezone = "Asia/Kolkata";
    await waitForRender(viewer);
    await waitUntil(() => listNames(viewer)[0] !== utc[0], "other times");
    expect(server.requests).to.have.length(sent);
    expect(getText(viewer)).to.contain("Asia/Kolkata");
    const readMinutes = (name: string) => {
      const [, hour, minute, half] = /(\d+):(\d+):\d+ (AM|PM)$/.exec(name)!;
      return ((Number(hour) % 12) + (half === "PM" ? 12 : 0)) * 60 + Number(minute);
    };
    const shifts = listNames(viewer).map((name, at) => (readMinutes(name) - readMinutes(utc[at]!) + 1440) % 1440);
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
    expect(listTimes(viewer)).to.deep.equal(formatTimes("Asia/Kolkata", server.stored.slice(20, 30)));
  });

  it("runs the search again with another page size", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const sent = server.requests.length;
    viewer.pageSize = 25;
    await waitUntil(() => listNames(viewer).length === 25, "25 records");
    expect(server.requests.length).to.be.above(sent);
  });

  it("searches with another page size also while the first search runs, and ignores an invalid size", async () => {
    const { viewer, server } = await showViewer();
    const first = viewer.search();
    viewer.pageSize = 25;
    await first;
    await waitUntil(() => listNames(viewer).length === 25, "25 records");
    viewer.pageSize = 10;
    await waitUntil(() => listNames(viewer).length === 10, "10 records");
    const sent = server.requests.length;
    const warnings = listenToWarnings();
    viewer.pageSize = 8 as never;
    await waitForRender(viewer);
    await waitForTask();
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
    await waitUntil(() => /\d+\. Nov\. \d{2}:\d{2}:\d{2}/.test(listNames(viewer)[0]!), "German dates");
    elsewhere.remove();
  });

  it("merges some options and some texts with the defaults", async () => {
    expect(readSource({ budget: { requests: 5 }, signIns: "off" })).to.deep.equal({
      ...DEFAULT_SOURCE_OPTIONS,
      signIns: "off",
      budget: { ...DEFAULT_SOURCE_OPTIONS.budget, requests: 5 },
    });
    const { viewer } = await showViewer({
      strings: { filtersToggle: undefined, presets: { "last-24-hours": "A day" }, searchButton: "Go" } as never,
    });
    await click(get(viewer, "button", "Go"));
    await waitUntil(() => listNames(viewer).length === 10, "results");
    expect(getName(get(viewer, "button", /^Date range/))).to.contain("A day");
    viewer.filters = { range: { preset: "today" } };
    await waitUntil(() => /Today/.test(getName(get(viewer, "button", /^Date range/))), "the word of the default");
  });

  it("accepts properties before and after it is connected, and filters do not start a search", async () => {
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

  it("clears its results for another server", async () => {
    const one = await showViewer();
    const other = await showViewer({ adapter: undefined });
    await one.viewer.search();
    one.viewer.adapter = undefined;
    await waitForRender(one.viewer);
    expect(findElement(one.viewer, "table")).to.equal(undefined);
    expect(getText(one.viewer)).to.equal(getText(other.viewer));
  });
});
