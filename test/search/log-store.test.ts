import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import { defaultFilters } from "../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../src/core/taxonomy/vocabulary.js";
import { loadedCount, shownEvents, type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { STOPPED } from "../../src/search/operation.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createMockAdapter } from "../support/mock-adapter.js";
import { createLoadedServer } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";

const HOUR = 3_600_000;
const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** Every two hours for thirty days; each fifth is Maria's. */
const RECORDS: NewRecord[] = Array.from({ length: 360 }, (_, at) => ({
  time: NOW - (at + 1) * 2 * HOUR,
  record: {
    "by-user": at % 5 === 0 ? "maria" : `u${at}`,
    "by-domain": "abc.example",
    "target-domain": "abc.example",
    "action-type": "update",
  },
}));

/** Holds requests back until the test lets them go; like a careless host's client, it does not listen to signals. */
class Gate implements FetchAdapter {
  /** Requests that pass before the gate closes. */
  passing = Infinity;
  readonly #inner: FetchAdapter;
  readonly #held: (() => void)[] = [];
  #heard: (() => void)[] = [];

  constructor(server: MockServer) {
    const adapter = createMockAdapter(server);
    this.#inner = { get: (path, { query }) => adapter.get(path, { query }) };
  }

  async get(path: string, options: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    if (this.passing > 0) this.passing -= 1;
    else {
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
        for (const heard of this.#heard.splice(0)) heard();
      });
    }
    return this.#inner.get(path, options);
  }

  /** Resolves when this many requests are held. */
  async holds(count: number): Promise<void> {
    while (this.#held.length < count) await new Promise<void>((resolve) => this.#heard.push(resolve));
  }

  /** Lets requests go, the oldest first, or from a later one on. */
  open(count = Infinity, from = 0): void {
    for (const go of this.#held.splice(from, count)) go();
  }
}

async function stage(options: Partial<SourceOptions> = {}, records = RECORDS) {
  const server = createMockServer({ now: () => NOW, records });
  const gate = new Gate(server);
  const source = new AuditLogSource({
    code: sourceCode,
    adapter: gate,
    options: { ...DEFAULT_SOURCE_OPTIONS, signIns: "off", ...options },
    clock: createTestClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
  const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  store.setDraft({ range: { preset: "last-30-days" } });
  const setting: SearchSetting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };
  const search = (signal = live(), change: Partial<SearchSetting> = {}) =>
    store.search({ ...setting, ...change }, signal);
  const refresh = (signal = live()) => store.refresh(setting, signal);
  return { server, gate, store, setting, search, refresh };
}

const live = () => new AbortController().signal;
const listUsers = (state: LogState) => new Set(state.pages.flat().map(({ byUser }) => byUser));
const listIds = (state: LogState) => state.pages.flat().map(({ id }) => id);
const resting = ({ activity, progress }: LogState) => activity === undefined && progress === undefined;

describe("a search", () => {
  it("shows its first page and what was searched", async () => {
    const { store, search } = await stage();
    await search();
    const { state } = store;
    expect([state.pages.length, shownEvents(state).length, state.pageIndex, state.revision]).to.deep.equal([
      1, 10, 0, 1,
    ]);
    expect(state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: NOW });
    expect(state.searched!.endsNow).to.equal(true);
    expect([state.hasMore, state.paused, state.failure]).to.deep.equal(["unknown", false, undefined]);
    expect(resting(state)).to.equal(true);
    expect(state.coverage!.asked).to.deep.equal(state.searched!.span);
  });

  it("reports its activity while it runs", async () => {
    const { store, gate, search } = await stage();
    gate.passing = 0;
    const done = search();
    await gate.holds(2);
    expect(store.state.activity).to.equal("search");
    const { searched, ...read } = store.state.progress!;
    expect(searched.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: NOW });
    expect(read).to.deep.equal({ readFrom: undefined, records: 0, matched: 0 });
    expect(store.state.searched).to.equal(undefined);
    gate.passing = Infinity;
    gate.open();
    await done;
    expect(resting(store.state)).to.equal(true);
  });

  it("tells how far it has come", async () => {
    const { store, search } = await stage();
    store.setDraft({ byUser: "nobody" });
    const seen: number[] = [];
    store.subscribe(({ progress }) => {
      if (progress?.readFrom !== undefined && seen[seen.length - 1] !== progress.readFrom) seen.push(progress.readFrom);
    });
    await search();
    expect(seen.length).to.be.above(2);
    expect(seen).to.deep.equal([...seen].sort((one, other) => other - one));
    expect(store.state.pages).to.deep.equal([]);
    expect([store.state.hasMore, store.state.coverage!.complete]).to.deep.equal([false, true]);
  });

  it("puts its filters into form, in the fields too", async () => {
    const { store, search } = await stage();
    store.setDraft({ byUser: " maria@ABC.example " });
    await search();
    expect([store.state.draft.byUser, store.state.draft.byDomain]).to.deep.equal(["maria", "ABC.example"]);
    expect(store.state.searched!.filters).to.deep.equal(store.state.draft);
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });

  it("does not use filters that are typed later", async () => {
    const { store, gate, search } = await stage();
    gate.passing = 0;
    const done = search();
    await gate.holds(2);
    store.setDraft({ byUser: "maria" });
    gate.passing = Infinity;
    gate.open();
    await done;
    expect([store.state.draft.byUser, store.state.searched!.filters.byUser]).to.deep.equal(["maria", ""]);
    expect(listUsers(store.state).size).to.be.above(1);
    await store.next(live());
    expect(store.state.searched!.filters.byUser).to.equal("");
  });

  it("without a server does nothing", async () => {
    const store = new LogStore(undefined);
    const { setting } = await stage();
    await store.search(setting, live());
    await store.refresh(setting, live());
    await store.next(live());
    await store.further(live());
    await store.retry(live());
    expect([store.state.configured, store.state.searched, store.state.failure]).to.deep.equal([
      false,
      undefined,
      undefined,
    ]);
  });

  it("that finds a part of the viewer missing can be tried again", async () => {
    const { setting, store: working } = await stage();
    await working.search(setting, live());
    const { server } = await stage();
    let makes = 0;
    const source = async () => {
      makes += 1;
      if (makes === 1) throw new Error("chunk");
      const temporal = await loadTemporal();
      const source = new AuditLogSource({
        code: sourceCode,
        adapter: new Gate(server),
        options: DEFAULT_SOURCE_OPTIONS,
        clock: createTestClock(),
        taxonomy,
        temporal,
      });
      return createLoadedServer(source);
    };
    const store = new LogStore(source);
    store.setDraft({ range: { preset: "last-30-days" } });
    await store.search(setting, live());
    expect([store.state.failure?.error.kind, store.state.failure?.during]).to.deep.equal(["network", "search"]);
    expect(resting(store.state)).to.equal(true);
    store.setDraft({ byUser: "somebody else" });
    await store.retry(live());
    expect([makes, store.state.failure]).to.deep.equal([2, undefined]);
    expect(listIds(store.state)).to.deep.equal(listIds(working.state));
  });
});

describe("only what was begun last", () => {
  it("changes the screen: an older search that answers late does not", async () => {
    const { store, gate, search } = await stage();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    store.setDraft({ byUser: "maria" });
    const recent = search();
    await gate.holds(4);
    gate.passing = Infinity;
    gate.open(2, 2);
    await recent;
    const { state } = store;
    expect(listUsers(state)).to.deep.equal(new Set(["maria"]));
    gate.open();
    await old;
    expect(store.state === state).to.equal(true);
  });

  it("changes the screen: an older search that answers first does not", async () => {
    const { store, gate, search } = await stage();
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

  it("is sent, when two begin in one turn", async () => {
    const one = await stage();
    one.store.setDraft({ byUser: "maria" });
    await one.search();
    const two = await stage();
    const old = two.search();
    two.store.setDraft({ byUser: "maria" });
    await Promise.all([old, two.search()]);
    expect(two.server.requests.length).to.equal(one.server.requests.length);
    expect(listIds(two.store.state)).to.deep.equal(listIds(one.store.state));
    expect(two.store.state.draft.byUser).to.equal("maria");
  });

  it("may fail: a late failure of an older search is not reported", async () => {
    const { store, gate, server, search } = await stage();
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

  it("is a search rather than the next page of the results before", async () => {
    const { store, gate, search } = await stage();
    await search();
    gate.passing = 0;
    const next = nextUntilHeld(store, gate);
    await gate.holds(1);
    store.setDraft({ byUser: "maria" });
    const again = search();
    await gate.holds(2);
    gate.passing = Infinity;
    gate.open(Infinity, 1);
    await again;
    const { state } = store;
    gate.open();
    await next;
    expect(store.state === state).to.equal(true);
    expect(listUsers(state)).to.deep.equal(new Set(["maria"]));
  });
});

/** Goes on from page to page, to one that has to be asked for. */
async function nextUntilHeld(store: LogStore, gate: Gate, signal = live()): Promise<void> {
  let held = false;
  void gate.holds(1).then(() => (held = true));
  while (!held && store.state.hasMore !== false) await store.next(signal);
}

describe("a wrong filter", () => {
  it("is said, and nothing is sent", async () => {
    const { store, server, search } = await stage();
    store.setDraft({
      byIp: "300.1.1.1",
      byUser: "a@b.example",
      byDomain: "c.example",
      range: { from: "x", until: "y" },
    });
    const draft = store.state.draft;
    await search();
    expect(store.state.problems).to.deep.equal([
      { field: "byUser", problem: "other-domain" },
      { field: "byIp", problem: "part-too-large" },
      { field: "range", problem: "unreadable-start" },
    ]);
    expect([server.requests.length, store.state.searched, resting(store.state)]).to.deep.equal([0, undefined, true]);
    expect(store.state.draft).to.deep.equal(draft);
  });

  it("leaves the results as they are", async () => {
    const { store, search } = await stage();
    await search();
    const { pages, searched, revision } = store.state;
    store.setDraft({ byIp: "here" });
    await search();
    expect(store.state).to.include({ pages, searched, revision });
    expect(store.state.problems.length).to.equal(1);
  });

  it("ends the running search and ignores its response", async () => {
    const { store, gate, search } = await stage();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    store.setDraft({ byIp: "here" });
    await search();
    expect(resting(store.state)).to.equal(true);
    gate.passing = Infinity;
    gate.open();
    await old;
    expect([store.state.searched, resting(store.state), store.state.problems.length]).to.deep.equal([
      undefined,
      true,
      1,
    ]);
  });

  it("is forgotten once its own field changes, and only then", async () => {
    const { store, search } = await stage();
    store.setDraft({ byIp: "here", range: { from: "2026-11-02", until: "2026-11-01" } });
    await search();
    store.setDraft({ host: "core1" });
    expect(store.state.problems.map(({ field }) => field)).to.deep.equal(["byIp", "range"]);
    store.setDraft({ byIp: "198.51.100.7" });
    expect(store.state.problems).to.deep.equal([{ field: "range", problem: "end-before-start" }]);
    store.setDraft({ host: "", byIp: "", range: { preset: "last-30-days" } });
    await search();
    expect([store.state.problems, store.state.pages.length]).to.deep.equal([[], 1]);
  });
});

describe("the filters in the fields", () => {
  it("share nothing with the object they were set from", async () => {
    const { store } = await stage();
    const actions = ["login"];
    const exclude = { byUser: ["bob"] };
    store.setDraft({ actions, exclude });
    actions.push("view");
    exclude.byUser.push("eve");
    expect([store.state.draft.actions, store.state.draft.exclude]).to.deep.equal([["login"], { byUser: ["bob"] }]);
  });

  it("go back to their defaults, and the results stay", async () => {
    const { store, server, search } = await stage();
    store.setDraft({ byUser: "maria" });
    await search();
    const { pages, searched, coverage, statistics } = store.state;
    server.resetRequests();
    store.clear();
    expect(store.state.draft).to.deep.equal(defaultFilters());
    expect(store.state).to.include({ pages, searched, coverage, statistics });
    expect(server.requests.length).to.equal(0);
    await store.next(live());
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });

  it("lose their problems with them", async () => {
    const { store, search } = await stage();
    store.setDraft({ byIp: "here" });
    await search();
    store.clear();
    expect(store.state.problems).to.deep.equal([]);
  });
});

describe("pages", () => {
  it("go on to the end of the range, each record once, and not beyond", async () => {
    const { store, server, search } = await stage();
    await search();
    while (store.state.hasMore !== false) await store.next(live());
    expect([store.state.pages.length, store.state.pageIndex]).to.deep.equal([36, 35]);
    expect(new Set(listIds(store.state)).size).to.equal(360);
    server.resetRequests();
    const { state } = store;
    await store.next(live());
    expect(store.state === state).to.equal(true);
    expect(server.requests.length).to.equal(0);
  });

  it("come back without a request", async () => {
    const { store, server, search } = await stage();
    await search();
    await store.next(live());
    server.resetRequests();
    const { pages } = store.state;
    store.previous();
    expect(store.state.pageIndex).to.equal(0);
    store.previous();
    expect(store.state.pageIndex).to.equal(0);
    await store.next(live());
    expect([store.state.pageIndex, server.requests.length]).to.deep.equal([1, 0]);
    expect(store.state.pages === pages).to.equal(true);
  });

  it("do not throw forward who went back meanwhile", async () => {
    const { store, gate, search } = await stage();
    await search();
    await store.next(live());
    gate.passing = 0;
    const next = nextUntilHeld(store, gate);
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
    expect(resting(store.state)).to.equal(true);
    expect(store.state.statistics.total).to.equal(10);
  });

  it("are as long as when they were searched, though the setting changes", async () => {
    const { store, search } = await stage();
    await search(live(), { pageSize: 25 });
    await store.next(live());
    expect(store.state.pages.map((page) => page.length)).to.deep.equal([25, 25]);
  });

  it("are none before the first search", async () => {
    const { store, server } = await stage();
    const { state } = store;
    await store.next(live());
    await store.further(live());
    store.previous();
    expect(store.state === state).to.equal(true);
    expect(server.requests.length).to.equal(0);
  });
});

describe("a page that is not full", () => {
  const BUDGET = { budget: { seconds: 60, requests: 3, records: 20_000 } };

  it("pauses when the budget is spent, and is filled on demand", async () => {
    const { store, server, search } = await stage(BUDGET);
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(live(), { pageSize: 25 });
    expect([store.state.paused, store.state.hasMore]).to.deep.equal([true, "unknown"]);
    const lengths = [loadedCount(store.state)];
    let steps = 0;
    while (store.state.paused && steps < 50) {
      const { coverage, revision } = store.state;
      await store.further(live());
      lengths.push(loadedCount(store.state));
      expect(store.state.coverage!.readFrom).to.be.below(coverage!.readFrom);
      expect([store.state.pages.length, store.state.revision]).to.deep.equal([1, revision]);
      steps += 1;
    }
    expect(steps).to.be.above(0);
    expect(lengths).to.deep.equal([...lengths].sort((one, other) => one - other));
    expect(shownEvents(store.state).length).to.equal(25);
    expect(store.state.statistics.total).to.equal(25);
    expect(store.state.statistics.users.all).to.equal(1);
    expect(new Set(listIds(store.state)).size).to.equal(25);
  });

  it("may be the first one, still without an event", async () => {
    const { store, search } = await stage({ budget: { seconds: 60, requests: 1, records: 20_000 } });
    store.setDraft({ byUser: "u357" });
    await search();
    expect([store.state.pages, store.state.paused]).to.deep.equal([[], true]);
    expect(store.state.searched).not.to.equal(undefined);
    for (let count = 0; count < 50 && store.state.paused; count += 1) await store.further(live());
    expect(listUsers(store.state)).to.deep.equal(new Set(["u357"]));
    expect([store.state.hasMore, store.state.coverage!.complete]).to.deep.equal([false, true]);
  });

  it("is filled while somebody looks at another one", async () => {
    const { store, server, search } = await stage({ budget: { seconds: 60, requests: 1, records: 20_000 } });
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(live(), { pageSize: 25 });
    for (let count = 0; count < 20 && !(store.state.pages.length > 1 && store.state.paused); count += 1)
      await store.next(live());
    const { pages } = store.state;
    expect(pages.length).to.be.above(1);
    store.previous();
    const { pageIndex } = store.state;
    // One request a time: some bring nothing that matches.
    while (store.state.paused && loadedCount(store.state) === pages.flat().length) await store.further(live());
    expect(store.state.pageIndex).to.equal(pageIndex);
    expect(loadedCount(store.state)).to.be.above(pages.flat().length);
    expect(store.state.pages[pageIndex]).to.deep.equal(pages[pageIndex]);
  });
});

describe("a search that is stopped", () => {
  it("keeps the events it found, and continues from there", async () => {
    const { store, gate, search } = await stage();
    store.setDraft({ byUser: "maria" });
    // The first round.
    gate.passing = 2;
    const caller = new AbortController();
    const done = search(caller.signal, { pageSize: 50 });
    await gate.holds(1);
    caller.abort(STOPPED);
    await done;
    const { state } = store;
    expect([state.paused, state.failure, resting(state)]).to.deep.equal([true, undefined, true]);
    expect(loadedCount(state)).to.be.within(1, 49);
    expect(state.coverage!.readFrom).to.be.above(state.searched!.span.from);
    gate.passing = Infinity;
    gate.open();
    await store.further(live());
    expect(shownEvents(store.state).length).to.equal(50);
    while (store.state.hasMore !== false) await store.next(live());
    expect(listIds(store.state).slice(0, loadedCount(state))).to.deep.equal(listIds(state));
    expect([loadedCount(store.state), new Set(listIds(store.state)).size]).to.deep.equal([72, 72]);
  });

  it("at the next page keeps the pages, and goes on from there", async () => {
    const { store, gate, search } = await stage();
    await search();
    gate.passing = 0;
    const caller = new AbortController();
    const next = nextUntilHeld(store, gate, caller.signal);
    await gate.holds(1);
    const before = listIds(store.state);
    caller.abort(STOPPED);
    await next;
    const stopped = listIds(store.state);
    expect(stopped.slice(0, before.length)).to.deep.equal(before);
    expect(stopped.length).to.be.below(before.length + 10);
    expect([store.state.failure, resting(store.state), store.state.paused]).to.deep.equal([undefined, true, true]);
    gate.passing = Infinity;
    gate.open();
    await store.further(live());
    expect(listIds(store.state).slice(0, stopped.length)).to.deep.equal(stopped);
    expect(listIds(store.state).length).to.equal(before.length + 10);
    expect(new Set(listIds(store.state)).size).to.equal(before.length + 10);
  });

  it("for another reason shows nothing new, and no failure", async () => {
    const { store, gate, search } = await stage();
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
    expect(resting(store.state)).to.equal(true);
  });

  it("at any moment for the sake of another one neither loses a record nor shows one twice", async () => {
    for (let moment = 0; moment < 60; moment += 1) {
      const { store, gate, search } = await stage();
      await search();
      gate.passing = 0;
      const caller = new AbortController();
      const old = nextUntilHeld(store, gate, caller.signal);
      await gate.holds(1);
      gate.passing = Infinity;
      gate.open();
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      caller.abort();
      await Promise.all([old, store.next(live())]);
      while (store.state.hasMore !== false) await store.next(live());
      const ids = listIds(store.state);
      expect([ids.length, new Set(ids).size], `after ${moment} turns`).to.deep.equal([360, 360]);
    }
  });

  it("before it began sends nothing", async () => {
    const { store, server, search } = await stage();
    await search(AbortSignal.abort());
    expect([server.requests.length, store.state.searched, resting(store.state)]).to.deep.equal([0, undefined, true]);
  });
});

describe("Refresh", () => {
  const maria = (time: number): NewRecord => ({
    time,
    record: { "by-user": "maria", "target-domain": "abc.example", "action-type": "update" },
  });

  it("reads new events for the searched filters, and divides the loaded events into pages again", async () => {
    const { store, server, setting, search } = await stage();
    store.setDraft({ byUser: "maria" });
    await search();
    await store.next(live());
    const old = listIds(store.state);
    store.setDraft({ byUser: "somebody else" });
    const later = NOW + HOUR;
    server.add(maria(later - 60_000), maria(NOW - 5 * 60_000));
    server.resetRequests();
    await store.refresh({ ...setting, now: later }, live());
    const { state } = store;
    expect([state.added, state.pageIndex, state.revision]).to.deep.equal([2, 0, 2]);
    expect(state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: later });
    expect(state.coverage!.asked).to.deep.equal(state.searched!.span);
    // What was loaded stays loaded, in the same order, below the new one and the one that came late.
    expect(listIds(state).slice(2, 2 + old.length)).to.deep.equal(old);
    expect(state.pages.slice(0, -1).every((page) => page.length === 10)).to.equal(true);
    expect(new Set(listIds(state)).size).to.equal(listIds(state).length);
    expect(state.draft.byUser).to.equal("somebody else");
    // Ten minutes back from the search before, and no further.
    const asked = server.requests.map(({ query }) => Date.parse(query.get("datetime-start")!));
    expect(Math.min(...asked)).to.be.at.least(NOW - 11 * 60_000);
  });

  it("counts the records that it reads again once", async () => {
    const { store, server, setting, search } = await stage();
    await search();
    const { records, matched } = store.state.coverage!;
    server.add(maria(NOW + 60_000));
    await store.refresh({ ...setting, now: NOW + HOUR }, live());
    const after = store.state.coverage!;
    expect([after.records, after.matched]).to.deep.equal([records + 1, matched + 1]);
    await store.refresh({ ...setting, now: NOW + 2 * HOUR }, live());
    expect([store.state.coverage!.records, store.state.added]).to.deep.equal([records + 1, 0]);
  });

  it("goes on into older time as if nothing had been", async () => {
    const { store, server, setting, search } = await stage();
    await search();
    server.add(maria(NOW + 60_000));
    await store.refresh({ ...setting, now: NOW + HOUR }, live());
    while (store.state.hasMore !== false) await store.next(live());
    expect(loadedCount(store.state)).to.equal(server.stored.length);
    expect(new Set(listIds(store.state)).size).to.equal(server.stored.length);
  });

  it("starts the list again if there are more new events than one budget reads", async () => {
    const { store, server, setting, search } = await stage({ budget: { seconds: 60, requests: 2, records: 20_000 } });
    await search();
    await store.next(live());
    server.behavior.limit = { cap: 20 };
    server.add(...Array.from({ length: 400 }, (_, at) => maria(NOW + at * 1000)));
    await store.refresh({ ...setting, now: NOW + HOUR }, live());
    expect([store.state.pageIndex, store.state.added]).to.deep.equal([0, undefined]);
    while (store.state.hasMore !== false) {
      const before = loadedCount(store.state) + (store.state.coverage?.requests ?? 0);
      await (store.state.paused ? store.further(live()) : store.next(live()));
      expect(loadedCount(store.state) + store.state.coverage!.requests).to.be.above(before);
    }
    expect(loadedCount(store.state)).to.equal(server.stored.length);
  });

  it("before the first search is a search", async () => {
    const { store, refresh } = await stage();
    await refresh();
    expect([store.state.pages.length, store.state.revision]).to.deep.equal([1, 1]);
  });

  it("shows the old pages until the new ones are there", async () => {
    const { store, gate, search, refresh } = await stage();
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

describe("Try again", () => {
  it("after a failed first page asks for the same range, however late it is", async () => {
    const { store, server, search } = await stage();
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    const asked = server.requests[0]!.query.get("datetime-end");
    server.behavior.failures = [];
    server.resetRequests();
    store.setDraft({ byUser: "maria" });
    await store.retry(live());
    expect(server.requests[0]!.query.get("datetime-end")).to.equal(asked);
    expect(store.state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: NOW });
    expect(listUsers(store.state).size).to.be.above(1);
    expect(store.state.draft.byUser).to.equal("maria");
  });

  it("after a failed search is not the search before it", async () => {
    const { store, server, search } = await stage();
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    store.setDraft({ byUser: "maria" });
    await search();
    server.behavior.failures = [];
    await store.retry(live());
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });
});

describe("statistics", () => {
  it("count the page on the screen, and users and domains of everything loaded", async () => {
    const { store, search } = await stage();
    await search();
    const one = store.state.statistics;
    // Two of ten are Maria's.
    expect([one.total, one.users.all, one.domains.all]).to.deep.equal([10, 9, 1]);
    await store.next(live());
    expect([store.state.statistics.total, store.state.statistics.users.all]).to.deep.equal([10, 17]);
    store.previous();
    expect(store.state.statistics.users.all).to.equal(17);
  });

  it("start again with a new search, and stay right after Refresh", async () => {
    const { store, search, refresh } = await stage();
    await search();
    await store.next(live());
    await refresh();
    expect([store.state.statistics.total, store.state.statistics.users.all]).to.deep.equal([10, 17]);
    store.setDraft({ byUser: "maria" });
    await search();
    expect(store.state.statistics.users).to.deep.equal({ all: 1, by: 1, affected: 0 });
  });

  it("count the last, shorter page", async () => {
    const { store, search } = await stage({}, RECORDS.slice(0, 13));
    await search();
    await store.next(live());
    expect([store.state.statistics.total, loadedCount(store.state)]).to.deep.equal([3, 13]);
    store.previous();
    expect(store.state.statistics.total).to.equal(10);
  });
});

describe("the open event", () => {
  it("opens and closes, one at a time", async () => {
    const { store, search } = await stage();
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
    const { store, search } = await stage();
    await search();
    const [first] = listIds(store.state) as [string];
    store.toggle(first);
    await store.next(live());
    expect(store.state.openId).to.equal(null);
    store.previous();
    store.toggle(first);
    await search();
    expect(store.state.openId).to.equal(null);
  });

  it("stays open when the list is refreshed, and its page is shown", async () => {
    const { store, server, setting, search } = await stage();
    await search();
    await store.next(live());
    const { id } = shownEvents(store.state)[9]!;
    store.toggle(id);
    server.add({ time: NOW + HOUR / 2, record: { "by-user": "new", "action-type": "update" } });
    await store.refresh({ ...setting, now: NOW + HOUR }, live());
    expect([store.state.openId, store.state.pageIndex]).to.deep.equal([id, 2]);
    expect(shownEvents(store.state)[0]!.id).to.equal(id);
    expect(store.state.pages[0]![0]!.byUser).to.equal("new");
  });

  it("stays open while its page is filled, and when something fails", async () => {
    const { store, server, search } = await stage({ budget: { seconds: 60, requests: 3, records: 20_000 } });
    server.behavior.limit = { cap: 20 };
    store.setDraft({ byUser: "maria" });
    await search(live(), { pageSize: 25 });
    const [first] = listIds(store.state) as [string];
    store.toggle(first);
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await store.further(live());
    expect([store.state.failure?.during, store.state.openId]).to.deep.equal(["further", first]);
    server.behavior.failures = [];
    await store.further(live());
    expect(store.state.openId).to.equal(first);
  });
});

describe("those who follow the store", () => {
  it("get every change until they unsubscribe", async () => {
    const { store } = await stage();
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
    const { store } = await stage();
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
    const { store, search, refresh } = await stage();
    const seen: { state: LogState; pages: number[]; draft: string }[] = [];
    const note = (state: LogState) => ({
      pages: state.pages.map((page) => page.length),
      draft: JSON.stringify(state.draft),
    });
    store.subscribe((state) => seen.push({ state, ...note(state) }));
    await search();
    await store.next(live());
    store.setDraft({ byUser: "maria" });
    await refresh();
    await search();
    expect(seen.every(({ state }) => Object.isFrozen(state))).to.equal(true);
    for (const { state, ...noted } of seen) expect(note(state)).to.deep.equal(noted);
  });

  it("never see an activity beside its failure, or progress without an activity", async () => {
    const { store, server, search } = await stage();
    const wrong: LogState[] = [];
    store.subscribe((state) => {
      if (state.activity ? state.failure : state.progress) wrong.push(state);
    });
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    await store.retry(live());
    server.behavior.failures = [];
    await store.retry(live());
    expect(wrong.length).to.equal(0);
  });
});
