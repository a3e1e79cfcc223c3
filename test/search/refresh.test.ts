import { expect } from "@open-wc/testing";
import { type NewRecord } from "../../demo/mocks/index.js";
import { loadedCount } from "../../src/search/log-state.js";
import { NOW } from "../support/clock.js";
import { listIds, createLog } from "./log-store-support.js";
import { HOUR } from "../support/durations.js";
import { createSignal } from "../support/data-source.js";

describe("Refresh", () => {
  const createMariasRecord = (time: number): NewRecord => ({
    time,
    record: { "by-user": "maria", "target-domain": "abc.example", "action-type": "update" },
  });

  it("reads new events for the searched filters, and divides the loaded events into pages again", async () => {
    const { store, server, setting, search } = await createLog();
    store.setDraft({ byUser: "maria" });
    await search();
    await store.next(createSignal());
    const old = listIds(store.state);
    store.setDraft({ byUser: "somebody else" });
    const later = NOW + HOUR;
    server.add(createMariasRecord(later - 60_000), createMariasRecord(NOW - 5 * 60_000));
    server.resetRequests();
    await store.refresh({ ...setting, now: later }, createSignal());
    const { state } = store;
    expect([state.added, state.pageIndex, state.revision]).to.deep.equal([2, 0, 2]);
    expect(state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: later });
    expect(state.coverage!.asked).to.deep.equal(state.searched!.span);
    // The loaded events keep their order below the new event and the late one.
    expect(listIds(state).slice(2, 2 + old.length)).to.deep.equal(old);
    expect(state.pages.slice(0, -1).every((page) => page.length === 10)).to.equal(true);
    expect(new Set(listIds(state)).size).to.equal(listIds(state).length);
    expect(state.draft.byUser).to.equal("somebody else");
    // Ten minutes back from the search before, and no further.
    const asked = server.requests.map(({ query }) => Date.parse(query.get("datetime-start")!));
    expect(Math.min(...asked)).to.be.at.least(NOW - 11 * 60_000);
  });

  it("counts the records that it reads again once", async () => {
    const { store, server, setting, search } = await createLog();
    await search();
    const { records, matched } = store.state.coverage!;
    server.add(createMariasRecord(NOW + 60_000));
    await store.refresh({ ...setting, now: NOW + HOUR }, createSignal());
    const after = store.state.coverage!;
    expect([after.records, after.matched]).to.deep.equal([records + 1, matched + 1]);
    await store.refresh({ ...setting, now: NOW + 2 * HOUR }, createSignal());
    expect([store.state.coverage!.records, store.state.added]).to.deep.equal([records + 1, 0]);
  });

  it("continues into earlier time as before", async () => {
    const { store, server, setting, search } = await createLog();
    await search();
    server.add(createMariasRecord(NOW + 60_000));
    await store.refresh({ ...setting, now: NOW + HOUR }, createSignal());
    while (store.state.hasMore !== false) await store.next(createSignal());
    expect(loadedCount(store.state)).to.equal(server.stored.length);
    expect(new Set(listIds(store.state)).size).to.equal(server.stored.length);
  });

  it("starts the list again if there are more new events than one budget reads", async () => {
    const { store, server, setting, search } = await createLog({
      budget: { seconds: 60, requests: 2, records: 20_000 },
    });
    await search();
    await store.next(createSignal());
    server.behavior.limit = { cap: 20 };
    server.add(...Array.from({ length: 400 }, (_, at) => createMariasRecord(NOW + at * 1000)));
    await store.refresh({ ...setting, now: NOW + HOUR }, createSignal());
    expect([store.state.pageIndex, store.state.added]).to.deep.equal([0, undefined]);
    while (store.state.hasMore !== false) {
      const before = loadedCount(store.state) + (store.state.coverage?.requests ?? 0);
      await (store.state.paused ? store.further(createSignal()) : store.next(createSignal()));
      expect(loadedCount(store.state) + store.state.coverage!.requests).to.be.above(before);
    }
    expect(loadedCount(store.state)).to.equal(server.stored.length);
  });

  it("is a search before the first search", async () => {
    const { store, refresh } = await createLog();
    await refresh();
    expect([store.state.pages.length, store.state.revision]).to.deep.equal([1, 1]);
  });

  it("shows the old pages until the new ones are there", async () => {
    const { store, gate, search, refresh } = await createLog();
    await search();
    const { pages } = store.state;
    gate.passing = 0;
    const done = refresh();
    await gate.holds(1);
    expect(store.state.activity).to.equal("refresh");
    expect(store.state.pages === pages).to.equal(true);
    gate.passing = Infinity;
    gate.open();
    await done;
    expect(store.state.pages === pages).to.equal(false);
    expect(listIds(store.state)).to.deep.equal(pages.flat().map(({ id }) => id));
  });
});
