import { expect } from "@open-wc/testing";
import type { MockServer, NewRecord } from "../../demo/mocks/index.js";
import { createFetchAdapter, type AuditLogViewer } from "../../src/index.js";
import { NOW } from "../support/clock.js";
import { click, press } from "../support/hands.js";
import { createMockFetch } from "../support/mock-adapter.js";
import { all, focused, get, maybe, textOf } from "../support/screen.js";
import { cleanUp, quiet, stage, until } from "./support.js";

const rows = (viewer: AuditLogViewer) => all(viewer, "button", /^Details: /);
const said = (viewer: AuditLogViewer) => textOf(get(viewer, "status"));
const fresh = (user: string, time = NOW - 1000): NewRecord => ({
  time,
  record: { "action-type": "delete", "target-user": user, "target-domain": "abc.example", "by-user": "maria" },
});

async function searched(properties: Partial<AuditLogViewer> = {}) {
  const on = await stage(properties);
  await click(get(on.viewer, "button", "Search"));
  await until(() => rows(on.viewer).length === 10, "the results");
  await quiet(on.server);
  return on;
}

describe("Refresh", () => {
  afterEach(cleanUp);

  it("brings what is new to the top, and says how many", async () => {
    const { viewer, server } = await searched();
    server.add(fresh("9001"), fresh("9002"), fresh("9003", NOW - 5 * 60_000));
    server.resetRequests();
    await click(get(viewer, "button", "Refresh"));
    await until(() => /3 new/.test(textOf(viewer)), "the news");
    expect(said(viewer)).to.equal("3 new events.");
    expect(textOf(get(viewer, "table", "Audit events"))).to.match(/900[12].*900[12].*9003/);
    // Ten minutes back for what comes late; not the whole day again.
    const starts = server.requests.map(({ query }) => Date.parse(query.get("datetime-start")!));
    expect(Math.min(...starts)).to.be.at.least(NOW - 11 * 60_000);
    await click(get(viewer, "button", "Refresh"));
    await until(() => /nothing new/.test(textOf(viewer)), "the second one");
    expect(said(viewer)).to.equal("No new events.");
  });

  it("keeps the open event open, where it is on the screen, with the focus on it", async () => {
    const { viewer, server } = await searched();
    document.body.style.setProperty("min-block-size", "3000px");
    const button = rows(viewer)[4]!;
    button.focus();
    await press("Enter");
    await until(() => maybe(viewer, "button", "Copy details"), "the details");
    window.scrollTo(0, 250);
    const place = button.getBoundingClientRect().top;
    const name = button.getAttribute("aria-label");
    server.add(fresh("9001"), fresh("9002"));
    await viewer.refresh();
    await until(() => /2 new/.test(textOf(viewer)), "the news");
    const open = all(viewer, "button", /^Details: /).find((one) => one.getAttribute("aria-expanded") === "true")!;
    expect(open.getAttribute("aria-label")).to.equal(name);
    expect(Math.abs(open.getBoundingClientRect().top - place)).to.be.below(2);
    expect(focused()?.getAttribute("aria-label")).to.equal(name);
    document.body.style.removeProperty("min-block-size");
    window.scrollTo(0, 0);
  });

  it("shows the page that the open event has come to", async () => {
    const { viewer, server } = await searched();
    await click(rows(viewer)[9]!);
    const name = rows(viewer)[9]!.getAttribute("aria-label");
    server.add(fresh("9001"));
    await viewer.refresh();
    await until(() => /Page 2/.test(textOf(viewer)), "page 2");
    const open = rows(viewer).filter((one) => one.getAttribute("aria-expanded") === "true");
    expect(open.map((one) => one.getAttribute("aria-label"))).to.deep.equal([name]);
    await click(get(viewer, "button", "Previous"));
    await until(() => /9001/.test(textOf(viewer)), "the first page");
    await click(get(viewer, "button", "Next"));
    // The page that was pushed down is filled up when it is shown.
    await until(() => rows(viewer).length === 10, "a full page");
  });

  it("that fails keeps everything, and Try again goes on", async () => {
    const { viewer, server } = await searched();
    server.add(fresh("9001"));
    server.habits.failures = [{ at: "every", kind: "500" }];
    await click(get(viewer, "button", "Refresh"));
    await until(() => /could not be refreshed/.test(textOf(viewer)), "the notice");
    expect(rows(viewer).length).to.equal(10);
    server.habits.failures = [];
    await click(get(viewer, "button", "Try again"));
    await until(() => /1 new/.test(textOf(viewer)), "the news");
  });
});

