import { expect } from "@open-wc/testing";
import { loadedCount, shownEvents } from "../../src/search/log-state.js";
import { listIds, listUsers, loadNextUntilHeld, isResting, createLog, waitForCounts } from "./log-store-support.js";
import { createSignal } from "../support/data-source.js";

describe("pages", () => {
  it("continue to the end of the range, each record once, and not beyond", async () => {
    const { store, server, search } = await createLog();
    await search();
    while (store.state.hasMore !== false) await store.next(createSignal());
    expect([store.state.pages.length, store.state.pageIndex]).to.deep.equal([36, 35]);
    expect(new Set(listIds(store.state)).size).to.equal(360);
    server.resetRequests();
    await waitForCounts(store);
    const { state } = store;
    await store.next(createSignal());
    expect(store.state === state).to.equal(true);
    expect(server.requests.length).to.equal(0);
  });

  it("are shown again without a request", async () => {
    const { store, server, search } = await createLog();
    await search();
    await store.next(createSignal());
    server.resetRequests();
    const { pages } = store.state;
    store.previous();
    expect(store.state.pageIndex).to.equal(0);
    store.previous();
    expect(store.state.pageIndex).to.equal(0);
    await store.next(createSignal());
    expect([store.state.pageIndex, server.requests.length]).to.deep.equal([1, 0]);
    expect(store.state.pages === pages).to.equal(true);
  });

  it("do not move a user forward who went back meanwhile", async () => {
    const { store, gate, search } = await createLog();
    await search();
    await store.next(createSignal());
    gate.passing = 0;
    const next = loadNextUntilHeld(store, gate);
    await gate.holds(1);
    const before = store.state.pages.length;
    expect(store.state.activity).to.equal("next");
    store.previous();
    const { pageIndex } = store.state;
    expect([store.state.activity, pageIndex]).to.deep.equal(["next", before - 2]);
    gate.passing = Infinity;
    gate.open();
    await next;
    expect([store.state.pages.length, store.state.pageIndex]).to.deep.equal([before + 1, pageIndex]);
    expect(isResting(store.state)).to.equal(true);
    expect(store.state.statistics.total).to.equal(10);
  });

  it("are as long as when they were searched, though the setting changes", async () => {
    const { store, search } = await createLog();
    await search(createSignal(), { pageSize: 25 });
    await store.next(createSignal());
    expect(store.state.pages.map((page) => page.length)).to.deep.equal([25, 25]);
  });

  it("are none before the first search", async () => {
    const { store, server } = await createLog();
    const { state } = store;
    await store.next(createSignal());
    await store.further(createSignal());
    store.previous();
    expect(store.state === state).to.equal(true);
    expect(server.requests.length).to.equal(0);
  });
});

describe("a page that is not full", () => {
  const BUDGET = { budget: { seconds: 60, requests: 3, records: 20_000 } };

  it("pauses when the budget is used up, and is filled on demand", async () => {
    const { store, server, search } = await createLog(BUDGET);
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(createSignal(), { pageSize: 25 });
    expect([store.state.paused, store.state.hasMore]).to.deep.equal([true, "unknown"]);
    const lengths = [loadedCount(store.state)];
    let steps = 0;
    while (store.state.paused && steps < 50) {
      const { coverage, revision } = store.state;
      await store.further(createSignal());
      lengths.push(loadedCount(store.state));
      expect(store.state.coverage!.readFrom).to.be.below(coverage!.readFrom);
      expect([store.state.pages.length, store.state.revision]).to.deep.equal([1, revision]);
      steps += 1;
    }
    expect(steps).to.be.above(0);
    expect(lengths).to.deep.equal([...lengths].sort((one, other) => one - other));
    expect(shownEvents(store.state).length).to.equal(25);
    expect(store.state.statistics.total).to.equal(25);
    expect(store.state.statistics.users?.all).to.equal(1);
    expect(new Set(listIds(store.state)).size).to.equal(25);
  });

  it("may be the first one, still without an event", async () => {
    const { store, search } = await createLog({ budget: { seconds: 60, requests: 1, records: 20_000 } });
    store.setDraft({ byUser: "u357" });
    await search();
    expect([store.state.pages, store.state.paused]).to.deep.equal([[], true]);
    expect(store.state.searched).not.to.equal(undefined);
    for (let count = 0; count < 50 && store.state.paused; count += 1) await store.further(createSignal());
    expect(listUsers(store.state)).to.deep.equal(new Set(["u357"]));
    expect([store.state.hasMore, store.state.coverage!.complete]).to.deep.equal([false, true]);
  });

  it("is filled while the user looks at another one", async () => {
    const { store, server, search } = await createLog({ budget: { seconds: 60, requests: 1, records: 20_000 } });
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(createSignal(), { pageSize: 25 });
    for (let count = 0; count < 20 && !(store.state.pages.length > 1 && store.state.paused); count += 1)
      await store.next(createSignal());
    const { pages } = store.state;
    expect(pages.length).to.be.above(1);
    store.previous();
    const { pageIndex } = store.state;
    // One request a time: some bring nothing that matches.
    while (store.state.paused && loadedCount(store.state) === pages.flat().length) await store.further(createSignal());
    expect(store.state.pageIndex).to.equal(pageIndex);
    expect(loadedCount(store.state)).to.be.above(pages.flat().length);
    expect(store.state.pages[pageIndex]).to.deep.equal(pages[pageIndex]);
  });
});
