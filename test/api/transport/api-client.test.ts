import { expect } from "@open-wc/testing";
import { ApiClient } from "../../../src/api/transport/api-client.js";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import type { Clock } from "../../../src/core/clock.js";
import { AuditLogError, type Wait } from "../../../src/core/errors.js";
import { sourceCode } from "../../support/source-code.js";

/** Longer pauses than any between two tries are time-outs; they never end by themselves. */
const TIMEOUT = 60_000;

/** A clock that records every pause. */
class RecordingClock implements Clock {
  readonly pauses: number[] = [];
  readonly timeouts: (() => void)[] = [];
  /** Time-outs that are still awaited. */
  open = 0;
  chance = 0.5;
  held = false;

  now = () => 0;
  random = () => this.chance;
  idle = () => () => undefined;

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const isTimeout = ms >= TIMEOUT;
      signal?.addEventListener("abort", () => {
        if (isTimeout) this.open -= 1;
        reject(signal.reason as Error);
      });
      if (isTimeout) {
        this.open += 1;
        this.timeouts.push(resolve);
      } else {
        this.pauses.push(ms);
        if (!this.held) resolve();
      }
    });
  }
}

interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly signal: AbortSignal;
  answer(body: unknown): void;
  fail(cause: unknown): void;
}

/** An adapter whose requests are answered by the test. It ignores signals, as a careless host's does. */
class HeldAdapter implements FetchAdapter {
  readonly calls: Call[] = [];

  get(path: string, { query, signal }: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    return new Promise((answer, fail) => this.calls.push({ path, query, signal, answer, fail }));
  }
}

/** An adapter that fails by a list of causes, then answers. */
function failing(...causes: unknown[]): FetchAdapter & { sent: number } {
  return {
    sent: 0,
    async get() {
      this.sent += 1;
      if (causes.length > 0) throw causes.shift();
      return "answer";
    },
  };
}

const status = (code: number, retryAfterMs?: number) =>
  Object.assign(new Error(`HTTP ${code}`), { status: code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
const noNetwork = () => new TypeError("Failed to fetch");

function setUp<A extends FetchAdapter>(adapter: A, concurrency = 4) {
  const clock = new RecordingClock();
  const told = { requests: 0, loads: 0 };
  const client = new ApiClient(
    adapter,
    clock,
    () => concurrency,
    () => {
      told.loads += 1;
      return sourceCode.loadErrorText();
    },
  );
  const caller = new AbortController();
  const waits: (Wait | undefined)[] = [];
  const get = (signal = caller.signal) =>
    client.get("/auditlog", new URLSearchParams({ limit: "10" }), {
      signal,
      onRequest: () => (told.requests += 1),
      onWait: (now) => waits.push(now),
    });
  return { adapter, clock, client, caller, told, waits, get };
}

const { signal } = new AbortController();

async function failure(promise: Promise<unknown>): Promise<AuditLogError> {
  try {
    await promise;
  } catch (error) {
    return error as AuditLogError;
  }
  throw new Error("It did not fail.");
}

/** Lets everything run that waits for nothing but its turn. */
async function ticks(): Promise<void> {
  for (let count = 0; count < 30; count += 1) await Promise.resolve();
}

describe("a request", () => {
  it("is sent once, with its path and query, and answers what came", async () => {
    const { adapter, get, told, clock } = setUp(new HeldAdapter());
    const got = get();
    await ticks();
    const [call] = adapter.calls;
    expect([call!.path, String(call!.query), call!.signal.aborted]).to.deep.equal(["/auditlog", "limit=10", false]);
    call!.answer([1, 2]);
    expect(await got).to.deep.equal([1, 2]);
    expect([told.requests, clock.pauses.length]).to.deep.equal([1, 0]);
  });

  it("leaves no time-out behind, however it ends", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter());
    const [answered, failed] = [get(), failure(get())];
    await ticks();
    expect(clock.open).to.equal(2);
    adapter.calls[0]!.answer([]);
    adapter.calls[1]!.fail(status(403));
    await Promise.all([answered, failed]);
    expect(clock.open).to.equal(0);
  });

  it("takes an adapter that throws, or that answers without a promise", async () => {
    const throwing = setUp({
      get: () => {
        throw status(403);
      },
    });
    expect((await failure(throwing.get())).kind).to.equal("forbidden");
    const plain = setUp({ get: () => [] as unknown as Promise<unknown> });
    expect(await plain.get()).to.deep.equal([]);
  });
});

