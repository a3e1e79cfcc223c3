import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../demo/mocks/index.js";
import type { SourceOptions } from "../../src/api/source-options.js";
import type { SourceSetup } from "../../src/api/source.js";
import type { ErrorKind } from "../../src/core/errors.js";
import { StatisticsCounter } from "../../src/analysis/statistics.js";
import { loadedCount, shownEvents, type LogState } from "../../src/search/log-state.js";
import { LogStore } from "../../src/search/log-store.js";
import type { SearchSetting } from "../../src/search/start-search.js";
import { STOPPED } from "../../src/search/operation.js";
import { NOW, createTestClock } from "../support/clock.js";
import { TestNetwork, createHttpError } from "../support/test-network.js";
import {
  listContents,
  DAY,
  HOUR,
  createSignal,
  MINUTE,
  createSource,
  listStoredContents,
  createLoadedServer,
} from "../support/data-source.js";

/** Every two hours for thirty days a change, each fifth of them Maria's; every six hours a sign-in of the access log alone. */
const RECORDS: NewRecord[] = [
  ...Array.from({ length: 360 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 2 * HOUR,
    record: { "by-user": at % 5 === 0 ? "maria" : `u${at}`, "by-domain": "abc.example", "action-type": "update" },
  })),
  ...Array.from({ length: 120 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 6 * HOUR + 20 * MINUTE,
    log: "access",
    record: { "by-user": `a${at}`, "by-domain": "abc.example", "action-type": "login" },
  })),
];

async function stage(options: Partial<SourceOptions> = {}, behavior: Partial<ServerBehavior> = {}, records = RECORDS) {
  const server = createMockServer({ now: () => NOW, records, behavior });
  const network = new TestNetwork(server);
  const clock = createTestClock();
  const changing: { redact?: SourceSetup["redact"] } = {};
  const source = await createSource(network, options, { clock, redact: () => changing.redact });
  const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  store.setDraft({ range: { preset: "last-30-days" } });
  const setting: SearchSetting = { now: NOW, zone: "UTC", weekStart: 1, pageSize: 10 };
  const search = (signal = createSignal(), change: Partial<SearchSetting> = {}) =>
    store.search({ ...setting, ...change }, signal);
  const refresh = (later: number, signal = createSignal()) => {
    clock.time += later;
    return store.refresh({ ...setting, now: clock.time }, signal);
  };
  return { server, network, store, search, refresh, changing };
}
type Stage = Awaited<ReturnType<typeof stage>>;

/** A server that gives few records at once: a search takes many requests. */
const SMALL: Partial<ServerBehavior> = { limit: { cap: 11 } };

/** Forty events of the audit log are loaded, or as many pages as are wanted; the access log's are missing. */
async function lacking(
  options?: Partial<SourceOptions>,
  behavior?: Partial<ServerBehavior>,
  pages = 4,
): Promise<Stage> {
  const on = await stage(options, behavior);
  on.network.failAccessLog();
  await on.search();
  while (on.store.state.pages.length < pages) await on.store.next(createSignal());
  on.store.previous();
  on.store.toggle(shownEvents(on.store.state)[2]!.id);
  return on;
}

const listEvents = (state: LogState) => state.pages.flat();
const listIds = (state: LogState) => listEvents(state).map(({ id }) => id);
const listUsers = (state: LogState) => [...new Set(listEvents(state).map(({ byUser }) => byUser))];
const resting = ({ activity, progress }: LogState) => activity === undefined && progress === undefined;
const missing = ({ coverage }: LogState) => coverage!.missing;
const paths = ({ requests }: MockServer) => [...new Set(requests.map(({ path }) => path))];

/** What is on the screen, and must stay there. */
const shown = ({ pages, pageIndex, searched, statistics, coverage, openId, revision, hasMore, paused }: LogState) => ({
  ...{ pages, pageIndex, searched, statistics, coverage, openId, revision, hasMore, paused },
});

async function toTheEnd(store: LogStore): Promise<void> {
  for (let turn = 0; turn < 500 && store.state.hasMore !== false && !store.state.failure; turn += 1)
    await (store.state.paused ? store.further(createSignal()) : store.next(createSignal()));
}

/** The list, its pages and its numbers fit each other. */
function expectSound({ pages, statistics, coverage }: LogState): void {
  const loaded = pages.flat();
  const counter = new StatisticsCounter();
  counter.add(loaded);
  expect(statistics.users).to.deep.equal(counter.read(0).users);
  expect(new Set(loaded.map(({ id }) => id)).size).to.equal(loaded.length);
  expect(coverage!.matched).to.be.at.least(loaded.length);
  expect(pages.slice(0, -1).every((page) => page.length === 10)).to.equal(true);
  const times = loaded.map(({ time }) => time!);
  expect(times).to.deep.equal([...times].sort((one, other) => other - one));
}

