import { expect } from "@open-wc/testing";
import { loadedCount, shownEvents, type LogState } from "../../src/search/log-state.js";
import { NOW } from "../support/clock.js";
import { createLog, listIds, RECORDS, waitForCounts } from "./log-store-support.js";
import { HOUR } from "../support/durations.js";
import { createSignal } from "../support/data-source.js";

describe("statistics", () => {
  it("count the page on the screen, and users and domains of everything loaded", async () => {
    const { store, search } = await createLog();
    await search();
    const one = store.state.statistics;
    // Two of ten are Maria's.
    expect([one.total, one.users?.all, one.domains?.all]).to.deep.equal([10, 9, 1]);
    await store.next(createSignal());
    await waitForCounts(store);
    expect([store.state.statistics.total, store.state.statistics.users?.all]).to.deep.equal([10, 17]);
    store.previous();
    expect(store.state.statistics.users?.all).to.equal(17);
  });

  it("start again with a new search, and stay right after Refresh", async () => {
    const { store, search, refresh } = await createLog();
    await search();
    await store.next(createSignal());
    await refresh();
    await waitForCounts(store);
    expect([store.state.statistics.total, store.state.statistics.users?.all]).to.deep.equal([10, 17]);
    store.setDraft({ byUser: "maria" });
    await search();
    expect(store.state.statistics.users).to.deep.equal({ all: 1, by: 1, affected: 0 });
  });

  it("count the last, shorter page", async () => {
    const { store, search } = await createLog({}, RECORDS.slice(0, 13));
    await search();
    await store.next(createSignal());
    expect([store.state.statistics.total, loadedCount(store.state)]).to.deep.equal([3, 13]);
    store.previous();
    expect(store.state.statistics.total).to.equal(10);
  });
});

describe("the open event", () => {
  it("opens and closes, one at a time", async () => {
    const { store, search } = await createLog();
    await search();
    const [first, second] = listIds(store.state) as [string, string];
    const seen: (string | null)[] = [];
    for (const id of [first, first, first, second]) {
      store.toggle(id);
      seen.push(store.state.openId);
    }
    expect(seen).to.deep.equal([first, null, first, second]);
  });

  it("closes when the page is turned, and with a new search", async () => {
    const { store, search } = await createLog();
    await search();
    const [first] = listIds(store.state) as [string];
    store.toggle(first);
    await store.next(createSignal());
    expect(store.state.openId).to.equal(null);
    store.previous();
    store.toggle(first);
    await search();
    expect(store.state.openId).to.equal(null);
  });

  it("stays open when the list is refreshed, and its page is shown", async () => {
    const { store, server, setting, search } = await createLog();
    await search();
    await store.next(createSignal());
    const { id } = shownEvents(store.state)[9]!;
    store.toggle(id);
    server.add({ time: NOW + HOUR / 2, record: { "by-user": "new", "action-type": "update" } });
    await store.refresh({ ...setting, now: NOW + HOUR }, createSignal());
    expect([store.state.openId, store.state.pageIndex]).to.deep.equal([id, 2]);
    expect(shownEvents(store.state)[0]!.id).to.equal(id);
    expect(store.state.pages[0]![0]!.byUser).to.equal("new");
  });

  it("stays open while its page is filled, and when something fails", async () => {
    const { store, server, search } = await createLog({ budget: { seconds: 60, requests: 3, records: 20_000 } });
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(createSignal(), { pageSize: 25 });
    const [first] = listIds(store.state) as [string];
    store.toggle(first);
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await store.further(createSignal());
    expect([store.state.failure?.during, store.state.openId]).to.deep.equal(["further", first]);
    server.behavior.failures = [];
    await store.further(createSignal());
    expect(store.state.openId).to.equal(first);
  });
});

describe("the listeners of the store", () => {
  it("get every change until they unsubscribe", async () => {
    const { store } = await createLog();
    const seen: LogState[] = [];
    const leave = store.subscribe((state) => seen.push(state));
    store.setDraft({ byUser: "maria" });
    expect(seen.length).to.equal(1);
    expect(seen[0] === store.state).to.equal(true);
    leave();
    store.clear();
    expect(seen.length).to.equal(1);
  });

  it("can unsubscribe or subscribe during a notification", async () => {
    const { store } = await createLog();
    const told: string[] = [];
    const leave = store.subscribe(() => {
      told.push("first");
      leave();
      store.subscribe(() => void told.push("third"));
    });
    store.subscribe(() => void told.push("second"));
    store.clear();
    expect(told).to.deep.equal(["first", "second"]);
    store.clear();
    expect(told).to.deep.equal(["first", "second", "second", "third"]);
  });

  it("are given values that never change", async () => {
    const { store, search, refresh } = await createLog();
    const seen: { state: LogState; pages: number[]; draft: string }[] = [];
    const note = (state: LogState) => ({
      pages: state.pages.map((page) => page.length),
      draft: JSON.stringify(state.draft),
    });
    store.subscribe((state) => seen.push({ state, ...note(state) }));
    await search();
    await store.next(createSignal());
    store.setDraft({ byUser: "maria" });
    await refresh();
    await search();
    expect(seen.every(({ state }) => Object.isFrozen(state))).to.equal(true);
    for (const { state, ...noted } of seen) expect(note(state)).to.deep.equal(noted);
  });

  it("never see an activity beside its failure, or progress without an activity", async () => {
    const { store, server, search } = await createLog();
    const wrong: LogState[] = [];
    store.subscribe((state) => {
      if (state.activity ? state.failure : state.progress) wrong.push(state);
    });
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    await store.retry(createSignal());
    server.behavior.failures = [];
    await store.retry(createSignal());
    expect(wrong.length).to.equal(0);
  });
});