describe("a request that fails", () => {
  const PASSING: [name: string, cause: () => unknown][] = [
    ["no network", noNetwork],
    ["429", () => status(429)],
    ["502", () => status(502)],
    ["503", () => status(503)],
    ["504", () => status(504)],
    ["nothing at all", () => undefined],
  ];
  for (const [name, cause] of PASSING) {
    it(`is tried three times more, with growing pauses: ${name}`, async () => {
      const { adapter, clock, get, told } = setUp(failing(cause(), cause(), cause(), cause(), cause()));
      await failure(get());
      expect([adapter.sent, told.requests]).to.deep.equal([4, 4]);
      expect(clock.pauses).to.deep.equal([500, 1000, 2000]);
    });

    it(`answers as soon as one try does: ${name}`, async () => {
      const { adapter, clock, get } = setUp(failing(cause(), cause()));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, clock.pauses.length]).to.deep.equal([3, 2]);
    });
  }

  it("says that it waits because the server asked for it, once for each pause, and when that is over", async () => {
    const slow = setUp(failing(status(429, 2000), status(429), noNetwork(), status(503, 3000)));
    await failure(slow.get());
    expect(slow.waits).to.deep.equal([
      { kind: "rate-limited", ms: 2000 },
      { kind: "rate-limited", ms: 1000 },
      undefined,
    ]);
    const busy = setUp(failing(status(503, 3000), status(503)));
    await busy.get();
    expect(busy.waits).to.deep.equal([{ kind: "server", ms: 3000 }, undefined]);
    const away = setUp(failing(noNetwork(), status(502)));
    await away.get();
    expect(away.waits).to.deep.equal([]);
  });

  it("is one whose body says so, whatever the adapter makes of it", async () => {
    const bodies: unknown[] = [{ code: 429, message: "slow" }, { code: "503" }, ["found"]];
    const { get, clock } = setUp({ get: () => Promise.resolve(bodies.shift()) });
    expect(await get()).to.deep.equal(["found"]);
    expect(clock.pauses).to.deep.equal([500, 1000]);
  });

  const SAID: [body: unknown, kind: string, status: number, message: string][] = [
    [{ code: 401, message: "Invalid token abc-def-ghi" }, "auth", 401, "Invalid token …"],
    [{ code: 403, message: "Access denied" }, "forbidden", 403, "Access denied"],
    [{ code: "401", message: 7 }, "auth", 401, ""],
    [{ code: 429 }, "rate-limited", 429, ""],
    [{ code: 503, message: "busy" }, "server", 503, "busy"],
    [{ message: "No Route Found [92]" }, "unsupported", 404, "No Route Found [92]"],
    [{ code: 92, message: "no route found" }, "unsupported", 404, "no route found"],
    ["No Route Found [92], Bearer abc-def-ghi", "unsupported", 404, "No Route Found [92], Bearer …"],
  ];
  for (const [body, kind, code, message] of SAID) {
    it(`is told with what the body says: ${JSON.stringify(body)}`, async () => {
      const { get, client } = setUp({ get: () => Promise.resolve(body) });
      const error = await failure(get());
      expect([error.kind, error.status, error.message]).to.deep.equal([kind, code, ""]);
      const told = (await client.withText(error, signal)) as AuditLogError;
      expect([told.kind, told.status, told.message]).to.deep.equal([kind, code, message]);
    });
  }

  const LASTING: [name: string, cause: unknown, kind: string][] = [
    ["400", status(400), "bad-request"],
    ["401", status(401), "auth"],
    ["403", status(403), "forbidden"],
    ["404", status(404), "unsupported"],
    ["408", status(408), "timeout"],
    ["501", status(501), "server"],
    ["no route", new Error("No Route Found [92]"), "unsupported"],
    ["no JSON", new SyntaxError("Unexpected token"), "bad-data"],
    ["a time-out of the adapter", new DOMException("x", "TimeoutError"), "timeout"],
    ["an abort of the adapter", new DOMException("x", "AbortError"), "aborted"],
  ];
  for (const [name, cause, kind] of LASTING) {
    it(`is not tried again: ${name}`, async () => {
      const { adapter, clock, get } = setUp(failing(cause));
      expect((await failure(get())).kind).to.equal(kind);
      expect([adapter.sent, clock.pauses.length]).to.deep.equal([1, 0]);
    });
  }

  describe("with 500", () => {
    it("is tried once more: it may have been one worker of many", async () => {
      const { adapter, clock, get, told } = setUp(failing(status(500)));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, told.requests, clock.pauses]).to.deep.equal([2, 2, [500]]);
    });

    it("fails when it does so again", async () => {
      const { adapter, clock, get, waits } = setUp(failing(status(500), status(500)));
      const { kind, status: code } = await failure(get());
      expect([kind, code]).to.deep.equal(["server", 500]);
      expect([adapter.sent, clock.pauses, waits]).to.deep.equal([2, [500], []]);
    });

    it("is not tried once more after another failure", async () => {
      const { adapter, clock, get } = setUp(failing(status(503), status(500)));
      const { kind, status: code } = await failure(get());
      expect([kind, code]).to.deep.equal(["server", 500]);
      expect([adapter.sent, clock.pauses]).to.deep.equal([2, [500]]);
    });

    it("is tried on when its second try fails in passing", async () => {
      const { adapter, clock, get } = setUp(failing(status(500), noNetwork()));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, clock.pauses]).to.deep.equal([3, [500, 1000]]);
    });
  });

  it("scatters its pauses by half to either side", async () => {
    for (const [chance, pauses] of [
      [0, [250, 500, 1000]],
      [0.999999, [750, 1500, 3000]],
    ] as const) {
      const { clock, get } = setUp(failing(...Array.from({ length: 4 }, noNetwork)));
      clock.chance = chance;
      await failure(get());
      expect(clock.pauses.map(Math.round)).to.deep.equal(pauses);
    }
  });

  it("waits as long as the server asks, and at least its own pause", async () => {
    const { clock, get } = setUp(failing(status(429, 7000), status(503, 100), status(429, 20_000)));
    expect(await get()).to.equal("answer");
    expect(clock.pauses).to.deep.equal([7000, 1000, 20_000]);
  });

  it("is told at once when the server asks for a longer wait", async () => {
    const { adapter, clock, get } = setUp(failing(status(429, 20_001)));
    const error = await failure(get());
    expect([error.kind, error.retryAfterMs]).to.deep.equal(["rate-limited", 20_001]);
    expect([adapter.sent, clock.pauses.length]).to.deep.equal([1, 0]);
  });

  it("says what failed last", async () => {
    const { get } = setUp(failing(noNetwork(), status(503), status(403)));
    expect((await failure(get())).kind).to.equal("forbidden");
  });

  it("leaves its place to others while it pauses", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter(), 1);
    clock.held = true;
    const paused = get();
    const other = get();
    await ticks();
    expect(adapter.calls.length).to.equal(1);
    adapter.calls[0]!.fail(noNetwork());
    await ticks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
    void paused;
  });
});

