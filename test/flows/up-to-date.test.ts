import { expect } from "@open-wc/testing";
import type { MockServer, NewRecord } from "../../demo/mocks/index.js";
import { createFetchAdapter, type AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { click, press } from "../support/user-input.js";
import { createMockFetch } from "../support/mock-adapter.js";
import { getAll, getFocused, get, findElement, getText } from "../support/screen.js";
import { cleanUp, waitUntilIdle, waitForRender, showViewer, waitUntil } from "./support.js";

const getRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);
const readStatus = (viewer: AuditLogViewer) => getText(get(viewer, "status"));
const createFreshRecord = (user: string, time = NOW - 1000): NewRecord => ({
  time,
  record: { "action-type": "delete", "target-user": user, "target-domain": "abc.example", "by-user": "maria" },
});

async function showAndSearch(properties: Partial<AuditLogViewer> = {}) {
  const on = await showViewer(properties);
  await click(get(on.viewer, "button", "Search"));
  await waitUntil(() => getRows(on.viewer).length === 10, "the results");
  await waitUntilIdle(on.server);
  return on;
}

describe("Refresh", () => {
  afterEach(cleanUp);

  it("adds new events at the top, and says how many", async () => {
    const { viewer, server } = await showAndSearch();
    server.add(createFreshRecord("9001"), createFreshRecord("9002"), createFreshRecord("9003", NOW - 5 * 60_000));
    server.resetRequests();
    await click(get(viewer, "button", "Refresh"));
    await waitUntil(() => /3 new/.test(getText(viewer)), "the news");
    expect(readStatus(viewer)).to.equal("3 new events.");
    expect(getText(get(viewer, "table", "Audit events"))).to.match(/900[12].*900[12].*9003/);
    // Ten minutes back for what comes late; not the whole day again.
    const starts = server.requests.map(({ query }) => Date.parse(query.get("datetime-start")!));
    expect(Math.min(...starts)).to.be.at.least(NOW - 11 * 60_000);
    await click(get(viewer, "button", "Refresh"));
    await waitUntil(() => /nothing new/.test(getText(viewer)), "the second one");
    expect(readStatus(viewer)).to.equal("No new events.");
  });

  it("keeps the open event open, where it is on the screen, with the focus on it", async () => {
    const { viewer, server } = await showAndSearch();
    document.body.style.setProperty("min-block-size", "3000px");
    const button = getRows(viewer)[4]!;
    button.focus();
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    window.scrollTo(0, 250);
    const place = button.getBoundingClientRect().top;
    const name = button.getAttribute("aria-label");
    server.add(createFreshRecord("9001"), createFreshRecord("9002"));
    await viewer.refresh();
    await waitUntil(() => /2 new/.test(getText(viewer)), "the news");
    const open = getAll(viewer, "button", /^Details: /).find((one) => one.getAttribute("aria-expanded") === "true")!;
    expect(open.getAttribute("aria-label")).to.equal(name);
    expect(Math.abs(open.getBoundingClientRect().top - place)).to.be.below(2);
    expect(getFocused()?.getAttribute("aria-label")).to.equal(name);
    document.body.style.removeProperty("min-block-size");
    window.scrollTo(0, 0);
  });

  it("shows the page that the open event has moved to", async () => {
    const { viewer, server } = await showAndSearch();
    await click(getRows(viewer)[9]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    const name = getRows(viewer)[9]!.getAttribute("aria-label");
    server.add(createFreshRecord("9001"));
    await viewer.refresh();
    await waitUntil(() => /Page 2/.test(getText(viewer)), "page 2");
    const open = getRows(viewer).filter((one) => one.getAttribute("aria-expanded") === "true");
    expect(open.map((one) => one.getAttribute("aria-label"))).to.deep.equal([name]);
    await click(get(viewer, "button", "Previous"));
    await waitUntil(() => /9001/.test(getText(viewer)), "the first page");
    await click(get(viewer, "button", "Next"));
    // The page that was pushed down is filled up when it is shown.
    await waitUntil(() => getRows(viewer).length === 10, "a full page");
  });

  it("that fails keeps everything, and Try again goes on", async () => {
    const { viewer, server } = await showAndSearch();
    server.add(createFreshRecord("9001"));
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await click(get(viewer, "button", "Refresh"));
    await waitUntil(() => /could not be refreshed/.test(getText(viewer)), "the notice");
    expect(getRows(viewer).length).to.equal(10);
    server.behavior.failures = [];
    await click(get(viewer, "button", "Try again"));
    await waitUntil(() => /1 new/.test(getText(viewer)), "the news");
  });
});

describe("a search far back in time", () => {
  afterEach(cleanUp);

  /** Every request waits until it is let through. */
  function createGate(server: MockServer): { open(): void } {
    const handle = server.handle.bind(server);
    let waiting: (() => void)[] = [];
    server.handle = async (request) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return handle(request);
    };
    return {
      open: () => {
        for (const go of waiting) go();
        waiting = [];
      },
    };
  }

  it("shows its matches as they are found, shows its progress, and can be stopped", async () => {
    const { viewer, server } = await showViewer();
    const { open } = createGate(server);
    viewer.filters = { range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] };
    await waitForRender(viewer);
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => (open(), getRows(viewer).length > 0), "the first match");
    const found = getRows(viewer).length;
    expect(found).to.be.below(10);
    expect(getText(viewer)).to.match(new RegExp(`${found} of 10 found`));
    expect(getText(viewer)).to.match(/searched back to \w+ \d+/);
    expect(getText(viewer)).to.match(/Checked [\d,]+ records\./);
    expect(get(viewer, "progressbar", "Scanning").getAttribute("aria-valuenow")).to.match(/^\d+$/);
    // They are results already: each opens.
    await click(getRows(viewer)[0]!);
    await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
    await click(get(viewer, "button", "Stop"));
    await waitUntil(() => findElement(viewer, "button", "Search further back"), "the offer to go on");
    expect(getRows(viewer).length).to.be.at.least(found);
    expect(findElement(viewer, "button", "Copy details")).not.to.equal(undefined);
    await click(get(viewer, "button", "Search further back"));
    await waitUntil(() => (open(), getRows(viewer).length === 10), "a full page");
  });

  for (const [view, width] of [
    ["table", 1280],
    ["cards", 1280],
    ["table", 320],
    ["cards", 320],
  ] as const) {
    it(`shows its progress from the start, and moves no row: ${view}, ${width} px`, async () => {
      // A server that gives few records at once: a full page takes many requests.
      const { viewer, server } = await showViewer({ view }, { width, behavior: { limit: { cap: 40 } } });
      const { open } = createGate(server);
      viewer.filters = { range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] };
      await waitForRender(viewer);
      void viewer.search();
      const job = await waitUntil(() => findElement(viewer, "group", "Loading events"), "the search");
      expect(getText(job)).to.match(/^\s*0 of 10 found\s+\S.*Checked 0 records\./);
      expect(get(viewer, "progressbar", "Scanning").getAttribute("aria-valuenow")).to.equal("0");
      get(viewer, "button", "Stop");
      await waitUntil(() => (open(), getRows(viewer).length > 0), "the first match");
      // On the page: a click scrolls to its button.
      const measureTop = () => getRows(viewer)[0]!.getBoundingClientRect().top - viewer.getBoundingClientRect().top;
      const [before, found] = [measureTop(), getRows(viewer).length];
      await waitUntil(() => (open(), getRows(viewer).length > found), "the next match");
      expect(measureTop()).to.equal(before);
      await click(get(viewer, "button", "Stop"));
      await waitUntil(() => findElement(viewer, "button", "Search further back"), "the offer to go on");
      expect(measureTop()).to.equal(before);
      await click(get(viewer, "button", "Search further back"));
      // Nothing is answered before the gate is opened.
      await waitUntil(() => findElement(viewer, "button", "Stop"), "the search");
      expect(getText(viewer)).to.match(/Searched back to \w+ \d+.*: checked [\d,]+ records, found \d+\./);
      expect(measureTop()).to.equal(before);
      await waitUntil(() => (open(), getRows(viewer).length === 10), "a full page");
      expect(measureTop()).to.equal(before);
    });
  }

  it("says in one place that it paused, and in the live region once", async () => {
    const { viewer } = await showViewer({ source: { sendFilters: "never", budget: { seconds: 60, records: 1500 } } });
    const said: string[] = [];
    const region = get(viewer, "status");
    new MutationObserver(() => said.push(getText(region))).observe(region, { childList: true, subtree: true });
    await viewer.search({ range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] });
    await waitUntil(() => findElement(viewer, "button", "Search further back"), "the offer to go on");
    const readShown = () => getText(viewer).replace(getText(region), "");
    const countMatches = (pattern: RegExp) => [...readShown().matchAll(pattern)].length;
    expect(readShown()).to.match(/Searched back to \w+ \d+, .*: checked [\d,]+ records\. This page is not full\./);
    expect(countMatches(/back to/g), readShown()).to.equal(1);
    expect(countMatches(/earlier events/gi), readShown()).to.equal(1);
    expect(said.filter((one) => /Searched back/.test(one))).to.have.length(1);
    expect(said[said.length - 1]).to.match(
      /^Page 1, \d events?\. Searched back to .*\. Earlier events not searched yet\.$/,
    );
  });

  it("can be stopped from the start of the next page", async () => {
    const { viewer, server } = await showViewer({ pageSize: 100 }, { events: 3000, days: 3 });
    const { open } = createGate(server);
    const searched = viewer.search({ range: { preset: "last-7-days" } });
    await waitUntil(() => (open(), getRows(viewer).length === 100), "a page");
    await searched;
    const next = get(viewer, "button", "Next");
    for (;;) {
      await waitUntil(() => (open(), next.getAttribute("aria-disabled") === "false"), "the page");
      await click(next);
      if (findElement(viewer, "button", "Stop")) break;
    }
    expect(getText(viewer)).to.match(/Searched back to .*: checked [\d,]+ records, found [\d,]+\./);
    await click(get(viewer, "button", "Stop"));
    await waitUntil(() => !findElement(viewer, "button", "Stop"), "the end");
  });

  it("keeps the events found so far when it fails, and continues from there", async () => {
    const { viewer, server } = await showViewer();
    const { open } = createGate(server);
    viewer.filters = { range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] };
    await waitForRender(viewer);
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => (open(), getRows(viewer).length > 0), "the first match");
    const names = getRows(viewer).map((row) => row.getAttribute("aria-label"));
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await waitUntil(() => (open(), findElement(viewer, "button", "Try again")), "the notice");
    expect(getText(viewer)).to.contain("Older events could not be loaded.");
    // What had been answered meanwhile comes after it.
    const kept = getRows(viewer).map((row) => row.getAttribute("aria-label"));
    expect(kept.slice(0, names.length)).to.deep.equal(names);
    server.behavior.failures = [];
    server.resetRequests();
    await click(get(viewer, "button", "Try again"));
    await waitUntil(() => (open(), getRows(viewer).length === 10), "a full page");
    expect(
      getRows(viewer)
        .slice(0, kept.length)
        .map((row) => row.getAttribute("aria-label")),
    ).to.deep.equal(kept);
  });
});

