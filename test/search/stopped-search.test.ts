import { expect } from "@open-wc/testing";
import { loadedCount, shownEvents } from "../../src/search/log-state.js";
import { STOPPED } from "../../src/search/operation.js";
import { listIds, loadNextUntilHeld, isResting, createLog } from "./log-store-support.js";
import { createSignal } from "../support/data-source.js";

describe("a search that is stopped", () => {
  it("keeps the events it found, and continues from there", async () => {
    const { store, gate, search } = await createLog();
    store.setDraft({ byUser: "maria" });
    // The first round.
    gate.passing = 2;
    const caller = new AbortController();
    const done = search(caller.signal, { pageSize: 50 });
    await gate.holds(1);
    caller.abort(STOPPED);
    await done;
    const { state } = store;
    expect([state.paused, state.failure, isResting(state)]).to.deep.equal([true, undefined, true]);
    expect(loadedCount(state)).to.be.within(1, 49);
    expect(state.coverage!.readFrom).to.be.above(state.searched!.span.from);
    gate.passing = Infinity;
    gate.open();
    await store.further(createSignal());
    expect(shownEvents(store.state).length).to.equal(50);
    while (store.state.hasMore !== false) await store.next(createSignal());
    expect(listIds(store.state).slice(0, loadedCount(state))).to.deep.equal(listIds(state));
    expect([loadedCount(store.state), new Set(listIds(store.state)).size]).to.deep.equal([72, 72]);
  });

  it("keeps the pages if it is stopped at the next page, and continues there", async () => {
    const { store, gate, search } = await createLog();
    await search();
    gate.passing = 0;
    const caller = new AbortController();
    const next = loadNextUntilHeld(store, gate, caller.signal);
    await gate.holds(1);
    const before = listIds(store.state);
    caller.abort(STOPPED);
    await next;
    const stopped = listIds(store.state);
    expect(stopped.slice(0, before.length)).to.deep.equal(before);
    expect(stopped.length).to.be.below(before.length + 10);
    expect([store.state.failure, isResting(store.state), store.state.paused]).to.deep.equal([undefined, true, true]);
    gate.passing = Infinity;
    gate.open();
    await store.further(createSignal());
    expect(listIds(store.state).slice(0, stopped.length)).to.deep.equal(stopped);
    expect(listIds(store.state).length).to.equal(before.length + 10);
    expect(new Set(listIds(store.state)).size).to.equal(before.length + 10);
  });

  it("shows nothing new, and no failure, if it is aborted for another reason", async () => {
    const { store, gate, search } = await createLog();
    await search();
    const { pages, searched, revision } = store.state;
    gate.passing = 0;
    const caller = new AbortController();
    store.setDraft({ byUser: "maria" });
    const again = search(caller.signal);
    await gate.holds(1);
    caller.abort();
    await again;
    expect(store.state).to.include({ pages, searched, revision, failure: undefined });
    expect(isResting(store.state)).to.equal(true);
  });

  it("loses and repeats no record if another operation replaces it at any moment", async () => {
    for (let moment = 0; moment < 60; moment += 1) {
      const { store, gate, search } = await createLog();
      await search();
      gate.passing = 0;
      const caller = new AbortController();
      const old = loadNextUntilHeld(store, gate, caller.signal);
      await gate.holds(1);
      gate.passing = Infinity;
      gate.open();
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      caller.abort();
      await Promise.all([old, store.next(createSignal())]);
      while (store.state.hasMore !== false) await store.next(createSignal());
      const ids = listIds(store.state);
      expect([ids.length, new Set(ids).size], `after ${moment} turns`).to.deep.equal([360, 360]);
    }
  });

  it("sends nothing if it is stopped before it begins", async () => {
    const { store, server, search } = await createLog();
    await search(AbortSignal.abort());
    expect([server.requests.length, store.state.searched, isResting(store.state)]).to.deep.equal([0, undefined, true]);
  });
});
