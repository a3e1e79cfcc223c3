import { expect } from "@open-wc/testing";
import { addText, noteSource, TEXT_WAIT_MS, type LoadErrorText } from "../../../src/api/transport/error-source.js";
import { createStatusError, toAuditLogError } from "../../../src/api/transport/error-mapping.js";
import * as errorText from "../../../src/api/transport/error-text.js";
import { AuditLogError } from "../../../src/core/errors.js";

/** A clock whose pauses the test ends. */
function createClock() {
  const pauses: { ms: number; end: () => void; signal: AbortSignal }[] = [];
  const sleep = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      pauses.push({ ms, end: resolve, signal: signal! });
      signal?.addEventListener("abort", () => reject(signal.reason as Error));
    });
  return { pauses, sleep };
}

/** A loader that counts how often it is asked. */
function createLoader(load: LoadErrorText = () => Promise.resolve(errorText)) {
  const loader = { asked: 0, load: () => ((loader.asked += 1), load()) };
  return loader;
}

const loadForever: LoadErrorText = () => new Promise(() => undefined);
const createQuotingError = () =>
  Object.assign(new Error("Wrong: Bearer abc-def-ghi"), { status: 503, retryAfterMs: 9 });
const { signal } = new AbortController();
const pickParts = (error: unknown) => {
  const { kind, status, retryAfterMs, message, cause } = error as AuditLogError;
  return { kind, status, retryAfterMs, message, cause };
};
const BARE = { kind: "server", status: 503, retryAfterMs: 9, message: "", cause: undefined };

describe("the text of an error", () => {
  it("is added without tokens, and leaves no timeout", async () => {
    const clock = createClock();
    const error = toAuditLogError(createQuotingError());
    const told = await addText(error, createLoader().load, clock, signal);
    expect(pickParts(told)).to.deep.include({ ...BARE, message: "Wrong: Bearer …", cause: (told as Error).cause });
    expect(((told as Error).cause as Error).message).to.equal("Wrong: Bearer …");
    expect(pickParts(error), "the first error stays without").to.deep.equal(BARE);
    expect(clock.pauses.map(({ ms, signal: end }) => [ms, end.aborted])).to.deep.equal([[TEXT_WAIT_MS, true]]);
  });

  it("can be added to the same error again", async () => {
    const error = toAuditLogError(createQuotingError());
    const [one, other] = [1, 2].map(() => addText(error, createLoader().load, createClock(), signal));
    expect((await one) as Error).to.have.property("message", "Wrong: Bearer …");
    expect((await other) as Error).to.have.property("message", "Wrong: Bearer …");
  });

  it("is missing when its code cannot be loaded", async () => {
    const clock = createClock();
    const failing = createLoader(() => Promise.reject(new TypeError("Failed to fetch dynamically imported module")));
    const broken = createLoader(() => {
      throw new Error("no");
    });
    for (const { load } of [failing, broken]) {
      expect(pickParts(await addText(toAuditLogError(createQuotingError()), load, clock, signal))).to.deep.equal(BARE);
    }
    expect(clock.pauses.every(({ signal: end }) => end.aborted)).to.equal(true);
  });

  it("is missing if its code does not arrive in time", async () => {
    const clock = createClock();
    const got = addText(toAuditLogError(createQuotingError()), loadForever, clock, signal);
    clock.pauses[0]!.end();
    expect(pickParts(await got)).to.deep.equal(BARE);
  });

  it("is not awaited after the request was aborted", async () => {
    const caller = new AbortController();
    const clock = createClock();
    const got = addText(toAuditLogError(createQuotingError()), loadForever, clock, caller.signal);
    caller.abort(new Error("Bearer abc-def-ghi"));
    expect(pickParts(await got)).to.deep.equal(BARE);
  });

  const NOTHING: [name: string, error: unknown][] = [
    ["an error of the viewer", new AuditLogError("timeout", "The server did not respond in time.")],
    ["an error of a request that is the viewer's own", noteSource(new AuditLogError("auth", "Redirected."))],
    ["a server that says nothing", createStatusError(500, "")],
    ["nothing at all", toAuditLogError(undefined)],
    ["an abort", toAuditLogError(new DOMException("x", "AbortError"))],
    ["another value", "Bearer abc-def-ghi"],
    ["the reason of an abort", new DOMException("x", "AbortError")],
  ];
  for (const [name, error] of NOTHING) {
    it(`needs no code: ${name}`, async () => {
      const loader = createLoader();
      const told = await addText(error, loader.load, createClock(), signal);
      expect([loader.asked, told === error]).to.deep.equal([0, true]);
    });
  }

  it("needs no code after the request was aborted", async () => {
    const loader = createLoader();
    const error = toAuditLogError(createQuotingError());
    expect((await addText(error, loader.load, createClock(), AbortSignal.abort())) === error).to.equal(true);
    expect(loader.asked).to.equal(0);
  });

  it("does not fail, whatever the adapter rejected with", async () => {
    const circle = new AuditLogError("server", "x");
    Object.assign(circle, { cause: circle });
    const trap = new Proxy(new AuditLogError("server", "x"), {
      get: () => {
        throw new Error("no");
      },
    });
    for (const cause of [circle, trap]) {
      const told = await addText(toAuditLogError(cause), createLoader().load, createClock(), signal);
      expect(told).to.be.instanceOf(AuditLogError);
    }
  });
});
