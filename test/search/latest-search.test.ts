import { expect } from "@open-wc/testing";
import { createLog, listIds, listUsers, loadNextUntilHeld, waitForCounts } from "./log-store-support.js";

describe("only the last operation", () => {
  it("changes the screen: an older search that answers late does not", async () => {
    const { store, gate, search } = await createLog();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    store.setDraft({ byUser: "maria" });
    const recent = search();
    await gate.holds(4);
    gate.passing = Infinity;
    gate.open(2, 2);
    await recent;
    await waitForCounts(store);
    const { state } = store;
    expect(listUsers(state)).to.deep.equal(new Set(["maria"]));
    gate.open();
    await old;
    expect(store.state === state).to.equal(true);
  });

  it("changes the screen: an older search that answers first does not", async () => {
    const { store, gate, search } = await createLog();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    store.setDraft({ byUser: "maria" });
    const recent = search();
    await gate.holds(4);
    gate.open(2);
    gate.passing = Infinity;
    await old;
    expect([store.state.activity, store.state.searched, store.state.pages]).to.deep.equal(["search", undefined, []]);
    gate.open();
    await recent;
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });

  it("sends requests if two begin in one turn", async () => {
    const one = await createLog();
    one.store.setDraft({ byUser: "maria" });
    await one.search();
    const two = await createLog();
    const old = two.search();
    two.store.setDraft({ byUser: "maria" });
    await Promise.all([old, two.search()]);
    expect(two.server.requests.length).to.equal(one.server.requests.length);
    expect(listIds(two.store.state)).to.deep.equal(listIds(one.store.state));
    expect(two.store.state.draft.byUser).to.equal("maria");
  });

  it("reports a failure: a late failure of an older search is ignored", async () => {
    const { store, gate, server, search } = await createLog();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    const recent = search();
    await gate.holds(4);
    gate.passing = Infinity;
    gate.open(2, 2);
    await recent;
    server.behavior.failures = [{ at: "every", kind: "500" }];
    gate.open();
    await old;
    expect(store.state.failure).to.equal(undefined);
    expect(store.state.pages.length).to.equal(1);
  });

  it("counts, if a search begins during the next page", async () => {
    const { store, gate, search } = await createLog();
    await search();
    gate.passing = 0;
    const next = loadNextUntilHeld(store, gate);
    await gate.holds(1);
    store.setDraft({ byUser: "maria" });
    const again = search();
    await gate.holds(2);
    gate.passing = Infinity;
    gate.open(Infinity, 1);
    await again;
    await waitForCounts(store);
    const { state } = store;
    gate.open();
    await next;
    expect(store.state === state).to.equal(true);
    expect(listUsers(state)).to.deep.equal(new Set(["maria"]));
  });

  it("is counted: a search that was read, but is not shown, leaves the counts of the shown one", async () => {
    const { store, gate, search } = await createLog();
    await search();
    const { analysis } = await store.server!.load();
    const BY_USER = { field: "byUser", limit: 3, search: "" } as const;
    const [before] = (await analysis.breakdown([BY_USER]))!.counts;
    for (let turns = 0; turns < 1000; turns += 1) {
      gate.passing = 0;
      store.setDraft({ byUser: "maria" });
      const replaced = search();
      await gate.holds(2);
      gate.open();
      // The next search begins at each of the moments in which the one before it is nearly shown. It is stopped.
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const stopping = new AbortController();
      const stopped = search(stopping.signal);
      stopping.abort();
      gate.passing = Infinity;
      gate.open();
      await Promise.all([replaced, stopped]);
      const isShown = store.state.searched?.filters.byUser === "maria";
      const [after] = (await analysis.breakdown([BY_USER]))!.counts;
      if (isShown) expect(after!.distinct).to.equal(1);
      else expect(after, `${turns} turns later`).to.deep.equal(before);
      if (isShown) return;
    }
    expect.fail("No search was shown.");
  });
});