const truth = ({ server, store }: Stage) => listStoredContents(server, store.state.searched!.span);

const KINDS: [name: string, error: () => unknown, kind: ErrorKind][] = [
  ["500", createHttpError(500), "server"],
  ["503", createHttpError(503), "server"],
  ["429", createHttpError(429), "rate-limited"],
  ["401", createHttpError(401), "auth"],
  ["no answer in time", () => new DOMException("Timed out", "TimeoutError"), "timeout"],
  ["no network", () => new TypeError("Failed to fetch"), "network"],
];
/** These are failures only where the access log was seen to add records. */
const REFUSALS: [name: string, error: () => unknown, kind: ErrorKind][] = [
  ["400", createHttpError(400), "bad-request"],
  ["403", createHttpError(403), "forbidden"],
  ["404", createHttpError(404), "unsupported"],
  ["no list", () => new SyntaxError("Unexpected token"), "bad-data"],
];

describe("reading again what is missing", () => {
  it("brings the sign-ins, divides the events into pages again and shows the page of the open event", async () => {
    const on = await lacking();
    const { store, server, network } = on;
    const { openId, revision, searched } = store.state;
    const before = listIds(store.state);
    expect(missing(store.state)).to.have.length(1);
    network.recover();
    server.resetRequests();
    await store.readMissing(createSignal());
    const { state } = store;
    expect([missing(state), state.failure, resting(state)]).to.deep.equal([[], undefined, true]);
    expect(paths(server)).to.deep.equal(["/accesslog"]);
    expect(state.openId).to.equal(openId);
    expect(shownEvents(state).some(({ id }) => id === openId)).to.equal(true);
    expect([state.searched, state.revision, state.added]).to.deep.equal([searched, revision, undefined]);
    // All that was loaded stays loaded.
    expect(listIds(state)).to.include.members(before);
    expect(listUsers(state)).to.include.members(["a0", "a5"]);
    expectSound(state);
    await toTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(truth(on));
    expectSound(store.state);
  });

  it("stays with the event at the top of the page where none is open", async () => {
    const { store, network } = await lacking();
    store.toggle(store.state.openId!);
    const { id } = shownEvents(store.state)[0]!;
    network.recover();
    await store.readMissing(createSignal());
    expect(shownEvents(store.state).map((event) => event.id)).to.include(id);
    expect([store.state.pageIndex > 0, store.state.openId]).to.deep.equal([true, null]);
    expect(store.state.statistics.total).to.equal(10);
  });

  it("says that it goes on while it does", async () => {
    const { store, network } = await lacking();
    network.recover();
    network.passCount = 0;
    const { pages } = store.state;
    const done = store.readMissing(createSignal());
    await network.waitForHeld(1);
    expect([store.state.activity, store.state.pages === pages]).to.deep.equal(["sign-ins", true]);
    expect(store.state.progress!.searched).to.equal(store.state.searched);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(resting(store.state)).to.equal(true);
  });

  it("asks nothing before a search, and nothing where nothing is missing", async () => {
    const { store, server, search } = await stage();
    const { state } = store;
    await store.readMissing(createSignal());
    expect(store.state === state).to.equal(true);
    await search();
    const { pages } = store.state;
    server.resetRequests();
    await store.readMissing(createSignal());
    expect([server.requests.length, resting(store.state)]).to.deep.equal([0, true]);
    expect(store.state.pages).to.deep.equal(pages);
  });

  for (const [name, error, kind] of [...KINDS, ...REFUSALS]) {
    it(`that fails keeps everything, and Try again goes on from there: ${name}`, async () => {
      const on = await stage();
      const { store, server, network, search } = on;
      // The access log was seen to add records: it is worth a failure whatever it says.
      await search();
      network.failAccessLog(error, NOW - 2 * DAY);
      while (missing(store.state).length === 0) await store.next(createSignal());
      store.toggle(shownEvents(store.state)[0]!.id);
      const before = shown(store.state);
      expect(missing(store.state)[0]!.kind).to.equal(kind);
      await store.readMissing(createSignal());
      const { failure } = store.state;
      expect([failure?.error.kind, failure?.during, resting(store.state)]).to.deep.equal([kind, "sign-ins", true]);
      const { coverage, ...screen } = shown(store.state);
      const { coverage: covered, ...screenBefore } = before;
      expect(screen).to.deep.equal(screenBefore);
      expect(coverage!.missing).to.deep.equal(covered!.missing);
      await store.retry(createSignal());
      expect(store.state.failure?.during).to.equal("sign-ins");
      network.recover();
      server.resetRequests();
      await store.retry(createSignal());
      expect([store.state.failure, missing(store.state)]).to.deep.equal([undefined, []]);
      expect(paths(server)).to.deep.equal(["/accesslog"]);
      expect(store.state.openId).to.equal(before.openId);
      expectSound(store.state);
      await toTheEnd(store);
      expect(listContents(listEvents(store.state))).to.deep.equal(truth(on));
    });
  }

  it("finds out that a server has no access log for this user, and nothing is missing then", async () => {
    const { store, network } = await lacking();
    network.failAccessLog(createHttpError(403));
    await store.readMissing(createSignal());
    const { failure, coverage } = store.state;
    expect([failure, coverage!.missing, coverage!.accessLog]).to.deep.equal([undefined, [], "refused"]);
    expect(coverage!.complete).to.equal(false);
    await toTheEnd(store);
    expect([loadedCount(store.state), store.state.coverage!.complete]).to.deep.equal([360, true]);
  });

  /** Of the missing part the newer half can be read, the older one not. */
  async function halfWay(): Promise<Stage> {
    const on = await lacking({}, SMALL);
    while (on.store.state.pages.length < 12) await on.store.next(createSignal());
    on.network.failAccessLog(createHttpError(500), NOW - 5 * DAY);
    return on;
  }

  it("that fails half way keeps every loaded event, whatever the user does next", async () => {
    const on = await halfWay();
    const { store, network } = on;
    const before = listIds(store.state);
    await store.readMissing(createSignal());
    expect(store.state.failure?.during).to.equal("sign-ins");
    expect(listIds(store.state)).to.include.members(before);
    expectSound(store.state);
    await store.next(createSignal());
    while (store.state.pageIndex < store.state.pages.length - 1) await store.next(createSignal());
    await store.next(createSignal());
    expect(listIds(store.state)).to.include.members(before);
    expectSound(store.state);
    network.recover();
    await store.readMissing(createSignal());
    await toTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(truth(on));
    expectSound(store.state);
  });

  it("that fails half way goes on from there with Try again", async () => {
    const on = await halfWay();
    const { store, server, network } = on;
    await store.readMissing(createSignal());
    expect(store.state.failure?.during).to.equal("sign-ins");
    network.recover();
    server.resetRequests();
    await store.retry(createSignal());
    const ends = server.requests.map(({ query }) => Date.parse(query.get("datetime-end")!));
    expect(Math.max(...ends)).to.be.at.most(NOW - 3 * DAY);
    expect(missing(store.state)).to.deep.equal([]);
    await toTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(truth(on));
    expectSound(store.state);
  });

  it("can be followed by a refresh instead, after which the missing part is still missing", async () => {
    const on = await lacking();
    await on.store.readMissing(createSignal());
    expect(on.store.state.failure?.during).to.equal("sign-ins");
    on.server.add({ time: NOW + MINUTE, record: { "by-user": "new", "action-type": "update" } });
    on.network.recover();
    await on.refresh(5 * MINUTE);
    const { state } = on.store;
    expect([state.failure, state.added, missing(state).length]).to.deep.equal([undefined, 1, 1]);
    expectSound(state);
    await on.store.readMissing(createSignal());
    await toTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(truth(on));
    expectSound(on.store.state);
  });

  it("after a refresh whose access log failed brings the new sign-ins, too", async () => {
    const on = await stage();
    await on.search();
    on.server.add(
      { time: NOW + MINUTE, record: { "by-user": "new", "action-type": "update" } },
      { time: NOW + 2 * MINUTE, log: "access", record: { "by-user": "new sign-in", "action-type": "login" } },
    );
    on.network.failAccessLog();
    await on.refresh(5 * MINUTE);
    expect([on.store.state.added, missing(on.store.state).length]).to.deep.equal([1, 1]);
    expect(listEvents(on.store.state)[0]!.byUser).to.equal("new");
    on.network.recover();
    await on.store.readMissing(createSignal());
    expect(missing(on.store.state)).to.deep.equal([]);
    expect(
      listEvents(on.store.state)
        .slice(0, 2)
        .map(({ byUser }) => byUser),
    ).to.deep.equal(["new sign-in", "new"]);
    await toTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(truth(on));
  });

  it("answers nobody once another search has begun", async () => {
    const { store, network, search } = await lacking();
    network.recover();
    network.passCount = 0;
    const old = store.readMissing(createSignal());
    await network.waitForHeld(1);
    store.setDraft({ byUser: "maria" });
    const recent = search();
    await network.waitForHeld(2);
    network.passCount = Infinity;
    network.release(Infinity, 1);
    await recent;
    const { state } = store;
    network.release();
    await old;
    expect(store.state === state).to.equal(true);
    expect(listUsers(state)).to.deep.equal(["maria"]);
  });
});

