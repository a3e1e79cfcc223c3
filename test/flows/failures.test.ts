import { expect } from "@open-wc/testing";
import type { FailureKind } from "../../demo/mocks/index.js";
import type { AuditLogViewer } from "../../src/index.js";
import { click, press, fill } from "../support/user-input.js";
import { getAll, get, findElement, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const readPage = (viewer: AuditLogViewer) => Number(/Page (\d+)/.exec(getText(viewer))![1]);
const countRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).length;

/** The message and the action for each kind of failure. */
const FAILURES: { kind: FailureKind; title: RegExp; action: string; event: string }[] = [
  { kind: "network", title: /The server cannot be reached/, action: "Try again", event: "network" },
  { kind: "401", title: /Your session has ended/, action: "Try again", event: "auth" },
  { kind: "403", title: /You cannot see the audit log/, action: "Try again", event: "forbidden" },
  { kind: "404", title: /This server has no audit log/, action: "Check again", event: "unsupported" },
  { kind: "400", title: /./, action: "Try again", event: "bad-request" },
  { kind: "429", title: /./, action: "Try again", event: "rate-limited" },
  { kind: "500", title: /The search failed/, action: "Try again", event: "server" },
  { kind: "not-json", title: /./, action: "Try again", event: "bad-data" },
  { kind: "html", title: /./, action: "Try again", event: "bad-data" },
];

describe("when the server fails", () => {
  afterEach(cleanUp);

  for (const { kind, title, action, event } of FAILURES) {
    it(`says what happened and what to do at the first search: ${kind}`, async () => {
      const { viewer, server } = await showViewer();
      const told: string[] = [];
      viewer.addEventListener("alv-error", (error) => told.push((error as CustomEvent<{ kind: string }>).detail.kind));
      server.behavior.failures = [{ at: "every", kind }];
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => findElement(viewer, "button", action), "the next step");
      expect(getText(viewer)).to.match(title);
      expect(told).to.deep.equal([event]);
      server.behavior.failures = [];
      await click(get(viewer, "button", action));
      await waitUntil(() => countRows(viewer) === 10, "the results");
    });

    it(`keeps the loaded records when the next page fails: ${kind}`, async () => {
      const { viewer, server } = await showViewer({ pageSize: 25 });
      viewer.filters = { range: { preset: "last-30-days" } };
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => countRows(viewer) === 25, "the results");
      server.behavior.failures = [{ at: "every", kind }];
      const hasFailed = () => /The next page could not be loaded\./.test(getText(viewer));
      // Pages that have been read already come without a request.
      for (let page = readPage(viewer); !hasFailed(); page += 1) {
        await click(get(viewer, "button", "Next"));
        await waitUntil(() => hasFailed() || readPage(viewer) > page, `page ${page + 1}`);
      }
      const page = readPage(viewer);
      expect(countRows(viewer)).to.equal(25);
      server.behavior.failures = [];
      await click(get(viewer, "button", /Try again|Check again/));
      await waitUntil(() => readPage(viewer) === page + 1, "the next page");
      expect(hasFailed()).to.equal(false);
    });
  }

  it("keeps the shown results when another search fails", async () => {
    const { viewer, server } = await showViewer();
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => countRows(viewer) === 10, "the results");
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await fill(get(viewer, "textbox", "Affected user"), "1041");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "button", "Try again"), "the notice");
    expect(countRows(viewer)).to.equal(10);
    expect(getText(get(viewer, "group", "Active filters"))).not.to.contain("1041");
  });

  it("tells the page that the user must sign in again", async () => {
    const { viewer, server } = await showViewer();
    const asked: unknown[] = [];
    viewer.addEventListener("alv-auth-required", (event) => asked.push((event as CustomEvent).detail));
    server.behavior.failures = [{ at: "every", kind: "401" }];
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => asked.length === 1, "the event");
    expect(asked).to.deep.equal([{ status: 401 }]);
  });

  it("says how to configure it, and sends nothing, without adapter and api-base", async () => {
    const { viewer } = await showViewer({ adapter: undefined });
    expect(getText(viewer)).to.contain("api-base").and.to.contain("adapter");
    expect(findElement(viewer, "button", "Search")).to.equal(undefined);
  });

  it("says what was read when nothing matches, and suggests changes", async () => {
    const { viewer } = await showViewer();
    await fill(get(viewer, "textbox", "Affected user"), "no-such-user");
    await press("Enter");
    await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
    expect(getText(viewer)).to.match(/None of the \d+ records from .* to .* match your filters\./);
    await click(get(viewer, "button", /Remove filter Affected user/));
    await waitUntil(() => countRows(viewer) === 10, "the results without the filter");
  });

  it("can be stopped while it searches", async () => {
    const { viewer, server } = await showViewer();
    server.behavior.failures = [{ at: "every", kind: "hang" }];
    await click(get(viewer, "button", "Search"));
    await click(await waitUntil(() => findElement(viewer, "button", "Stop"), "the button"));
    await waitUntil(() => !findElement(viewer, "button", "Stop"), "the end of the search");
    server.behavior.failures = [];
    await click(get(viewer, "button", "Search"));
    await waitUntil(() => countRows(viewer) === 10, "the results");
  });

  it("offers to search further back when the budget of a page is used up", async () => {
    const { viewer } = await showViewer({ source: { budget: { seconds: 60, requests: 3, records: 20_000 } } });
    viewer.filters = { byUser: "nobody-at-all", range: { preset: "last-year" } };
    await waitForRender(viewer);
    await click(get(viewer, "button", "Search"));
    const more = await waitUntil(() => findElement(viewer, "button", "Search further back"), "the offer");
    const told = getText(viewer);
    await click(more);
    await waitUntil(() => getText(viewer) !== told && !findElement(viewer, "button", "Stop"), "more of the range");
  });
});
