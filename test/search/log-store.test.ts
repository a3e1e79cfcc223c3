import { expect } from "@open-wc/testing";
import { DEFAULT_SOURCE_OPTIONS } from "../../src/api/source-options.js";
import { AuditLogSource } from "../../src/api/source.js";
import { createDefaultFilters } from "../../src/core/filters/filters.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { shownEvents } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import { NOW, createTestClock } from "../support/clock.js";
import { createLoadedServer, createSignal } from "../support/data-source.js";
import { sourceCode } from "../support/source-code.js";
import { Gate, listIds, listUsers, isResting, createLog, taxonomy } from "./log-store-support.js";
import { HOUR } from "../support/durations.js";

describe("a search", () => {
  it("shows its first page and what was searched", async () => {
    const { store, search } = await createLog();
    await search();
    const { state } = store;
    expect([state.pages.length, shownEvents(state).length, state.pageIndex, state.revision]).to.deep.equal([
      1, 10, 0, 1,
    ]);
    expect(state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: NOW });
    expect(state.searched!.endsNow).to.equal(true);
    expect([state.hasMore, state.paused, state.failure]).to.deep.equal(["unknown", false, undefined]);
    expect(isResting(state)).to.equal(true);
    expect(state.coverage!.asked).to.deep.equal(state.searched!.span);
  });

  it("reports its activity while it runs", async () => {
    const { store, gate, search } = await createLog();
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
    expect(isResting(store.state)).to.equal(true);
  });

  it("reports its progress", async () => {
    const { store, search } = await createLog();
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

  it("normalizes its filters, in the fields too", async () => {
    const { store, search } = await createLog();
    store.setDraft({ byUser: " maria@ABC.example " });
    await search();
    expect([store.state.draft.byUser, store.state.draft.byDomain]).to.deep.equal(["maria", "ABC.example"]);
    expect(store.state.searched!.filters).to.deep.equal(store.state.draft);
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });

  it("does not use filters that are typed later", async () => {
    const { store, gate, search } = await createLog();
    gate.passing = 0;
    const done = search();
    await gate.holds(2);
    store.setDraft({ byUser: "maria" });
    gate.passing = Infinity;
    gate.open();
    await done;
    expect([store.state.draft.byUser, store.state.searched!.filters.byUser]).to.deep.equal(["maria", ""]);
    expect(listUsers(store.state).size).to.be.above(1);
    await store.next(createSignal());
    expect(store.state.searched!.filters.byUser).to.equal("");
  });

  it("does nothing without a server", async () => {
    const store = new LogStore(undefined);
    const { setting } = await createLog();
    await store.search(setting, createSignal());
    await store.refresh(setting, createSignal());
    await store.next(createSignal());
    await store.further(createSignal());
    await store.retry(createSignal());
    expect([store.state.configured, store.state.searched, store.state.failure]).to.deep.equal([
      false,
      undefined,
      undefined,
    ]);
  });

  it("can be tried again if a part of the viewer was missing", async () => {
    const { setting, store: working } = await createLog();
    await working.search(setting, createSignal());
    const { server } = await createLog();
    let makes = 0;
    const loadSource = async () => {
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
    const store = new LogStore(loadSource);
    store.setDraft({ range: { preset: "last-30-days" } });
    await store.search(setting, createSignal());
    expect([store.state.failure?.error.kind, store.state.failure?.during]).to.deep.equal(["network", "search"]);
    expect(isResting(store.state)).to.equal(true);
    store.setDraft({ byUser: "somebody else" });
    await store.retry(createSignal());
    expect([makes, store.state.failure]).to.deep.equal([2, undefined]);
    expect(listIds(store.state)).to.deep.equal(listIds(working.state));
  });
});

describe("a wrong filter", () => {
  it("is reported, and nothing is sent", async () => {
    const { store, server, search } = await createLog();
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
    expect([server.requests.length, store.state.searched, isResting(store.state)]).to.deep.equal([0, undefined, true]);
    expect(store.state.draft).to.deep.equal(draft);
  });

  it("leaves the results as they are", async () => {
    const { store, search } = await createLog();
    await search();
    const { pages, searched, revision } = store.state;
    store.setDraft({ byIp: "here" });
    await search();
    expect(store.state).to.include({ pages, searched, revision });
    expect(store.state.problems.length).to.equal(1);
  });

  it("ends the running search and ignores its response", async () => {
    const { store, gate, search } = await createLog();
    gate.passing = 0;
    const old = search();
    await gate.holds(2);
    store.setDraft({ byIp: "here" });
    await search();
    expect(isResting(store.state)).to.equal(true);
    gate.passing = Infinity;
    gate.open();
    await old;
    expect([store.state.searched, isResting(store.state), store.state.problems.length]).to.deep.equal([
      undefined,
      true,
      1,
    ]);
  });

  it("is forgotten once its own field changes, and only then", async () => {
    const { store, search } = await createLog();
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
    const { store } = await createLog();
    const actions = ["login"];
    const exclude = { byUser: ["bob"] };
    store.setDraft({ actions, exclude });
    actions.push("view");
    exclude.byUser.push("eve");
    expect([store.state.draft.actions, store.state.draft.exclude]).to.deep.equal([["login"], { byUser: ["bob"] }]);
  });

  it("return to their defaults, and the results stay", async () => {
    const { store, server, search } = await createLog();
    store.setDraft({ byUser: "maria" });
    await search();
    const { pages, searched, coverage, statistics } = store.state;
    server.resetRequests();
    store.clear();
    expect(store.state.draft).to.deep.equal(createDefaultFilters());
    expect(store.state).to.include({ pages, searched, coverage, statistics });
    expect(server.requests.length).to.equal(0);
    await store.next(createSignal());
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });

  it("lose their problems with them", async () => {
    const { store, search } = await createLog();
    store.setDraft({ byIp: "here" });
    await search();
    store.clear();
    expect(store.state.problems).to.deep.equal([]);
  });
});

describe("Try again", () => {
  it("requests the same range after a failed first page, however late it is", async () => {
    const { store, server, search } = await createLog();
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    const asked = server.requests[0]!.query.get("datetime-end");
    server.behavior.failures = [];
    server.resetRequests();
    store.setDraft({ byUser: "maria" });
    await store.retry(createSignal());
    expect(server.requests[0]!.query.get("datetime-end")).to.equal(asked);
    expect(store.state.searched!.span).to.deep.equal({ from: NOW - 30 * 24 * HOUR, until: NOW });
    expect(listUsers(store.state).size).to.be.above(1);
    expect(store.state.draft.byUser).to.equal("maria");
  });

  it("repeats the failed search, not the one before it", async () => {
    const { store, server, search } = await createLog();
    server.behavior.failures = [{ at: "every", kind: "500" }];
    await search();
    store.setDraft({ byUser: "maria" });
    await search();
    server.behavior.failures = [];
    await store.retry(createSignal());
    expect(listUsers(store.state)).to.deep.equal(new Set(["maria"]));
  });
});