describe("Stop", () => {
  async function stopped(on: Stage, run: (signal: AbortSignal) => Promise<void>, after = 0): Promise<void> {
    on.network.passCount = after;
    const caller = new AbortController();
    const done = run(caller.signal);
    await on.network.waitForHeld(1);
    caller.abort(STOPPED);
    await done;
    expect([on.store.state.failure, resting(on.store.state)]).to.deep.equal([undefined, true]);
    on.network.passCount = Infinity;
    on.network.release();
  }

  async function expectWhole(on: Stage, filter?: (record: Record<string, unknown>) => boolean): Promise<void> {
    await toTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(
      listStoredContents(on.server, on.store.state.searched!.span, filter),
    );
    expectSound(on.store.state);
  }

  it("before the first answer of a search leaves the screen as it was", async () => {
    const on = await stage();
    await stopped(on, (signal) => on.search(signal));
    expect([on.store.state.searched, on.store.state.pages]).to.deep.equal([undefined, []]);
    await on.search();
    await expectWhole(on);
  });

  it("while a search scans keeps the events found so far", async () => {
    const on = await stage({}, SMALL);
    on.store.setDraft({ byUser: "maria" });
    await stopped(on, (signal) => on.search(signal, { pageSize: 50 }), 8);
    expect(loadedCount(on.store.state)).to.be.within(1, 49);
    expect(on.store.state.paused).to.equal(true);
    const before = listIds(on.store.state);
    await on.store.further(createSignal());
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    await toTheEnd(on.store);
    expect(listContents(listEvents(on.store.state))).to.deep.equal(
      listStoredContents(on.server, on.store.state.searched!.span, (record) => record["by-user"] === "maria"),
    );
  });

  it("during the next page keeps the pages", async () => {
    const on = await stage();
    await on.search();
    const before = listIds(on.store.state);
    await stopped(on, async (signal) => {
      while (!signal.aborted && on.store.state.hasMore !== false) await on.store.next(signal);
    });
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    await expectWhole(on);
  });

  it("while a page is filled keeps its events", async () => {
    const on = await stage({ budget: { seconds: 60, requests: 3, records: 20_000 } });
    on.store.setDraft({ byUser: "maria" });
    await on.search(createSignal(), { pageSize: 50 });
    expect(on.store.state.paused).to.equal(true);
    const before = listIds(on.store.state);
    await stopped(on, (signal) => on.store.further(signal), 1);
    expect(listIds(on.store.state).slice(0, before.length)).to.deep.equal(before);
    expect(on.store.state.paused).to.equal(true);
  });

  it("during a refresh leaves the screen as it was, and the next refresh brings everything", async () => {
    const on = await stage();
    await on.search();
    await on.store.next(createSignal());
    on.server.add({
      time: NOW + MINUTE,
      record: { "by-user": "new", "by-domain": "abc.example", "action-type": "update" },
    });
    const before = shown(on.store.state);
    await stopped(on, (signal) => on.refresh(5 * MINUTE, signal));
    expect(shown(on.store.state)).to.deep.equal(before);
    await on.refresh(MINUTE);
    expect(on.store.state.added).to.equal(1);
    await expectWhole(on);
  });

  it("before anything missing was read leaves the screen as it was", async () => {
    const on = await lacking();
    on.network.recover();
    const before = shown(on.store.state);
    await stopped(on, (signal) => on.store.readMissing(signal));
    const { coverage, ...screen } = shown(on.store.state);
    const { coverage: covered, ...screenBefore } = before;
    expect(screen).to.deep.equal(screenBefore);
    expect(coverage!.missing).to.deep.equal(covered!.missing);
    await on.store.readMissing(createSignal());
    await expectWhole(on);
  });

  it("while missing sign-ins are read shows those read so far", async () => {
    const on = await lacking({}, SMALL, 24);
    on.network.recover();
    const [before] = missing(on.store.state);
    await stopped(on, (signal) => on.store.readMissing(signal), 6);
    const [after] = missing(on.store.state);
    expect(after!.span.until).to.be.below(before!.span.until);
    expect(listUsers(on.store.state)).to.include("a0");
    expectSound(on.store.state);
    await on.store.readMissing(createSignal());
    await expectWhole(on);
  });

  it("for another reason while missing sign-ins are read loses nothing", async () => {
    for (const after of [0, 2, 4, 6]) {
      const on = await lacking({}, SMALL, 24);
      on.network.recover();
      on.network.passCount = after;
      const caller = new AbortController();
      const done = on.store.readMissing(caller.signal);
      await on.network.waitForHeld(1);
      caller.abort();
      await done;
      on.network.passCount = Infinity;
      on.network.release();
      await on.store.readMissing(createSignal());
      await expectWhole(on);
    }
  });
});