describe("many requests", () => {
  for (const concurrency of [1, 3, 4]) {
    it(`are never more than ${concurrency} at once, and all are answered in their order`, async () => {
      let running = 0;
      let most = 0;
      const started: number[] = [];
      const adapter: FetchAdapter = {
        async get(_path, { query }) {
          started.push(Number(query.get("at")));
          running += 1;
          most = Math.max(most, running);
          // Some take longer, some fail.
          for (let count = 0; count < (started.length * 7) % 5; count += 1) await Promise.resolve();
          running -= 1;
          if (started.length % 3 === 0) throw status(403);
          return query.get("at");
        },
      };
      const { client, caller } = setUp(adapter, concurrency);
      const all = Array.from({ length: 40 }, (_, at) =>
        client.get("/auditlog", new URLSearchParams({ at: String(at) }), {
          signal: caller.signal,
          onRequest: () => undefined,
        }),
      );
      const ends = await Promise.allSettled(all);
      expect(most).to.equal(concurrency);
      expect(started).to.deep.equal(ends.map((_, at) => at));
      expect(ends.filter(({ status: end }) => end === "fulfilled").length).to.be.within(20, 35);
    });
  }

  it("share the places with those that come later", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 2);
    const first = [get(), get(), get()];
    await ticks();
    adapter.calls[0]!.answer(0);
    await ticks();
    expect(adapter.calls.length).to.equal(3);
    const later = get();
    await ticks();
    expect(adapter.calls.length).to.equal(3);
    adapter.calls[1]!.answer(1);
    await ticks();
    expect(adapter.calls.length).to.equal(4);
    adapter.calls.slice(2).forEach((call) => call.answer("late"));
    expect(await Promise.all([...first, later])).to.deep.equal([0, 1, "late", "late"]);
  });
});

