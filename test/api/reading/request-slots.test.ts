import { expect } from "@open-wc/testing";
import { createMockServer, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import { ApiClient } from "../../../src/api/transport/api-client.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import type { Wait } from "../../../src/core/errors.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { sourceCode } from "../../support/source-code.js";
import { TestNetwork } from "../../support/test-network.js";
import {
  listContents,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { HOUR } from "../../support/durations.js";
import { runMicrotasks } from "../../support/microtasks.js";

const createLimitError = (retryAfterMs?: number) => Object.assign(new Error("HTTP 429"), { status: 429, retryAfterMs });

interface Call {
  readonly name: string;
  answer(): void;
  fail(cause: unknown): void;
}

/** A client whose requests are answered by the test, with pauses that end when the test says so. */
function setUp(concurrency: number) {
  const calls: Call[] = [];
  const running = new Set<Call>();
  const pauses: { readonly ms: number; end(): void }[] = [];
  const waits: (Wait | undefined)[] = [];
  const adapter: FetchAdapter = {
    get: (_path, { query }) =>
      new Promise((resolve, reject) => {
        const endCall = (end: () => void) => {
          running.delete(call);
          end();
        };
        const call: Call = {
          name: query.get("name")!,
          answer: () => endCall(() => resolve([])),
          fail: (cause) => endCall(() => reject(cause as Error)),
        };
        calls.push(call);
        running.add(call);
      }),
  };
  const clock = {
    ...createTestClock(),
    // Longer ones are time-outs.
    sleep: (ms: number) => new Promise<void>((end) => void (ms < 60_000 && pauses.push({ ms, end }))),
  };
  const client = new ApiClient(adapter, clock, () => concurrency, sourceCode.loadErrorText);
  const get = (name: string, isReadAhead?: () => boolean) =>
    client.get("/auditlog", new URLSearchParams({ name }), {
      signal: createSignal(),
      onRequest: () => undefined,
      onWait: (now) => waits.push(now),
      ...(isReadAhead ? { isReadAhead } : {}),
    });
  const getAll = (...names: string[]) => names.map((name) => get(name));
  const listSent = () => calls.map(({ name }) => name).join("");
  const call = (name: string) => calls.findLast((one) => one.name === name)!;
  const answer = async (...names: string[]) => {
    for (const name of names) {
      call(name).answer();
      await runMicrotasks();
    }
  };
  const refuse = async (name: string, retryAfterMs?: number) => {
    call(name).fail(createLimitError(retryAfterMs));
    await runMicrotasks();
  };
  const endAll = async () => {
    for (const { end } of pauses.splice(0)) end();
    await runMicrotasks();
  };
  return { get, getAll, listSent, answer, refuse, endAll, running, pauses, waits };
}

describe("a server that answers 429", () => {
  it("is sent fewer requests at once, from that very answer on", async () => {
    const { getAll, listSent, answer, refuse, running } = setUp(3);
    void getAll("a", "b", "c", "d", "e", "f");
    await runMicrotasks();
    expect(listSent()).to.equal("abc");
    await refuse("c");
    // Nobody takes its place.
    expect([listSent(), running.size]).to.deep.equal(["abc", 2]);
    await answer("a");
    expect([listSent(), running.size]).to.deep.equal(["abcd", 2]);
    await answer("b", "d");
    expect([listSent(), running.size]).to.deep.equal(["abcdef", 2]);
  });

  it("is sent no more than that by later requests either", async () => {
    const { getAll, listSent, answer, refuse, endAll, running } = setUp(4);
    void getAll("a", "b", "c", "d");
    await runMicrotasks();
    await refuse("d");
    await endAll();
    // It waits for a place now.
    expect(listSent()).to.equal("abcd");
    await answer("a");
    expect(listSent()).to.equal("abcdd");
    await answer("b", "c", "d");
    expect(running.size).to.equal(0);
    void getAll("e", "f", "g", "h", "i");
    await runMicrotasks();
    expect([listSent(), running.size]).to.deep.equal(["abcddefg", 3]);
  });

  it("is sent one request at a time at the least", async () => {
    const { getAll, listSent, answer, refuse, endAll, running } = setUp(2);
    void getAll("a", "b", "c");
    await runMicrotasks();
    await refuse("a");
    await refuse("b");
    await endAll();
    for (const name of ["c", "a", "b"]) {
      expect(running.size).to.equal(1);
      await answer(name);
    }
    expect([running.size, listSent().length]).to.deep.equal([0, 5]);
    void getAll("d", "e");
    await runMicrotasks();
    expect([...running].map(({ name }) => name)).to.deep.equal(["d"]);
    await refuse("d");
    expect([...running].map(({ name }) => name)).to.deep.equal(["e"]);
  });

  it("is sent no more again after a request that had more beside it", async () => {
    const { getAll, answer, refuse, running } = setUp(3);
    void getAll("a", "b", "c", "d", "e");
    await runMicrotasks();
    await refuse("b");
    await refuse("c");
    await answer("a");
    expect([...running].map(({ name }) => name)).to.deep.equal(["d"]);
  });

  it("gets the same request again after the wait that it asks for", async () => {
    const { getAll, listSent, refuse, endAll, answer, pauses, waits } = setUp(1);
    const [got] = getAll("a");
    await runMicrotasks();
    await refuse("a", 7000);
    expect(pauses.map(({ ms }) => ms)).to.deep.equal([7000]);
    expect([listSent(), waits]).to.deep.equal(["a", [{ kind: "rate-limited", ms: 7000 }]]);
    await endAll();
    expect(listSent()).to.equal("aa");
    await answer("a");
    expect(await got).to.deep.equal([]);
    expect(waits.length).to.equal(2);
  });

  it("keeps as many requests at once after other failures", async () => {
    for (const code of [500, 502, 503]) {
      const { getAll, listSent, answer, endAll, running, get } = setUp(2);
      void getAll("a");
      const failing = get("b").catch(() => undefined);
      await runMicrotasks();
      [...running][1]!.fail(Object.assign(new Error("busy"), { status: code }));
      await runMicrotasks();
      await endAll();
      await answer("a", "b");
      await failing;
      void getAll("c", "d", "e");
      await runMicrotasks();
      expect(listSent(), String(code)).to.equal("abbcd");
    }
  });
});

describe("a request that only reads ahead", () => {
  it("goes after every request that the user waits for", async () => {
    const { get, listSent, answer } = setUp(1);
    void get("a");
    void get("b", () => true);
    void get("c", () => true);
    void get("d");
    void get("e", () => false);
    await runMicrotasks();
    await answer("a", "d", "e", "b", "c");
    expect(listSent()).to.equal("adebc");
  });

  it("keeps its turn as soon as the user waits for it, too", async () => {
    const { get, listSent, answer } = setUp(1);
    let isAhead = true;
    void get("a");
    void get("b", () => true);
    void get("c", () => isAhead);
    void get("d");
    await runMicrotasks();
    isAhead = false;
    await answer("a", "c", "d", "b");
    expect(listSent()).to.equal("acdb");
  });

  it("uses every free place", async () => {
    const { get, listSent } = setUp(2);
    void get("a", () => true);
    void get("b", () => true);
    await runMicrotasks();
    expect(listSent()).to.equal("ab");
  });
});

describe("a search that is read ahead while places are short", () => {
  /** Twenty-five records an hour. */
  const RECORDS: NewRecord[] = Array.from({ length: 6000 }, (_, at) => ({
    time: NOW - (at + 1) * 144_000,
    record: { "by-user": `u${at}`, "action-type": "update", "target-domain": "abc.example" },
  }));

  /** A server that takes one request at a time, unless it takes `all` of them, and two ranges of it. */
  async function createStage(all = false) {
    const server = createMockServer({ now: () => NOW, records: RECORDS, behavior: { limit: { cap: 50 } } });
    const network = new TestNetwork(server);
    const source = await createSource(network, { signIns: "off", concurrency: 4 });
    let requests = 0;
    network.fails = () => ((requests += 1) === 2 && !all ? createLimitError(10) : undefined);
    const [recent, past] = (await Promise.all(
      [0, 100].map((hours) =>
        source.search({ ...createQuery(1), span: { from: NOW - (hours + 90) * HOUR, until: NOW - hours * HOUR } }),
      ),
    )) as [LogReader, LogReader];
    await recent.readTo(10, { signal: createSignal() });
    const order: string[] = [];
    network.fails = (_path, query) => {
      order.push(Date.parse(query.get("datetime-end")!) <= past.query.span.until ? "past" : "recent");
    };
    const open = () => {
      network.passCount = Infinity;
      network.release();
    };
    network.passCount = 0;
    return { server, source, network, order, recent, past, open };
  }

  const expectNewest = (server: MockServer, reader: LogReader, count: number) => {
    const events = reader.first(count);
    const span = { from: events[count - 1]!.time!, until: reader.query.span.until };
    expect(listContents(events)).to.deep.equal(listStoredContents(server, span));
  };

  it("lets a new search go first", async () => {
    const { server, network, order, recent, past, open } = await createStage();
    const prepared = recent.readAhead(600, createSignal());
    await network.waitForHeld(1);
    const read = past.readTo(10, { signal: createSignal() });
    await runMicrotasks();
    open();
    await Promise.all([read, prepared]);
    // One was under way.
    expect(order.slice(0, 4)).to.deep.equal(["recent", "past", "past", "past"]);
    expectNewest(server, past, 10);
    expectNewest(server, recent, 600);
  });

  it("goes before others that are read ahead when the user asks for the next page", async () => {
    const { server, network, order, recent, past, open } = await createStage();
    network.passCount = Infinity;
    await past.readTo(10, { signal: createSignal() });
    order.length = 0;
    network.passCount = 0;
    const prepared = [recent.readAhead(600, createSignal()), past.readAhead(600, createSignal())];
    await network.waitForHeld(1);
    await runMicrotasks();
    const next = past.readTo(150, { signal: createSignal() });
    await runMicrotasks();
    open();
    await Promise.all([next, ...prepared]);
    expect(order.slice(0, 4)).to.deep.equal(["recent", "past", "past", "past"]);
    expectNewest(server, past, 150);
  });

  it("is used by the next page: nothing is requested twice", async () => {
    const { server, network, recent, open } = await createStage(true);
    const prepared = recent.readAhead(190, createSignal());
    await network.waitForHeld(3);
    server.resetRequests();
    // The newest one is answered, and the page takes over while the others are under way.
    network.release(1);
    const next = recent.readTo(150, { signal: createSignal() });
    await runMicrotasks();
    open();
    await Promise.all([next, prepared]);
    // Windows beside each other have a little in common.
    const listTimes = (name: string) => server.requests.map(({ query }) => Date.parse(query.get(name)!));
    const starts = listTimes("datetime-start");
    const ends = listTimes("datetime-end");
    for (let at = 1; at < ends.length; at += 1) expect(ends[at]! - starts[at - 1]!).to.be.below(HOUR / 2);
    expectNewest(server, recent, 150);
  });
});
