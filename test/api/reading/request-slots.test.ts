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
  HOUR,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";

/** Lets everything run that waits for nothing but its turn. */
async function ticks(): Promise<void> {
  for (let count = 0; count < 50; count += 1) await Promise.resolve();
}

const tooMany = (retryAfterMs?: number) => Object.assign(new Error("HTTP 429"), { status: 429, retryAfterMs });

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
        const over = (end: () => void) => {
          running.delete(call);
          end();
        };
        const call: Call = {
          name: query.get("name")!,
          answer: () => over(() => resolve([])),
          fail: (cause) => over(() => reject(cause as Error)),
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
  const all = (...names: string[]) => names.map((name) => get(name));
  const sent = () => calls.map(({ name }) => name).join("");
  const call = (name: string) => calls.findLast((one) => one.name === name)!;
  const answer = async (...names: string[]) => {
    for (const name of names) {
      call(name).answer();
      await ticks();
    }
  };
  const refuse = async (name: string, retryAfterMs?: number) => {
    call(name).fail(tooMany(retryAfterMs));
    await ticks();
  };
  const rest = async () => {
    for (const { end } of pauses.splice(0)) end();
    await ticks();
  };
  return { get, all, sent, answer, refuse, rest, running, pauses, waits };
}

describe("a server that answers 429", () => {
  it("is sent fewer requests at once, from that very answer on", async () => {
    const { all, sent, answer, refuse, running } = setUp(3);
    void all("a", "b", "c", "d", "e", "f");
    await ticks();
    expect(sent()).to.equal("abc");
    await refuse("c");
    // Nobody takes its place.
    expect([sent(), running.size]).to.deep.equal(["abc", 2]);
    await answer("a");
    expect([sent(), running.size]).to.deep.equal(["abcd", 2]);
    await answer("b", "d");
    expect([sent(), running.size]).to.deep.equal(["abcdef", 2]);
  });

  it("is sent no more than that by later requests either", async () => {
    const { all, sent, answer, refuse, rest, running } = setUp(4);
    void all("a", "b", "c", "d");
    await ticks();
    await refuse("d");
    await rest();
    // It waits for a place now.
    expect(sent()).to.equal("abcd");
    await answer("a");
    expect(sent()).to.equal("abcdd");
    await answer("b", "c", "d");
    expect(running.size).to.equal(0);
    void all("e", "f", "g", "h", "i");
    await ticks();
    expect([sent(), running.size]).to.deep.equal(["abcddefg", 3]);
  });

  it("is sent one request at a time at the least", async () => {
    const { all, sent, answer, refuse, rest, running } = setUp(2);
    void all("a", "b", "c");
    await ticks();
    await refuse("a");
    await refuse("b");
    await rest();
    for (const name of ["c", "a", "b"]) {
      expect(running.size).to.equal(1);
      await answer(name);
    }
    expect([running.size, sent().length]).to.deep.equal([0, 5]);
    void all("d", "e");
    await ticks();
    expect([...running].map(({ name }) => name)).to.deep.equal(["d"]);
    await refuse("d");
    expect([...running].map(({ name }) => name)).to.deep.equal(["e"]);
  });

  it("is sent no more again after a request that had more beside it", async () => {
    const { all, answer, refuse, running } = setUp(3);
    void all("a", "b", "c", "d", "e");
    await ticks();
    await refuse("b");
    await refuse("c");
    await answer("a");
    expect([...running].map(({ name }) => name)).to.deep.equal(["d"]);
  });

  it("gets the same request again after the wait that it asks for", async () => {
    const { all, sent, refuse, rest, answer, pauses, waits } = setUp(1);
    const [got] = all("a");
    await ticks();
    await refuse("a", 7000);
    expect(pauses.map(({ ms }) => ms)).to.deep.equal([7000]);
    expect([sent(), waits]).to.deep.equal(["a", [{ kind: "rate-limited", ms: 7000 }]]);
    await rest();
    expect(sent()).to.equal("aa");
    await answer("a");
    expect(await got).to.deep.equal([]);
    expect(waits.length).to.equal(2);
  });

  it("keeps as many requests at once after other failures", async () => {
    for (const code of [500, 502, 503]) {
      const { all, sent, answer, rest, running, get } = setUp(2);
      void all("a");
      const failing = get("b").catch(() => undefined);
      await ticks();
      [...running][1]!.fail(Object.assign(new Error("busy"), { status: code }));
      await ticks();
      await rest();
      await answer("a", "b");
      await failing;
      void all("c", "d", "e");
      await ticks();
      expect(sent(), String(code)).to.equal("abbcd");
    }
  });
});

