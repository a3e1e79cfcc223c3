import { expect } from "@open-wc/testing";
import type { Clock } from "../../src/core/clock.js";
import type { AuditLogViewer } from "../../src/index.js";
import { createTestClock } from "../support/clock.js";
import { TestNetwork } from "../support/test-network.js";
import { click } from "../support/user-input.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { getAll, get, findElement, getText } from "../support/screen.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

const countRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).length;

/** A clock whose pauses before another try end when the test says so. */
function createHeldClock() {
  let waiting: (() => void)[] = [];
  const clock = createTestClock();
  const { sleep } = clock;
  const held: Clock & { wake(): void } = Object.assign(clock, {
    sleep: (ms: number, signal?: AbortSignal) => {
      if (ms < 400 || ms > 30_000) return sleep(ms, signal);
      return new Promise<void>((resolve, reject) => {
        waiting.push(resolve);
        signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      });
    },
    wake: () => {
      const ended = waiting;
      waiting = [];
      for (const end of ended) end();
    },
  });
  return held;
}

/** A viewer before a server that asks to wait as often as `refusals` says, and what its live region has said. */
async function showSlowly(properties: Partial<AuditLogViewer> = {}) {
  const clock = createHeldClock();
  const on = await showViewer({ clock, ...properties }, { events: 3000, days: 2 });
  const inner = createMockAdapter(on.server);
  const refusals: { status: number; retryAfterMs?: number }[] = [];
  on.viewer.adapter = {
    get: (path, options) => {
      const refusal = path === "/auditlog" ? refusals.shift() : undefined;
      return refusal ? Promise.reject(Object.assign(new Error("Slow down."), refusal)) : inner.get(path, options);
    },
  };
  await waitForRender(on.viewer);
  const said: string[] = [];
  const region = get(on.viewer, "status");
  new MutationObserver(() => said.push(region.textContent!)).observe(region, { childList: true, subtree: true });
  const waitForText = (text: string) => waitUntil(() => getText(on.viewer).indexOf(text) !== -1, text);
  return { ...on, clock, refusals, said, shows: waitForText };
}

const countTexts = (said: string[], text: string) => said.filter((one) => one.indexOf(text) !== -1).length;

describe("a server that asks to wait", () => {
  afterEach(cleanUp);

  it("delays the request, which the screen shows, and a screen reader announces once", async () => {
    const { viewer, refusals, clock, said, shows } = await showSlowly();
    // Both windows of the first round, twice: one that is answered is enough.
    refusals.push(...[2000, 2000, 3000, 3000].map((retryAfterMs) => ({ status: 429, retryAfterMs })));
    const searched = viewer.search();
    await shows("Too many requests. Trying again in 2 seconds.");
    const line = get(viewer, "group", "Loading events");
    expect(getText(line)).to.contain("Too many requests. Trying again in 2 seconds.");
    const { top } = get(viewer, "button", "Stop").getBoundingClientRect();
    clock.wake();
    await waitUntil(() => refusals.length === 0, "the second refusals");
    await shows("Too many requests. Trying again in 3 seconds.");
    expect(get(viewer, "button", "Stop").getBoundingClientRect().top, "nothing moves").to.equal(top);
    clock.wake();
    await searched;
    await waitForRender(viewer);
    expect(countRows(viewer)).to.equal(10);
    expect(getText(viewer)).not.to.contain("Too many requests");
    expect(countTexts(said, "Too many requests"), said.join()).to.equal(1);
  });

  it("is called busy only for a 503", async () => {
    const { viewer, refusals, clock, shows } = await showSlowly({ source: { signIns: "off" } });
    refusals.push({ status: 503 }, { status: 503, retryAfterMs: 1000 });
    const searched = viewer.search();
    await shows("The server is busy. Trying again in 1 second.");
    clock.wake();
    clock.wake();
    await searched;
    expect(getText(viewer)).not.to.contain("busy");
  });

  it("delays the request while the loaded rows keep their places", async () => {
    const { viewer, refusals, clock, said, shows } = await showSlowly();
    await viewer.search();
    const place = () => getAll(viewer, "button", /^Details: /)[0]!.getBoundingClientRect().top;
    const before = place();
    refusals.push({ status: 429, retryAfterMs: 4000 });
    const refreshed = viewer.refresh();
    await shows("Too many requests. Trying again in 4 seconds.");
    expect([place(), countRows(viewer)]).to.deep.equal([before, 10]);
    clock.wake();
    await refreshed;
    await waitForRender(viewer);
    expect(getText(viewer)).not.to.contain("Too many requests");
    expect(countTexts(said, "Too many requests")).to.equal(1);
  });

  it("is named beside Next for later pages", async () => {
    const { viewer, refusals, clock } = await showSlowly({ pageSize: 100 });
    await viewer.search();
    const readPagination = () => getText(get(viewer, "navigation", "Pagination"));
    refusals.push(...Array.from({ length: 4 }, () => ({ status: 429, retryAfterMs: 4000 })));
    for (let page = 1; readPagination().indexOf("Too many requests") === -1; page += 1) {
      await click(get(viewer, "button", "Next"));
      await waitUntil(
        () => /Too many requests/.test(readPagination()) || readPagination().indexOf(`Page ${page + 1}`) !== -1,
        "it",
      );
    }
    expect(readPagination()).to.contain("Too many requests. Trying again in 4 seconds.");
    refusals.length = 0;
    clock.wake();
    await waitUntil(() => readPagination().indexOf("Too many requests") === -1, "the page");
  });

  it("can be left with Stop", async () => {
    const { viewer, refusals, shows } = await showSlowly();
    // Both windows of the first round.
    refusals.push({ status: 429, retryAfterMs: 4000 }, { status: 429, retryAfterMs: 4000 });
    void viewer.search();
    await shows("Too many requests. Trying again in 4 seconds.");
    await click(get(viewer, "button", "Stop"));
    await waitUntil(() => !findElement(viewer, "button", "Stop"), "the end of the search");
    expect(findElement(viewer, "group", "Loading events")).to.equal(undefined);
  });
});

describe("a search that runs", () => {
  afterEach(cleanUp);

  it("names the last minute of its range, not the day after it", async () => {
    const { viewer, server } = await showViewer();
    const network = new TestNetwork(server);
    network.passCount = 0;
    viewer.adapter = network;
    const searched = viewer.search({ range: { from: "2026-11-21", until: "2026-11-23" } });
    await network.waitForHeld(1);
    const line = await waitUntil(() => findElement(viewer, "group", "Loading events"), "the search");
    const readLine = () => getText(line).replace(/\s+/g, " ");
    await waitUntil(() => / – /.test(readLine()), "its range");
    expect(readLine()).to.contain("Searching Nov 21, 12:00 AM – Nov 22, 11:59 PM…");
    network.passCount = Infinity;
    network.release();
    await searched;
    expect(countRows(viewer)).to.equal(10);
  });
});