describe("a missing part", () => {
  afterEach(cleanUp);

  it("is named, and can be read again without the rest", async () => {
    const { viewer, server } = await showViewer();
    server.behavior.failures = [{ at: "every", path: "/accesslog", kind: "500" }];
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => getRows(viewer).length === 10, "the results");
    await waitUntilIdle(server);
    // Just the time for which the audit log was read.
    const [, back] = /Checked \d+ records, back to (.*?[AP]M)\./.exec(getText(viewer))!;
    expect(getText(viewer)).to.contain(`Incomplete from ${back} to Nov 23, 9:14`);
    expect(getText(viewer)).to.contain("sign-ins may be missing");
    await click(get(viewer, "button", "Retry"));
    await waitUntil(() => /The missing sign-ins could not be loaded\./.test(getText(viewer)), "the failure");
    expect(getRows(viewer).length).to.equal(10);
    server.behavior.failures = [];
    server.resetRequests();
    await click(get(viewer, "button", "Try again"));
    await waitUntil(() => !/Incomplete/.test(getText(viewer)), "the whole");
    expect([...new Set(server.requests.map(({ path }) => path))]).to.deep.equal(["/accesslog"]);

    const whole = await showAndSearch();
    expect(getRows(viewer).map((row) => row.getAttribute("aria-label"))).to.deep.equal(
      getRows(whole.viewer).map((row) => row.getAttribute("aria-label")),
    );
  });
});

