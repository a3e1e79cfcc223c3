import { expect } from "@open-wc/testing";
import { FAILURE_HEADER, type Failure, type MockServer } from "../../demo/mocks/index.js";
import { createRecords, createServer } from "./support.js";

const createFailingServer = (...failures: Failure[]) =>
  createServer({ records: createRecords(0, 10, 20), behavior: { failures } });
const get = (from: MockServer, path = "/auditlog", signal?: AbortSignal) =>
  from.handle({ path, query: new URLSearchParams(), ...(signal ? { signal } : {}) });
const requestStatus = async (from: MockServer, path?: string) => (await get(from, path)).status;

async function catchError(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise;
  } catch (error) {
    return error as Error;
  }
  throw new Error("It did not reject.");
}

describe("mock server: failures", () => {
  it("fails at the named request only", async () => {
    const one = createFailingServer({ at: 2, kind: "500" });
    expect([await requestStatus(one), await requestStatus(one), await requestStatus(one)]).to.deep.equal([
      200, 500, 200,
    ]);
  });

  it("fails as often as set, on the set path", async () => {
    const one = createFailingServer({ at: 2, times: 2, kind: "503", path: "/auditlog" });
    const seen: number[] = [];
    for (const path of ["/auditlog", "/version", "/auditlog", "/auditlog", "/auditlog"])
      seen.push(await requestStatus(one, path));
    expect(seen).to.deep.equal([200, 200, 503, 503, 200]);
  });

  it("fails every time, until the behavior is changed", async () => {
    const one = createFailingServer({ at: "every", kind: "401" });
    expect([await requestStatus(one), await requestStatus(one)]).to.deep.equal([401, 401]);
    one.behavior.failures = [];
    expect(await requestStatus(one)).to.equal(200);
  });

  it("counts from the start after its list of requests was emptied", async () => {
    const one = createFailingServer();
    await get(one);
    one.resetRequests();
    one.behavior.failures = [{ at: 1, kind: "404" }];
    expect(await requestStatus(one)).to.equal(404);
  });

  it("rejects like fetch where there is no network", async () => {
    const one = createFailingServer({ at: 1, kind: "network" });
    const error = await catchError(get(one));
    expect(error).to.be.instanceOf(TypeError);
    expect(one.requests.map((seen) => seen.status)).to.deep.equal(["network"]);
  });

  it("says how long to wait with 429", async () => {
    expect((await get(createFailingServer({ at: 1, kind: "429" }))).headers["retry-after"]).to.equal("2");
    expect((await get(createFailingServer({ at: 1, kind: "429", retryAfter: "30" }))).headers["retry-after"]).to.equal(
      "30",
    );
  });

  const bodies: [Failure["kind"], number, (body: string) => boolean][] = [
    ["not-json", 200, (body) => body.startsWith("Could not")],
    ["html", 200, (body) => body.startsWith("<!doctype html>")],
    ["truncated", 200, (body) => body.startsWith('[{"') && !body.endsWith("]")],
    ["empty", 200, (body) => body === ""],
    ["object", 200, (body) => body.startsWith("{")],
    ["400", 400, (body) => body.startsWith('{"code":400,')],
    ["502", 502, (body) => body.startsWith("<html>")],
  ];
  for (const [kind, expected, fits] of bodies) {
    it(`answers ${kind}, marked as broken on purpose`, async () => {
      const answer = await get(createFailingServer({ at: 1, kind }));
      expect(answer.status).to.equal(expected);
      expect(fits(answer.body), answer.body).to.equal(true);
      expect(answer.headers[FAILURE_HEADER]).to.equal(kind);
    });
  }

  it("hangs until the caller aborts", async () => {
    const one = createFailingServer({ at: 1, kind: "hang" });
    const caller = new AbortController();
    const waiting = catchError(get(one, "/auditlog", caller.signal));
    await Promise.resolve();
    expect(one.requests[0]).to.include({ status: "hang", aborted: false });
    caller.abort();
    expect((await waiting).name).to.equal("AbortError");
    expect(one.requests[0]).to.include({ aborted: true });
  });
});

describe("mock server: time and requests", () => {
  it("waits before it answers, longer for a wide window, and never really in a test", async () => {
    const waits: number[] = [];
    const one = createServer({
      records: createRecords(0, 10),
      behavior: { delayMs: 100, delayPerDayMs: 240 },
      sleep: (ms) => {
        waits.push(Math.round(ms));
        return Promise.resolve();
      },
    });
    const query = new URLSearchParams({
      "datetime-start": "2026-11-23T14:30:00Z",
      "datetime-end": "2026-11-23T15:00:00Z",
    });
    await one.handle({ path: "/auditlog", query });
    await one.handle({ path: "/auditlog", query: new URLSearchParams() });
    await one.handle({ path: "/version", query: new URLSearchParams() });
    // Half an hour; the hour since the oldest record; no window at all.
    expect(waits).to.deep.equal([105, 110, 100]);
  });

  it("stops waiting when the caller aborts", async () => {
    const one = createServer({ records: [], behavior: { delayMs: 60_000 } });
    const caller = new AbortController();
    const waiting = catchError(get(one, "/auditlog", caller.signal));
    caller.abort();
    expect((await waiting).name).to.equal("AbortError");
    expect((await catchError(get(one, "/auditlog", caller.signal))).name).to.equal("AbortError");
    expect(one.requests.map((seen) => seen.aborted)).to.deep.equal([true]);
  });

  it("remembers its requests and the sizes of its answers", async () => {
    const one = createServer({ records: createRecords(0, 10, 20) });
    await one.handle({ path: "/auditlog", query: new URLSearchParams("limit=2") });
    await get(one, "/nope");
    expect(
      one.requests.map(({ path, query, status: code, records: count }) => [path, String(query), code, count]),
    ).to.deep.equal([
      ["/auditlog", "limit=2", 200, 2],
      ["/nope", "", 404, 0],
    ]);
    expect(one.requests[0]).to.include({ aborted: false });
  });
});
