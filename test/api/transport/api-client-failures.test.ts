import { expect } from "@open-wc/testing";
import type { AuditLogError } from "../../../src/core/errors.js";
import {
  createFailingAdapter,
  HeldAdapter,
  createNetworkError,
  setUp,
  signal,
  createStatusError,
} from "./api-client-support.js";
import { runMicrotasks } from "../../support/microtasks.js";
import { catchError } from "../../support/catch-error.js";

describe("a request that fails", () => {
  const PASSING: [name: string, cause: () => unknown][] = [
    ["no network", createNetworkError],
    ["429", () => createStatusError(429)],
    ["502", () => createStatusError(502)],
    ["503", () => createStatusError(503)],
    ["504", () => createStatusError(504)],
    ["nothing at all", () => undefined],
  ];
  for (const [name, cause] of PASSING) {
    it(`is tried three times more, with growing pauses: ${name}`, async () => {
      const { adapter, clock, get, told } = setUp(createFailingAdapter(cause(), cause(), cause(), cause(), cause()));
      await catchError(get());
      expect([adapter.sent, told.requests]).to.deep.equal([4, 4]);
      expect(clock.pauses).to.deep.equal([500, 1000, 2000]);
    });

    it(`returns the answer of the first try that succeeds: ${name}`, async () => {
      const { adapter, clock, get } = setUp(createFailingAdapter(cause(), cause()));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, clock.pauses.length]).to.deep.equal([3, 2]);
    });
  }

  it("reports each wait that the server asks for, and its end", async () => {
    const slow = setUp(
      createFailingAdapter(
        createStatusError(429, 2000),
        createStatusError(429),
        createNetworkError(),
        createStatusError(503, 3000),
      ),
    );
    await catchError(slow.get());
    expect(slow.waits).to.deep.equal([
      { kind: "rate-limited", ms: 2000 },
      { kind: "rate-limited", ms: 1000 },
      undefined,
    ]);
    const busy = setUp(createFailingAdapter(createStatusError(503, 3000), createStatusError(503)));
    await busy.get();
    expect(busy.waits).to.deep.equal([{ kind: "server", ms: 3000 }, undefined]);
    const away = setUp(createFailingAdapter(createNetworkError(), createStatusError(502)));
    await away.get();
    expect(away.waits).to.deep.equal([]);
  });

  it("fails if the body says so, even if the adapter resolves", async () => {
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
    it(`has the message of the body: ${JSON.stringify(body)}`, async () => {
      const { get, client } = setUp({ get: () => Promise.resolve(body) });
      const error = await catchError(get());
      expect([error.kind, error.status, error.message]).to.deep.equal([kind, code, ""]);
      const told = (await client.withText(error, signal)) as AuditLogError;
      expect([told.kind, told.status, told.message]).to.deep.equal([kind, code, message]);
    });
  }

  const LASTING: [name: string, cause: unknown, kind: string][] = [
    ["400", createStatusError(400), "bad-request"],
    ["401", createStatusError(401), "auth"],
    ["403", createStatusError(403), "forbidden"],
    ["404", createStatusError(404), "unsupported"],
    ["408", createStatusError(408), "timeout"],
    ["501", createStatusError(501), "server"],
    ["no route", new Error("No Route Found [92]"), "unsupported"],
    ["no JSON", new SyntaxError("Unexpected token"), "bad-data"],
    ["a time-out of the adapter", new DOMException("x", "TimeoutError"), "timeout"],
    ["an abort of the adapter", new DOMException("x", "AbortError"), "aborted"],
  ];
  for (const [name, cause, kind] of LASTING) {
    it(`is not tried again: ${name}`, async () => {
      const { adapter, clock, get } = setUp(createFailingAdapter(cause));
      expect((await catchError(get())).kind).to.equal(kind);
      expect([adapter.sent, clock.pauses.length]).to.deep.equal([1, 0]);
    });
  }

  describe("with 500", () => {
    it("is tried once more, as only one of the server's workers may have failed", async () => {
      const { adapter, clock, get, told } = setUp(createFailingAdapter(createStatusError(500)));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, told.requests, clock.pauses]).to.deep.equal([2, 2, [500]]);
    });

    it("fails if it gets a second 500", async () => {
      const { adapter, clock, get, waits } = setUp(
        createFailingAdapter(createStatusError(500), createStatusError(500)),
      );
      const { kind, status: code } = await catchError(get());
      expect([kind, code]).to.deep.equal(["server", 500]);
      expect([adapter.sent, clock.pauses, waits]).to.deep.equal([2, [500], []]);
    });

    it("is not tried once more after another failure", async () => {
      const { adapter, clock, get } = setUp(createFailingAdapter(createStatusError(503), createStatusError(500)));
      const { kind, status: code } = await catchError(get());
      expect([kind, code]).to.deep.equal(["server", 500]);
      expect([adapter.sent, clock.pauses]).to.deep.equal([2, [500]]);
    });

    it("is tried again if its second try fails with a passing error", async () => {
      const { adapter, clock, get } = setUp(createFailingAdapter(createStatusError(500), createNetworkError()));
      expect(await get()).to.equal("answer");
      expect([adapter.sent, clock.pauses]).to.deep.equal([3, [500, 1000]]);
    });
  });

  it("scatters its pauses by half to either side", async () => {
    for (const [chance, pauses] of [
      [0, [250, 500, 1000]],
      [0.999999, [750, 1500, 3000]],
    ] as const) {
      const { clock, get } = setUp(createFailingAdapter(...Array.from({ length: 4 }, createNetworkError)));
      clock.chance = chance;
      await catchError(get());
      expect(clock.pauses.map(Math.round)).to.deep.equal(pauses);
    }
  });

  it("waits as long as the server asks, and at least its own pause", async () => {
    const { clock, get } = setUp(
      createFailingAdapter(createStatusError(429, 7000), createStatusError(503, 100), createStatusError(429, 20_000)),
    );
    expect(await get()).to.equal("answer");
    expect(clock.pauses).to.deep.equal([7000, 1000, 20_000]);
  });

  it("fails at once if the server asks for a longer wait", async () => {
    const { adapter, clock, get } = setUp(createFailingAdapter(createStatusError(429, 20_001)));
    const error = await catchError(get());
    expect([error.kind, error.retryAfterMs]).to.deep.equal(["rate-limited", 20_001]);
    expect([adapter.sent, clock.pauses.length]).to.deep.equal([1, 0]);
  });

  it("fails with the last error", async () => {
    const { get } = setUp(createFailingAdapter(createNetworkError(), createStatusError(503), createStatusError(403)));
    expect((await catchError(get())).kind).to.equal("forbidden");
  });

  it("leaves its place to others while it pauses", async () => {
    const { adapter, clock, get } = setUp(new HeldAdapter(), 1);
    clock.held = true;
    const paused = get();
    const other = get();
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(1);
    adapter.calls[0]!.fail(createNetworkError());
    await runMicrotasks();
    expect(adapter.calls.length).to.equal(2);
    adapter.calls[1]!.answer("other");
    expect(await other).to.equal("other");
    void paused;
  });
});