describe("another user", () => {
  afterEach(cleanUp);

  const createToken = (user: string) => ["e30", btoa(JSON.stringify({ sub: user })), "x"].join(".");

  it("sees nothing that the last user saw", async () => {
    let token = createToken("maria@abc.example");
    const { server } = await showViewer();
    cleanUp();
    const request = createMockFetch(server);
    // The mocked server knows none of these users: it is asked without their tokens.
    const fetchAnonymously: typeof fetch = (input, { headers: _, ...init } = {}) => request(input, init);
    const on = await showViewer({
      adapter: createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => token, fetch: fetchAnonymously }),
    });
    await click(get(on.viewer, "button", "Search"));
    await waitUntil(() => getRows(on.viewer).length === 10, "the results");
    // A new token of the same user changes nothing.
    token = `${createToken("maria@abc.example")}2`;
    await on.viewer.refresh();
    expect(getRows(on.viewer).length).to.equal(10);
    token = createToken("t.okafor@abc.example");
    await on.viewer.refresh();
    await waitUntil(() => getRows(on.viewer).length === 0, "nothing");
    expect(readStatus(on.viewer)).to.contain("Another user signed in.");
    await click(get(on.viewer, "button", "Search"));
    await waitUntil(() => getRows(on.viewer).length === 10, "the results of the other one");
  });
});
