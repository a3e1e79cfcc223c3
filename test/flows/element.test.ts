import { expect } from "@open-wc/testing";
import { AuditLogViewer, define, type AuditFilters } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { NOW } from "../support/clock.js";
import { get, findElement, getName } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";
import { listenToWarnings, listNames, waitForTask } from "./element-support.js";

describe("the element on a page", () => {
  afterEach(() => {
    cleanUp();
    document.documentElement.lang = "en";
  });

  it("sends nothing by itself, and searches on connection with auto-search", async () => {
    const quiet = await showViewer();
    expect(quiet.server.requests).to.have.length(0);
    const eager = await showViewer({ autoSearch: true });
    await waitUntil(() => listNames(eager.viewer).length === 10, "results");
  });

  it("searches with auto-search as soon as the server is known, in whatever order the page says it", async () => {
    const late = await showViewer({ adapter: undefined, autoSearch: true });
    await waitForTask();
    const { adapter, server } = await showViewer().then(({ viewer, server }) => ({ adapter: viewer.adapter, server }));
    late.viewer.adapter = adapter;
    await waitUntil(() => listNames(late.viewer).length === 10, "results of the adapter");
    const sent = server.requests.length;
    late.viewer.requestUpdate();
    await waitForRender(late.viewer);
    await waitForTask();
    expect(server.requests).to.have.length(sent);

    const after = await showViewer();
    after.viewer.autoSearch = true;
    await waitUntil(() => listNames(after.viewer).length === 10, "results of the switch");
  });

  it("leaves it to the page's own search where auto-search is set with it", async () => {
    const { viewer } = await showViewer();
    const sent: string[] = [];
    viewer.addEventListener("alv-search", (event) => sent.push((event as CustomEvent).detail.filters.affectedUser));
    viewer.autoSearch = true;
    await viewer.search({ affectedUser: "1041" });
    await waitForTask();
    expect(sent).to.deep.equal(["1041"]);
  });

  it("says that a further page had nothing, and says equal words again", async () => {
    const ten = Array.from({ length: 10 }, (_, at) => ({
      time: NOW - (at + 1) * 60_000,
      record: { "action-type": "update", "target-user": "1041" },
    }));
    // A server with a cap of ten: only the next request shows that there are no more.
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
    expect(listNames(viewer)).to.have.length(10);
    expect(viewer.filters.affectedUser).to.equal("1041");
    await viewer.refresh();
    expect(listNames(viewer)).to.have.length(10);
    await viewer.clear();
    expect(viewer.filters.affectedUser).to.equal("");
    expect(listNames(viewer)).to.have.length(10);
    await viewer.investigate({ user: "1041", domain: "harborview-dental.example" });
    expect(viewer.filters.range).to.deep.equal({ preset: "last-year" });
    expect(listNames(viewer)).to.have.length(10);
  });

  it("tells the page what happens", async () => {
    // Enough for an eleventh event after the first page of ten.
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
    await waitUntil(() => listNames(viewer).length === 10, "results");
    await click(get(viewer, "button", /^Details: /));
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    EventTarget.prototype.dispatchEvent = dispatch;
    expect(made).to.be.above(out.length);
    expect(new Set(out)).to.deep.equal(new Set(["alv-search", "alv-results", "alv-event-open"]));
  });

  it("shows its loaded pages again without a request after it was removed and put back, or moved", async () => {
    const { viewer, server } = await showViewer();
    await viewer.search();
    const before = listNames(viewer);
    const sent = server.requests.length;
    const elsewhere = document.createElement("div");
    document.body.append(elsewhere);
    elsewhere.append(viewer);
    await waitForRender(viewer);
    expect(listNames(viewer)).to.deep.equal(before);
    viewer.remove();
    await Promise.resolve();
    document.body.append(viewer);
    await waitForRender(viewer);
    expect(listNames(viewer)).to.deep.equal(before);
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

  it("counts no filter that was taken away again", async () => {
    const { viewer } = await showViewer({ filters: { exclude: { action: [] } } as never }, { width: 360 });
    expect(getName(get(viewer, "button", /^Filters/))).to.equal("Filters");
  });

  it("speaks the language of the page in its dates", async () => {
    document.documentElement.lang = "de";
    const { viewer } = await showViewer({ locale: undefined });
    await viewer.search();
    expect(listNames(viewer)[0]).to.match(/\d+\. Nov\. \d{2}:\d{2}:\d{2}/);
  });

  it("keeps two viewers on one page apart", async () => {
    const [one, other] = [await showViewer(), await showViewer()];
    await one.viewer.search({ affectedUser: "1041", range: { preset: "last-7-days" } });
    expect(other.viewer.filters.affectedUser).to.equal("");
    expect(listNames(other.viewer)).to.deep.equal([]);
    expect(other.server.requests).to.have.length(0);
  });

  it("takes the place of the tables of actions", async () => {
    const { viewer } = await showViewer({
      taxonomy: { actions: [{ id: "x", label: "Touched", color: "cyan", send: [], match: ["*"] }], objects: [] },
    });
    await viewer.search();
    for (const name of listNames(viewer)) expect(name).to.match(/^Details: (Touched|-)/);
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