describe("a search that has to look far back", () => {
  afterEach(cleanUp);

  /** Every request waits until it is let through. */
  function gate(server: MockServer): { open(): void } {
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

  it("shows its matches as they are found, how far it has come, and can be stopped", async () => {
    const { viewer, server } = await stage();
    const { open } = gate(server);
    viewer.filters = { range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] };
    await viewer.updateComplete;
    await click(get(viewer, "button", "Search"));
    await until(() => (open(), rows(viewer).length > 0), "the first match");
    const found = rows(viewer).length;
    expect(found).to.be.below(10);
    expect(textOf(viewer)).to.match(new RegExp(`${found} of 10 found`));
    expect(textOf(viewer)).to.match(/searched back to \w+ \d+/);
    expect(textOf(viewer)).to.match(/Checked [\d,]+ records\./);
    expect(get(viewer, "progressbar", "Scanning").getAttribute("aria-valuenow")).to.match(/^\d+$/);
    // They are results already: each opens.
    await click(rows(viewer)[0]!);
    await until(() => maybe(viewer, "button", "Copy details"), "the details");
    await click(get(viewer, "button", "Stop"));
    await until(() => maybe(viewer, "button", "Search further back"), "the offer to go on");
    expect(rows(viewer).length).to.be.at.least(found);
    expect(maybe(viewer, "button", "Copy details")).not.to.equal(undefined);
    await click(get(viewer, "button", "Search further back"));
    await until(() => (open(), rows(viewer).length === 10), "a full page");
  });

  it("keeps what it has found when it fails, and goes on from there", async () => {
    const { viewer, server } = await stage();
    const { open } = gate(server);
    viewer.filters = { range: { preset: "last-year" }, objects: ["phone-number"], actions: ["delete"] };
    await viewer.updateComplete;
    await click(get(viewer, "button", "Search"));
    await until(() => (open(), rows(viewer).length > 0), "the first match");
    const names = rows(viewer).map((row) => row.getAttribute("aria-label"));
    server.habits.failures = [{ at: "every", kind: "500" }];
    await until(() => (open(), maybe(viewer, "button", "Try again")), "the notice");
    expect(textOf(viewer)).to.contain("Older events could not be loaded.");
    expect(rows(viewer).map((row) => row.getAttribute("aria-label"))).to.deep.equal(names);
    server.habits.failures = [];
    server.resetRequests();
    await click(get(viewer, "button", "Try again"));
    await until(() => (open(), rows(viewer).length === 10), "a full page");
    expect(
      rows(viewer)
        .slice(0, names.length)
        .map((row) => row.getAttribute("aria-label")),
    ).to.deep.equal(names);
  });
});

describe("a part that is missing", () => {
  afterEach(cleanUp);

  it("is named, and read again on request without the rest", async () => {
    const { viewer, server } = await stage();
    server.habits.failures = [{ at: "every", path: "/accesslog", kind: "500" }];
    await click(get(viewer, "button", "Search"));
    await until(() => rows(viewer).length === 10, "the results");
    await quiet(server);
    expect(textOf(viewer)).to.match(/Incomplete from Nov 23, .* to Nov 23, 9:14\sAM\./);
    expect(textOf(viewer)).to.contain("sign-ins may be missing");
    await click(get(viewer, "button", "Retry"));
    await until(() => /The missing sign-ins could not be loaded\./.test(textOf(viewer)), "the failure");
    expect(rows(viewer).length).to.equal(10);
    server.habits.failures = [];
    server.resetRequests();
    await click(get(viewer, "button", "Try again"));
    await until(() => !/Incomplete/.test(textOf(viewer)), "the whole");
    expect([...new Set(server.requests.map(({ path }) => path))]).to.deep.equal(["/accesslog"]);

    const whole = await searched();
    expect(rows(viewer).map((row) => row.getAttribute("aria-label"))).to.deep.equal(
      rows(whole.viewer).map((row) => row.getAttribute("aria-label")),
    );
  });
});

describe("another user", () => {
  afterEach(cleanUp);

  const tokenOf = (user: string) => ["e30", btoa(JSON.stringify({ sub: user })), "x"].join(".");

  it("sees nothing of what the one before was shown", async () => {
    let token = tokenOf("maria@abc.example");
    const { server } = await stage();
    cleanUp();
    const request = createMockFetch(server);
    // The mocked server knows none of these users: it is asked without their tokens.
    const anonymous: typeof fetch = (input, { headers: _, ...init } = {}) => request(input, init);
    const on = await stage({
      adapter: createFetchAdapter({ baseUrl: "/ns-api/v2", getToken: () => token, fetch: anonymous }),
    });
    await click(get(on.viewer, "button", "Search"));
    await until(() => rows(on.viewer).length === 10, "the results");
    // A new token of the same user changes nothing.
    token = `${tokenOf("maria@abc.example")}2`;
    await on.viewer.refresh();
    expect(rows(on.viewer).length).to.equal(10);
    token = tokenOf("t.okafor@abc.example");
    await on.viewer.refresh();
    await until(() => rows(on.viewer).length === 0, "nothing");
    expect(said(on.viewer)).to.contain("Another user signed in.");
    await click(get(on.viewer, "button", "Search"));
    await until(() => rows(on.viewer).length === 10, "the results of the other one");
  });
});