describe("a request that is given up", () => {
  const given = async (promise: Promise<AuditLogError>) => expect((await promise).kind).to.equal("aborted");

  it("before it begins is not sent", async () => {
    const { adapter, caller, get, told } = setUp(new HeldAdapter());
    caller.abort();
    await given(failure(get()));
    expect([adapter.calls.length, told.requests]).to.deep.equal([0, 0]);
  });

  it("before it would have to wait does not wait", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 1);
    void get();
    await given(failure(get(AbortSignal.abort())));
    expect(adapter.calls.length).to.equal(1);
  });

  it("in flight ends at once, even if the adapter does not listen", async () => {
    const { adapter, caller, clock, get } = setUp(new HeldAdapter());
    const got = failure(get());
    await ticks();
    caller.abort();
    await given(got);
    expect(adapter.calls[0]!.signal.aborted).to.equal(true);
    expect(clock.open).to.equal(0);
    // Its late answer is nobody's.
    adapter.calls[0]!.fail(new Error("late"));
    await ticks();
  });

  it("in flight makes room for others", async () => {
    const { adapter, caller, get } = setUp(new HeldAdapter(), 1);
    const got = failure(get());
    const other = get(new AbortController().signal);
    await ticks();
    caller.abort();
    await given(got);
    await ticks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
  });

  it("in the queue ends at once, and its place goes to the next one", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 1);
    const impatient = new AbortController();
    const running = get();
    const waiting = failure(get(impatient.signal));
    const next = get();
    await ticks();
    impatient.abort();
    await given(waiting);
    expect(adapter.calls.length).to.equal(1);
    adapter.calls[0]!.answer("running");
    expect(await running).to.equal("running");
    await ticks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("next");
    expect(await next).to.equal("next");
  });

  it("around the very moment in which its turn comes leaves its place to the next one", async () => {
    for (let moment = 0; moment < 30; moment += 1) {
      const { adapter, get } = setUp(new HeldAdapter(), 1);
      const impatient = new AbortController();
      const running = get();
      const waiting = failure(get(impatient.signal));
      const next = get();
      await ticks();
      adapter.calls[0]!.answer("running");
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      impatient.abort();
      await given(waiting);
      await ticks();
      adapter.calls.forEach((call) => call.answer("late"));
      expect([await running, await next], `after ${moment} turns`).to.deep.equal(["running", "late"]);
    }
  });

  it("in a pause ends at once and is not sent again", async () => {
    const { adapter, caller, clock, get } = setUp(failing(noNetwork()));
    clock.held = true;
    const got = failure(get());
    await ticks();
    expect(clock.pauses).to.deep.equal([500]);
    caller.abort();
    await given(got);
    expect(adapter.sent).to.equal(1);
  });

  it("is 'aborted', whatever the adapter says about it", async () => {
    const { adapter, caller, get } = setUp(new HeldAdapter());
    const got = failure(get());
    await ticks();
    adapter.calls[0]!.fail(status(503));
    caller.abort();
    await given(got);
  });
});

describe("a request without an answer", () => {
  it("ends after a minute, is given up, and is not tried again", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter());
    const got = failure(get());
    await ticks();
    expect(clock.timeouts.length).to.equal(1);
    clock.timeouts[0]!();
    expect((await got).kind).to.equal("timeout");
    expect(adapter.calls.length).to.equal(1);
    expect(adapter.calls[0]!.signal.aborted).to.equal(true);
  });

  it("makes room for others", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter(), 1);
    const got = failure(get());
    const other = get();
    await ticks();
    clock.timeouts[0]!();
    await got;
    await ticks();
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
  });

  it("does not count the time in the queue", async () => {
    const { clock, get } = setUp(new HeldAdapter(), 1);
    void failure(get());
    void failure(get());
    await ticks();
    expect(clock.timeouts.length).to.equal(1);
  });
});

