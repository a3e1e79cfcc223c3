import { expect } from "@open-wc/testing";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import type { AuditLogError } from "../../../src/core/errors.js";
import {
  createFailingAdapter,
  HeldAdapter,
  createNetworkError,
  setUp,
  createStatusError,
} from "./api-client-support.js";
import { runMicrotasks } from "../../support/microtasks.js";
import { catchError } from "../../support/catch-error.js";

describe("a request", () => {
  it("is sent once, with its path and query, and returns the answer", async () => {
    const { adapter, get, told, clock } = setUp(new HeldAdapter());
    const got = get();
    await runMicrotasks();
    const [call] = adapter.calls;
    expect([call!.path, String(call!.query), call!.signal.aborted]).to.deep.equal(["/auditlog", "limit=10", false]);
    call!.answer([1, 2]);
    expect(await got).to.deep.equal([1, 2]);
    expect([told.requests, clock.pauses.length]).to.deep.equal([1, 0]);
  });

  it("leaves no timeout behind", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter());
    const [answered, failed] = [get(), catchError(get())];
    await runMicrotasks();
    expect(clock.open).to.equal(2);
    adapter.calls[0]!.answer([]);
    adapter.calls[1]!.fail(createStatusError(403));
    await Promise.all([answered, failed]);
    expect(clock.open).to.equal(0);
  });

  it("accepts an adapter that throws or returns no promise", async () => {
    const throwing = setUp({
      get: () => {
        throw createStatusError(403);
      },
    });
    expect((await catchError(throwing.get())).kind).to.equal("forbidden");
    const plain = setUp({ get: () => [] as unknown as Promise<unknown> });
    expect(await plain.get()).to.deep.equal([]);
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
          if (started.length % 3 === 0) throw createStatusError(403);
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

  it("share the places with later requests", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 2);
    const first = [get(), get(), get()];
    await runMicrotasks();
    adapter.calls[0]!.answer(0);
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(3);
    const later = get();
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(3);
    adapter.calls[1]!.answer(1);
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(4);
    adapter.calls.slice(2).forEach((call) => call.answer("late"));
    expect(await Promise.all([...first, later])).to.deep.equal([0, 1, "late", "late"]);
  });
});

describe("an aborted request", () => {
  const expectAborted = async (promise: Promise<AuditLogError>) => expect((await promise).kind).to.equal("aborted");

  it("is not sent if it is aborted before it begins", async () => {
    const { adapter, caller, get, told } = setUp(new HeldAdapter());
    caller.abort();
    await expectAborted(catchError(get()));
    expect([adapter.calls.length, told.requests]).to.deep.equal([0, 0]);
  });

  it("does not wait if it is aborted before its wait", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 1);
    void get();
    await expectAborted(catchError(get(AbortSignal.abort())));
    expect(adapter.calls.length).to.equal(1);
  });

  it("ends at once in flight, even if the adapter ignores the signal", async () => {
    const { adapter, caller, clock, get } = setUp(new HeldAdapter());
    const got = catchError(get());
    await runMicrotasks();
    caller.abort();
    await expectAborted(got);
    expect(adapter.calls[0]!.signal.aborted).to.equal(true);
    expect(clock.open).to.equal(0);
    // The late answer has no effect.
    adapter.calls[0]!.fail(new Error("late"));
    await runMicrotasks();
  });

  it("makes room for others when it is in flight", async () => {
    const { adapter, caller, get } = setUp(new HeldAdapter(), 1);
    const got = catchError(get());
    const other = get(new AbortController().signal);
    await runMicrotasks();
    caller.abort();
    await expectAborted(got);
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
  });

  it("ends at once in the queue, and the next request gets its place", async () => {
    const { adapter, get } = setUp(new HeldAdapter(), 1);
    const impatient = new AbortController();
    const running = get();
    const waiting = catchError(get(impatient.signal));
    const next = get();
    await runMicrotasks();
    impatient.abort();
    await expectAborted(waiting);
    expect(adapter.calls.length).to.equal(1);
    adapter.calls[0]!.answer("running");
    expect(await running).to.equal("running");
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("next");
    expect(await next).to.equal("next");
  });

  it("leaves its place to the next one if it is aborted just when its turn comes", async () => {
    for (let moment = 0; moment < 30; moment += 1) {
      const { adapter, get } = setUp(new HeldAdapter(), 1);
      const impatient = new AbortController();
      const running = get();
      const waiting = catchError(get(impatient.signal));
      const next = get();
      await runMicrotasks();
      adapter.calls[0]!.answer("running");
      for (let count = 0; count < moment; count += 1) await Promise.resolve();
      impatient.abort();
      await expectAborted(waiting);
      await runMicrotasks();
      adapter.calls.forEach((call) => call.answer("late"));
      expect([await running, await next], `after ${moment} turns`).to.deep.equal(["running", "late"]);
    }
  });

  it("ends at once in a pause, and is not sent again", async () => {
    const { adapter, caller, clock, get } = setUp(createFailingAdapter(createNetworkError()));
    clock.held = true;
    const got = catchError(get());
    await runMicrotasks();
    expect(clock.pauses).to.deep.equal([500]);
    caller.abort();
    await expectAborted(got);
    expect(adapter.sent).to.equal(1);
  });

  it("is 'aborted', whatever the adapter rejects with", async () => {
    const { adapter, caller, get } = setUp(new HeldAdapter());
    const got = catchError(get());
    await runMicrotasks();
    adapter.calls[0]!.fail(createStatusError(503));
    caller.abort();
    await expectAborted(got);
  });
});

describe("a request without an answer", () => {
  it("is aborted after a minute, and not tried again", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter());
    const got = catchError(get());
    await runMicrotasks();
    expect(clock.timeouts.length).to.equal(1);
    clock.timeouts[0]!();
    expect((await got).kind).to.equal("timeout");
    expect(adapter.calls.length).to.equal(1);
    expect(adapter.calls[0]!.signal.aborted).to.equal(true);
  });

  it("makes room for others", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter(), 1);
    const got = catchError(get());
    const other = get();
    await runMicrotasks();
    clock.timeouts[0]!();
    await got;
    await runMicrotasks();
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
  });

  it("does not count the time in the queue", async () => {
    const { clock, get } = setUp(new HeldAdapter(), 1);
    void catchError(get());
    void catchError(get());
    await runMicrotasks();
    expect(clock.timeouts.length).to.equal(1);
  });
});
