import { expect } from "@open-wc/testing";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import type { LogStore } from "../../../src/search/log-store.js";
import { createTestClock } from "../../support/clock.js";
import { RangeCount, type RangeCountState } from "../../../src/features/explore/counting/range-count.js";
import { createLog, listIds, RECORDS } from "../../search/log-store-support.js";
import { createSignal } from "../../support/data-source.js";
import { runMicrotasks } from "../../support/microtasks.js";
import { EMPTY_EVENT } from "../../support/summary-facts.js";

type Stage = Awaited<ReturnType<typeof createLog>>;

const ALL = RECORDS.length;

/** A search that shows its first page, on a server that returns few records at a time. */
async function openSearch() {
  const opened = await createLog();
  opened.server.behavior.limit = { cap: 20 };
  await opened.search();
  const count = new RangeCount(opened.store, createTestClock());
  return { ...opened, count };
}

/** The number of counted events, and what the count says about itself. */
async function readCounts({ store }: Stage) {
  const request = { field: "byUser", limit: 1000, search: "" } as const;
  const answer = (await store.server!.analysis!.breakdown([request]))!;
  const events = answer.counts[0]!.values.reduce((sum, { count }) => sum + count, 0);
  expect(events).to.equal(answer.extent.events);
  const maria = answer.counts[0]!.values.find(({ text }) => text === "maria")?.count;
  return { ...answer.extent, maria };
}

/** Resolves when the count has this status. */
async function waitForStatus(count: RangeCount, status: RangeCountState["status"]): Promise<void> {
  if (count.state.status === status) return;
  await new Promise<void>((resolve) => count.subscribe((now) => now.status === status && resolve()));
}