describe("the text of an error", () => {
  const TOKEN = "abc-def-ghi";
  const inFull = (error: AuditLogError): string => [error.message, error.stack, JSON.stringify(error)].join("\n");

  const REJECTIONS: [name: string, cause: unknown, told: string][] = [
    [
      "an AuditLogError that quotes a token",
      Object.assign(new AuditLogError("forbidden", `Bearer ${TOKEN}`, { cause: new Error(`Bearer ${TOKEN}`) }), {
        config: TOKEN,
      }),
      "Bearer …",
    ],
    ["an error of the host's client", Object.assign(status(403), { message: `Bearer ${TOKEN}`, TOKEN }), "Bearer …"],
    ["a text", `Bearer ${TOKEN}`, "Bearer …"],
    ["no JSON", new SyntaxError(`Unexpected token in {"token":"${TOKEN}"}`), 'Unexpected token in {"token":"…"}'],
  ];
  for (const [name, cause, message] of REJECTIONS) {
    it(`is not in the error at first, and later without tokens: ${name}`, async () => {
      const { get, client, told } = setUp(failing(cause, cause, cause, cause));
      const error = await failure(get());
      expect([error.message, error.cause, told.loads]).to.deep.equal(["", undefined, 0]);
      const last = (await client.withText(error, signal)) as AuditLogError;
      expect([last.kind, last.message, told.loads]).to.deep.equal([error.kind, message, 1]);
      const texts = [error, last, ...(last.cause instanceof Error ? [last.cause as AuditLogError] : [])].map(inFull);
      expect(texts.join("\n")).not.to.contain(TOKEN);
    });
  }

  it("of an adapter is not trusted because the viewer made the error before", async () => {
    const first = setUp(failing(status(403)));
    const made = (await first.client.withText(await failure(first.get()), signal)) as AuditLogError;
    made.message = `Bearer ${TOKEN}`;
    const { get, client } = setUp(failing(made));
    const error = await failure(get());
    expect(error.message).to.equal("");
    expect((await client.withText(error, signal)) as AuditLogError).to.have.property("message", "Bearer …");
  });

  it("does not come from an adapter that cannot name its user", async () => {
    const { get } = setUp({
      get: () => Promise.resolve([]),
      user: () => {
        throw new AuditLogError("auth", `Bearer ${TOKEN}`);
      },
    });
    const { kind, message } = await failure(get());
    expect([kind, message]).to.deep.equal(["auth", ""]);
  });

  it("is the viewer's own for its own errors, and needs no code", async () => {
    const late = setUp(new HeldAdapter());
    const got = failure(late.get());
    await ticks();
    late.clock.timeouts[0]!();
    const timeout = await got;
    let user = "maria";
    const another = setUp({ get: () => Promise.resolve([]), user: () => user });
    await another.get();
    user = "tom";
    const changed = await failure(another.get());
    const given = await failure(late.get(AbortSignal.abort()));
    for (const [error, message] of [
      [timeout, "The server did not respond in time."],
      [changed, "Another user signed in."],
      [given, "The request was canceled."],
    ] as const) {
      expect(error.message).to.equal(message);
      expect((await late.client.withText(error, signal)) === error).to.equal(true);
    }
    expect(late.told.loads).to.equal(0);
  });

  it("of the default adapter is not awaited for a 429, and is told without the token that was sent", async () => {
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      getToken: () => "opaque",
      fetch: () => Promise.resolve(new Response(JSON.stringify({ message: "No: OPAQUE!" }), { status: 429 })),
    });
    const { get, client, clock, told } = setUp(adapter);
    const error = await failure(get());
    expect([error.message, told.requests, clock.pauses, told.loads]).to.deep.equal(["", 4, [500, 1000, 2000], 0]);
    expect((await client.withText(error, signal)) as AuditLogError).to.have.property("message", "No: …!");
  });

  it("of the default adapter within an adapter of the page is there for the page", async () => {
    const own = createFetchAdapter({
      baseUrl: "/v2",
      getToken: () => "opaque",
      fetch: () => Promise.resolve(new Response(JSON.stringify({ message: "No: OPAQUE!" }), { status: 403 })),
    });
    const heard: string[] = [];
    const adapter: FetchAdapter = {
      ...own,
      get: (path, options) =>
        own.get(path, options).catch((cause: Error) => {
          heard.push(cause.message);
          throw cause;
        }),
    };
    const { get, client } = setUp(adapter);
    const told = (await client.withText(await failure(get()), signal)) as AuditLogError;
    expect([heard, told.kind, told.message]).to.deep.equal([["No: …!"], "forbidden", "No: …!"]);
  });
});
