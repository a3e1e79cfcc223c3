import { expect } from "@open-wc/testing";
import { loadedCount, shownEvents, type LogState } from "../../src/search/log-state.js";
import { listContents, createSignal, listStoredContents } from "../support/data-source.js";
import {
  listEvents,
  listIds,
  listUsers,
  RECORDS,
  isResting,
  SMALL,
  createLog,
  type Stage,
  loadToTheEnd,
} from "./sign-ins-support.js";

describe("a search that is still running", () => {
  const isByMaria = (record: Record<string, unknown>) => record["by-user"] === "maria";

  /** Something of Maria's is on the screen, and the search waits for its next answer. */
  async function startScan(pageSize = 50): Promise<Stage & { done: Promise<void>; caller: AbortController }> {
    const on = await createLog({ signIns: "off" }, SMALL);
    on.store.setDraft({ byUser: "maria" });
    // The first round is answered; one request comes next.
    on.network.passCount = 2;
    const caller = new AbortController();
    const done = on.search(caller.signal, { pageSize });
    await on.network.waitForHeld(1);
    expect(loadedCount(on.store.state)).to.be.within(1, pageSize - 1);
    return { ...on, done, caller };
  }

  it("shows the events found so far, and says that it continues", async () => {
    const { store, server, network, done } = await startScan();
    const { state } = store;
    expect([state.activity, state.revision, state.pageIndex]).to.deep.equal(["scan", 1, 0]);
    expect([listUsers(state), state.searched!.filters.byUser]).to.deep.equal([["maria"], "maria"]);
    expect(state.progress!.matched).to.equal(loadedCount(state));
    expect(state.statistics.total).to.equal(loadedCount(state));
    expect([state.failure, state.hasMore]).to.deep.equal([undefined, "unknown"]);
    const grown: number[] = [loadedCount(state)];
    const first = listIds(state);
    store.subscribe((now) => {
      grown.push(loadedCount(now));
      expect(listIds(now).slice(0, first.length)).to.deep.equal(first);
    });
    network.passCount = Infinity;
    network.release();
    await done;
    expect(grown).to.deep.equal([...grown].sort((one, other) => one - other));
    expect([loadedCount(store.state), store.state.revision, isResting(store.state)]).to.deep.equal([50, 1, true]);
    await loadToTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(
      listStoredContents(server, store.state.searched!.span, isByMaria),
    );
  });

  it("keeps the open event open while more events arrive", async () => {
    const { store, network, done } = await startScan();
    const [first] = listIds(store.state);
    store.toggle(first!);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(store.state.openId).to.equal(first);
  });

  it("keeps the shown events when it fails, and Try again continues", async () => {
    const { store, server, network, done } = await startScan();
    const before = listIds(store.state);
    network.failAll();
    network.passCount = Infinity;
    network.release();
    await done;
    const { state } = store;
    expect([state.failure?.error.kind, state.failure?.during]).to.deep.equal(["server", "scan"]);
    expect([listIds(state), isResting(state), state.revision]).to.deep.equal([before, true, 1]);
    network.recover();
    server.resetRequests();
    await store.retry(createSignal());
    expect(store.state.failure).to.equal(undefined);
    expect(listIds(store.state).slice(0, before.length)).to.deep.equal(before);
    expect([loadedCount(store.state), store.state.revision]).to.deep.equal([50, 1]);
    const ends = server.requests.map(({ query }) => Date.parse(query.get("datetime-end")!));
    expect(Math.max(...ends)).to.be.at.most(state.coverage!.readFrom);
    await loadToTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(
      listStoredContents(server, store.state.searched!.span, isByMaria),
    );
  });

  it("is a failed search if it fails before it shows an event", async () => {
    const { store, network, search } = await createLog({ signIns: "off" }, SMALL);
    store.setDraft({ byUser: "u357" });
    network.passCount = 4;
    const done = search();
    await network.waitForHeld(1);
    expect([store.state.activity, store.state.searched]).to.deep.equal(["search", undefined]);
    network.failAll();
    network.passCount = Infinity;
    network.release();
    await done;
    expect(store.state.failure?.during).to.equal("search");
    network.recover();
    await store.retry(createSignal());
    expect(listUsers(store.state)).to.deep.equal(["u357"]);
  });

  it("ignores its answers after another search has begun", async () => {
    const { store, network, search, done } = await startScan();
    store.setDraft({ byUser: "u7" });
    const before = listIds(store.state);
    const recent = search();
    // The first round of the new one.
    await network.waitForHeld(1 + 2);
    expect([store.state.activity, store.state.progress!.searched.filters.byUser]).to.deep.equal(["search", "u7"]);
    network.release(1);
    await network.waitForHeld(2 + 1);
    expect([listIds(store.state), store.state.activity]).to.deep.equal([before, "search"]);
    // The old one is let go on to its end while the new one still waits for its first answer.
    network.passCount = Infinity;
    network.release(Infinity, 2);
    await done;
    expect([listIds(store.state), store.state.searched!.filters.byUser]).to.deep.equal([before, "maria"]);
    expect(store.state.activity).to.equal("search");
    network.release();
    await recent;
    expect([listUsers(store.state), store.state.revision]).to.deep.equal([["u7"], 2]);
  });

  it("ends for another search, and stays on the screen if that fails", async () => {
    const { store, network, search, done, caller } = await startScan();
    const before = listIds(store.state);
    caller.abort();
    await done;
    expect(isResting(store.state)).to.equal(true);
    network.passCount = Infinity;
    network.failAll();
    network.release();
    store.setDraft({ byUser: "u7" });
    await search();
    expect([store.state.failure?.during, listIds(store.state)]).to.deep.equal(["search", before]);
    expect(store.state.searched!.filters.byUser).to.equal("maria");
    network.recover();
    await store.retry(createSignal());
    expect(listUsers(store.state)).to.deep.equal(["u7"]);
  });

  it("fills its page before another one begins", async () => {
    const { store, network, done } = await startScan(10);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(store.state.pages.map((page) => page.length)).to.deep.equal([10]);
    expect(store.state.paused).to.equal(false);
  });

  it("grows on the next page, too, where the user sees it at once", async () => {
    const on = await createLog({ signIns: "off" }, SMALL);
    on.store.setDraft({ byUser: "maria" });
    await on.search(createSignal(), { pageSize: 25 });
    on.network.passCount = 0;
    const done = on.store.next(createSignal());
    await on.network.waitForHeld(1);
    const seen: [number, number][] = [];
    on.store.subscribe(({ pages, pageIndex }) => seen.push([pages.length, pageIndex]));
    on.network.passCount = Infinity;
    on.network.release();
    await done;
    expect([on.store.state.pages.length, on.store.state.pageIndex]).to.deep.equal([2, 1]);
    // Nobody is shown a page before it has an event.
    expect(seen.every(([pages, index]) => index < pages)).to.equal(true);
    expectTotals(on.store.state);
  });

  it("that finds nothing for the next page within its budget leaves the page on the screen", async () => {
    const rare = RECORDS.map((one, at) =>
      at > 20 ? { ...one, record: { ...one.record, "by-user": "somebody" } } : one,
    );
    const on = await createLog({ signIns: "off", budget: { seconds: 60, requests: 1, records: 20_000 } }, SMALL, rare);
    on.store.setDraft({ byUser: "maria" });
    await on.search(createSignal(), { pageSize: 5 });
    while (on.store.state.pages[0]?.length !== 5) await on.store.further(createSignal());
    await on.store.next(createSignal());
    expect([on.store.state.pages.length, on.store.state.pageIndex, on.store.state.paused]).to.deep.equal([1, 0, true]);
    expectTotals(on.store.state);
  });

  function expectTotals(state: LogState): void {
    expect(state.statistics.total).to.equal(shownEvents(state).length);
  }
});