describe("a request that only reads ahead", () => {
  it("goes after every request that the user waits for", async () => {
    const { get, sent, answer } = setUp(1);
    void get("a");
    void get("b", () => true);
    void get("c", () => true);
    void get("d");
    void get("e", () => false);
    await ticks();
    await answer("a", "d", "e", "b", "c");
    expect(sent()).to.equal("adebc");
  });

  it("keeps its turn as soon as the user waits for it, too", async () => {
    const { get, sent, answer } = setUp(1);
    let isAhead = true;
    void get("a");
    void get("b", () => true);
    void get("c", () => isAhead);
    void get("d");
    await ticks();
    isAhead = false;
    await answer("a", "c", "d", "b");
    expect(sent()).to.equal("acdb");
  });

  it("uses every free place", async () => {
    const { get, sent } = setUp(2);
    void get("a", () => true);
    void get("b", () => true);
    await ticks();
    expect(sent()).to.equal("ab");
  });
});

describe("a search that is read ahead while places are short", () => {
  /** Twenty-five records an hour. */
  const RECORDS: NewRecord[] = Array.from({ length: 6000 }, (_, at) => ({
    time: NOW - (at + 1) * 144_000,
    record: { "by-user": `u${at}`, "action-type": "update", "target-domain": "abc.example" },
  }));

  /** A server that takes one request at a time, unless it takes `all` of them, and two ranges of it. */
  async function stage(all = false) {
    const server = createMockServer({ now: () => NOW, records: RECORDS, behavior: { limit: { cap: 50 } } });
    const network = new TestNetwork(server);
    const source = await createSource(network, { signIns: "off", concurrency: 4 });
    let requests = 0;
    network.fails = () => ((requests += 1) === 2 && !all ? tooMany(10) : undefined);
    const [recent, past] = [0, 100].map((hours) =>
      source.search({ ...createQuery(1), span: { from: NOW - (hours + 90) * HOUR, until: NOW - hours * HOUR } }),
    ) as [LogReader, LogReader];
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
    const { server, network, order, recent, past, open } = await stage();
    const prepared = recent.readAhead(600, createSignal());
    await network.waitForHeld(1);
    const read = past.readTo(10, { signal: createSignal() });
    await ticks();
    open();
    await Promise.all([read, prepared]);
    // One was under way.
    expect(order.slice(0, 4)).to.deep.equal(["recent", "past", "past", "past"]);
    expectNewest(server, past, 10);
    expectNewest(server, recent, 600);
  });

  it("goes before others that are read ahead when the user asks for the next page", async () => {
    const { server, network, order, recent, past, open } = await stage();
    network.passCount = Infinity;
    await past.readTo(10, { signal: createSignal() });
    order.length = 0;
    network.passCount = 0;
    const prepared = [recent.readAhead(600, createSignal()), past.readAhead(600, createSignal())];
    await network.waitForHeld(1);
    await ticks();
    const next = past.readTo(150, { signal: createSignal() });
    await ticks();
    open();
    await Promise.all([next, ...prepared]);
    expect(order.slice(0, 4)).to.deep.equal(["recent", "past", "past", "past"]);
    expectNewest(server, past, 150);
  });

  it("is used by the next page: nothing is requested twice", async () => {
    const { server, network, recent, open } = await stage(true);
    const prepared = recent.readAhead(190, createSignal());
    await network.waitForHeld(3);
    server.resetRequests();
    // The newest one is answered, and the page takes over while the others are under way.
    network.release(1);
    const next = recent.readTo(150, { signal: createSignal() });
    await ticks();
    open();
    await Promise.all([next, prepared]);
    // Windows beside each other have a little in common.
    const times = (name: string) => server.requests.map(({ query }) => Date.parse(query.get(name)!));
    const starts = times("datetime-start");
    const ends = times("datetime-end");
    for (let at = 1; at < ends.length; at += 1) expect(ends[at]! - starts[at - 1]!).to.be.below(HOUR / 2);
    expectNewest(server, recent, 150);
  });
});