describe("a search that still scans", () => {
  const maria = (record: Record<string, unknown>) => record["by-user"] === "maria";

  /** Something of Maria's is on the screen, and the search waits for its next answer. */
  async function scanning(pageSize = 50): Promise<Stage & { done: Promise<void>; caller: AbortController }> {
    const on = await stage({ signIns: "off" }, SMALL);
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
    const { store, server, network, done } = await scanning();
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
    expect([loadedCount(store.state), store.state.revision, resting(store.state)]).to.deep.equal([50, 1, true]);
    await toTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(
      listStoredContents(server, store.state.searched!.span, maria),
    );
  });

  it("keeps the open event open while more comes", async () => {
    const { store, network, done } = await scanning();
    const [first] = listIds(store.state);
    store.toggle(first!);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(store.state.openId).to.equal(first);
  });

  it("and fails keeps what it has shown, and Try again goes on", async () => {
    const { store, server, network, done } = await scanning();
    const before = listIds(store.state);
    network.failAll();
    network.passCount = Infinity;
    network.release();
    await done;
    const { state } = store;
    expect([state.failure?.error.kind, state.failure?.during]).to.deep.equal(["server", "scan"]);
    expect([listIds(state), resting(state), state.revision]).to.deep.equal([before, true, 1]);
    network.recover();
    server.resetRequests();
    await store.retry(createSignal());
    expect(store.state.failure).to.equal(undefined);
    expect(listIds(store.state).slice(0, before.length)).to.deep.equal(before);
    expect([loadedCount(store.state), store.state.revision]).to.deep.equal([50, 1]);
    const ends = server.requests.map(({ query }) => Date.parse(query.get("datetime-end")!));
    expect(Math.max(...ends)).to.be.at.most(state.coverage!.readFrom);
    await toTheEnd(store);
    expect(listContents(listEvents(store.state))).to.deep.equal(
      listStoredContents(server, store.state.searched!.span, maria),
    );
  });

  it("and fails before anything was shown is a failed search", async () => {
    const { store, network, search } = await stage({ signIns: "off" }, SMALL);
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

  it("is not followed by its own answers once another one has begun", async () => {
    const { store, network, search, done } = await scanning();
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

  it("gives way to another one that fails, and stays as far as it was", async () => {
    const { store, network, search, done, caller } = await scanning();
    const before = listIds(store.state);
    caller.abort();
    await done;
    expect(resting(store.state)).to.equal(true);
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
    const { store, network, done } = await scanning(10);
    network.passCount = Infinity;
    network.release();
    await done;
    expect(store.state.pages.map((page) => page.length)).to.deep.equal([10]);
    expect(store.state.paused).to.equal(false);
  });

  it("grows on the next page, too, and a reader who is on that page sees it at once", async () => {
    const on = await stage({ signIns: "off" }, SMALL);
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
    const on = await stage({ signIns: "off", budget: { seconds: 60, requests: 1, records: 20_000 } }, SMALL, rare);
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

describe("a refresh of a list that is read in another way by now", () => {
  async function redacted(): Promise<Stage> {
    const on = await stage();
    await on.search();
    await on.store.next(createSignal());
    on.changing.redact = (record) => ({ ...(record as object), "by-user": "somebody" });
    await on.refresh(MINUTE);
    return on;
  }

  it("starts the list again: nothing redacted in the old way stays", async () => {
    const on = await redacted();
    expect([on.store.state.pageIndex, on.store.state.added, on.store.state.failure]).to.deep.equal([
      0,
      undefined,
      undefined,
    ]);
    await toTheEnd(on.store);
    expect(loadedCount(on.store.state)).to.equal(truth(on).length);
    expect(listUsers(on.store.state)).to.deep.equal(["somebody"]);
  });

  it("shows its first page", async () => {
    const on = await redacted();
    expect([on.store.state.pages.length, on.store.state.paused]).to.deep.equal([1, false]);
  });
});