describe("counting the whole range", () => {
  it("goes on where the search stands, and keeps no rows", async () => {
    const opened = await openSearch();
    const { store, count } = opened;
    const before = await readCounts(opened);
    expect(before.countedFrom).to.equal(before.readFrom);
    expect(before.events).to.be.lessThan(ALL);
    count.start();
    await waitForStatus(count, "complete");
    const after = await readCounts(opened);
    expect(after.events).to.equal(ALL);
    expect(after.maria).to.equal(ALL / 5);
    expect(after.countedOnly).to.equal(ALL - before.events);
    expect(after.countedFrom).to.equal(store.state.searched!.span.from);
    expect(after.records).to.equal(ALL);
    expect(listIds(store.state)).to.have.length(10);
    expect(count.state.share).to.equal(1);
    count.end();
  });

  it("counts no event twice when its page is loaded later", async () => {
    const opened = await openSearch();
    const { store, count } = opened;
    count.start();
    await waitForStatus(count, "complete");
    for (let page = 0; store.state.hasMore !== false; page += 1) {
      await store.next(createSignal());
      const { events, maria } = await readCounts(opened);
      expect([events, maria], `page ${page}`).to.deep.equal([ALL, ALL / 5]);
    }
    expect((await readCounts(opened)).countedOnly).to.equal(0);
    count.end();
  });

  it("keeps what was counted when it is stopped, and resumes there", async () => {
    const opened = await openSearch();
    const { count, gate } = opened;
    gate.passing = 12;
    count.start();
    await gate.holds(1);
    count.stop();
    expect(count.state.status).to.equal("stopped");
    gate.passing = Infinity;
    gate.open();
    const stopped = await readCounts(opened);
    expect(stopped.events).to.be.lessThan(ALL);
    count.start();
    await waitForStatus(count, "complete");
    expect((await readCounts(opened)).events).to.equal(ALL);
    count.end();
  });

  it("says what failed, keeps what was counted, and resumes there", async () => {
    const opened = await openSearch();
    const { count, server } = opened;
    server.behavior.failures = [{ at: "every", kind: "403" }];
    count.start();
    await waitForStatus(count, "failed");
    expect(count.state.error!.kind).to.equal("forbidden");
    const failed = await readCounts(opened);
    expect(failed.countedFrom).to.equal(failed.readFrom);
    server.behavior.failures = [];
    count.start();
    await waitForStatus(count, "complete");
    expect((await readCounts(opened)).events).to.equal(ALL);
    count.end();
  });

  it("lets the next page go first, and continues after it", async () => {
    const opened = await openSearch();
    const { store, count, gate } = opened;
    gate.passing = 4;
    count.start();
    await gate.holds(1);
    const seen: string[] = [];
    count.subscribe(({ status }) => seen.push(status));
    gate.passing = Infinity;
    gate.open();
    await Promise.all(Array.from({ length: 5 }, () => undefined));
    await store.next(createSignal());
    await waitForStatus(count, "complete");
    expect((await readCounts(opened)).events).to.equal(ALL);
    expect(listIds(store.state)).to.have.length(20);
    count.end();
  });

  it("says that the count is gone after another redaction, and can count again", async () => {
    const opened = await openSearch();
    const { store, count } = opened;
    count.start();
    await waitForStatus(count, "complete");
    store.applyRedaction();
    expect(count.state.status).to.equal("lost");
    const lost = await readCounts(opened);
    expect([lost.countedOnly, lost.countedFrom]).to.deep.equal([0, lost.readFrom]);
    count.start();
    await waitForStatus(count, "complete");
    expect((await readCounts(opened)).events).to.equal(ALL);
    count.end();
  });

  it("reads nothing with the reader of a search that another one has replaced meanwhile", async () => {
    const listeners: ((now: object, before: object) => void)[] = [];
    const created: ((reader: object) => void)[] = [];
    const read: string[] = [];
    const createReader = (name: string) => ({
      read: () => (read.push(name), new Promise(() => undefined)),
      stop: () => undefined,
    });
    const log = {
      state: { activity: undefined, searched: { filters: {}, span: { from: 0, until: 2 } } },
      subscribe: () => () => undefined,
      server: {
        analysis: {
          readFrom: 1,
          subscribe: (listener: (typeof listeners)[0]) => (listeners.push(listener), () => undefined),
          tellViews: () => undefined,
        },
        read: () => new Promise((resolve) => created.push(resolve)),
      },
    };
    const count = new RangeCount(log as unknown as LogStore, createTestClock());
    count.start();
    listeners[0]!({ log: 1, losses: 0 }, { log: 0, losses: 0 });
    created[0]!(createReader("the first search"));
    await runMicrotasks();
    count.start();
    created[1]?.(createReader("the other search"));
    await runMicrotasks();
    expect(read).to.deep.equal(["the other search"]);
    count.end();
  });

  it("says that more counts follow only while it runs", async () => {
    const opened = await openSearch();
    const { store, count, gate } = opened;
    const { analysis } = store.server!;
    gate.passing = 12;
    count.start();
    await gate.holds(1);
    expect(analysis!.state.isCounting, "while it runs").to.equal(true);
    count.stop();
    expect(analysis!.state.isCounting, "stopped").to.equal(false);
    gate.passing = Infinity;
    gate.open();
    count.start();
    await waitForStatus(count, "complete");
    expect(analysis!.state.isCounting, "complete").to.equal(false);
    count.end();
  });

  it("changes what it shows at most four times a second", async () => {
    const opened = await openSearch();
    const { store, count } = opened;
    // The worker has the rows.
    await readCounts(opened);
    let changes = 0;
    store.server!.analysis!.subscribe(({ revision }, before) => (changes += revision === before.revision ? 0 : 1));
    const steps = new Set<number>();
    count.subscribe(({ readFrom }) => readFrom !== undefined && steps.add(readFrom));
    count.start();
    await waitForStatus(count, "complete");
    // The clock stands still: the first step and the last one.
    expect(changes).to.equal(2);
    expect(steps.size).to.equal(2);
    count.end();
  });

  it("counts each event once when it is stopped between a read and its counting", async () => {
    const read = [1, 2, 3].map((time) => ({
      events: [{ ...EMPTY_EVENT, time: 10 - time }],
      coverage: { readFrom: 10 - time, records: time, missing: [], cut: [] },
      hasMore: time < 3,
    }));
    const counted: (number | null)[] = [];
    const reader = {
      query: { span: { from: 0, until: 10 } },
      read: () => Promise.resolve(read.shift()),
      stop: () => undefined,
    };
    const log = {
      state: { activity: undefined, searched: { filters: {}, span: { from: 0, until: 10 } } },
      subscribe: () => () => undefined,
      server: {
        analysis: {
          readFrom: 10,
          subscribe: () => () => undefined,
          count: (events: AuditEvent[]) => counted.push(...events.map(({ time }) => time)),
          tellViews: () => undefined,
        },
        read: () => Promise.resolve(reader),
      },
    };
    const count = new RangeCount(log as unknown as LogStore, createTestClock());
    count.start();
    while (read.length === 3) await runMicrotasks();
    expect(counted).to.deep.equal([]);
    count.stop();
    count.start();
    await waitForStatus(count, "complete");
    expect(counted).to.deep.equal([9, 8, 7]);
    count.end();
  });

  it("forgets the count with another search", async () => {
    const opened = await openSearch();
    const { store, count, search } = opened;
    count.start();
    await waitForStatus(count, "complete");
    store.setDraft({ byUser: "maria" });
    await search();
    expect(count.state.status).to.equal("idle");
    const { events } = await readCounts(opened);
    expect(events).to.be.at.most(ALL / 5);
    count.start();
    await waitForStatus(count, "complete");
    expect((await readCounts(opened)).events).to.equal(ALL / 5);
    count.end();
  });
});
