import { expect } from "@open-wc/testing";
import { SchemaViolation, createMockAdapter, createMockFetch } from "../support/mock-adapter.js";
import { validateAnswer, validateRequest, validateUrl } from "../support/wire-schema.js";
import { NOW, createRecords, createServer } from "./support.js";

describe("wire schema: requests", () => {
  const good = [
    "/auditlog?datetime-start=2026-11-23T14:00:00Z&datetime-end=2026-11-23T15:00:00Z&limit=1000&start=0",
    "/auditlog?datetime-start=2026-11-23 14:00:00&by-ip=2001:db8::1&target-user=100",
    "/accesslog?datetime-end=2026-11-23T14:00:00-05:00[America/New_York]&action-type=login",
    "/domains?start=100&limit=100",
    "/domains/~",
    "/jwt",
  ];
  const bad = [
    "/auditlog?by-user=maria",
    "/auditlog?order=desc",
    "/auditlog?datetime-start=2026-11-23",
    "/auditlog?datetime-start=2026-11-23T14:00:00.000Z",
    "/auditlog?datetime-start=2026-02-30T14:00:00Z",
    "/auditlog?datetime-start=2026-11-23T14:00:00Z&datetime-end=2026-11-23T13:59:59Z",
    "/auditlog?limit=0",
    "/auditlog?limit=1001",
    "/auditlog?start=-1",
    "/auditlog?limit=",
    "/auditlog?action-type=create&action-type=add",
    "/domains?filter=abc",
    "/jwt?limit=1",
    "/subscriptions",
    "/auditlog/",
  ];
  const findProblems = (text: string) => {
    const url = new URL(text, "http://api.example");
    return validateRequest(url.pathname, url.searchParams);
  };
  for (const text of good) it(`allows ${text}`, () => expect(findProblems(text)).to.deep.equal([]));
  for (const text of bad) it(`reports ${text}`, () => expect(findProblems(text)).to.have.length(1));
  it("reports a path that is a whole URL", () => {
    expect(validateRequest("https://elsewhere.example/auditlog", new URLSearchParams())).to.have.length(1);
  });

  it("reports another origin, another path, credentials", () => {
    const base = new URL("https://pbx.example/ns-api/v2");
    const check = (text: string) => validateUrl(new URL(text), base).length;
    expect(check("https://pbx.example/ns-api/v2/auditlog")).to.equal(0);
    expect(check("https://evil.example/ns-api/v2/auditlog")).to.equal(1);
    expect(check("https://pbx.example/ns-api/v2evil/auditlog")).to.equal(1);
    expect(check("https://me:secret@pbx.example/ns-api/v2/auditlog")).to.equal(1);
  });
});

describe("wire schema: answers", () => {
  const cases: [string, number, unknown, number][] = [
    ["/auditlog", 200, [], 0],
    ["/auditlog", 200, [{}, { "by-ip": null, "target-user": 100, "by-user": "", "auditlog-details": "" }], 0],
    ["/auditlog", 200, { items: [] }, 1],
    ["/auditlog", 200, ["text"], 1],
    ["/auditlog", 200, [{ "by-user": { name: "x" } }], 1],
    ["/auditlog", 200, [{ byUser: "x" }], 1],
    ["/auditlog", 200, [{ "auditlog-details": [1] }], 1],
    ["/auditlog", 403, { code: 403, message: "no" }, 0],
    ["/auditlog", 403, { code: 404, message: "no" }, 1],
    ["/auditlog", 500, "oops", 1],
    ["/domains", 200, [{ domain: "a.example" }], 0],
    ["/domains", 200, [{ domain: "a b" }, {}], 2],
    ["/domains/count", 200, { total: "40" }, 0],
    ["/domains/count", 200, 40, 1],
    ["/version", 200, { apiversion: "45" }, 1],
  ];
  for (const [path, status, json, count] of cases) {
    it(`finds ${count} problem(s) in ${path} ${status} ${JSON.stringify(json)}`, () => {
      expect(validateAnswer(path, status, json)).to.have.length(count);
    });
  }

  it("finds nothing wrong with anything that the mock server says", async () => {
    const server = createServer({ events: 5000, unreadableTimes: 20, behavior: { limit: "ignored" } });
    const adapter = createMockAdapter(server);
    for (const path of ["/auditlog", "/accesslog", "/domains", "/domains/count", "/domains/~", "/jwt", "/version"]) {
      await adapter.get(path, { query: new URLSearchParams() });
    }
    expect(server.requests.reduce((sum, { records: count }) => sum + count, 0)).to.be.above(5000);
  });
});

describe("mock adapter", () => {
  const createQuery = (text = "") => new URLSearchParams(text);
  const catchError = async (promise: Promise<unknown>) => {
    try {
      await promise;
    } catch (error) {
      return error as Error & { status?: number; retryAfterMs?: number };
    }
    throw new Error("It did not reject.");
  };

  it("resolves with parsed JSON, for the session of its token", async () => {
    const adapter = createMockAdapter(createServer({ records: [] }), { token: "mock-reseller-Pinecrest" });
    expect(await adapter.get("/jwt", { query: createQuery() })).to.include({ territory: "Pinecrest" });
  });

  it("rejects with the status, the server's words and how long to wait", async () => {
    const server = createServer({ records: [], behavior: { failures: [{ at: 1, kind: "429", retryAfter: "7" }] } });
    const adapter = createMockAdapter(server, { token: "mock-basic-user" });
    const limited = await catchError(adapter.get("/auditlog", { query: createQuery() }));
    expect([limited.status, limited.retryAfterMs]).to.deep.equal([429, 7000]);
    const refused = await catchError(adapter.get("/auditlog", { query: createQuery() }));
    expect([refused.status, refused.message, refused.retryAfterMs]).to.deep.equal([403, "Access denied", undefined]);
  });

  it("rejects a broken body as a parser does, and without network as fetch does", async () => {
    const failures = (["truncated", "html", "empty", "network"] as const).map((kind, index) => ({
      at: index + 1,
      kind,
    }));
    const adapter = createMockAdapter(createServer({ records: createRecords(0), behavior: { failures } }));
    const rejected: string[] = [];
    for (const _ of failures)
      rejected.push((await catchError(adapter.get("/auditlog", { query: createQuery() }))).name);
    expect(rejected).to.deep.equal(["SyntaxError", "SyntaxError", "SyntaxError", "TypeError"]);
  });

  it("throws for a request or an answer that the documents do not allow", async () => {
    const heard: Error[] = [];
    const onViolation = (violation: Error) => heard.push(violation);
    const odd = createServer({ records: [{ time: NOW, record: { "by-user": ["nested"] } }] });
    const adapter = createMockAdapter(odd, { onViolation });
    expect(await catchError(adapter.get("/auditlog", { query: createQuery("by-user=x") }))).to.be.instanceOf(
      SchemaViolation,
    );
    expect(odd.requests).to.have.length(0);
    expect(await catchError(adapter.get("/auditlog", { query: createQuery() }))).to.be.instanceOf(SchemaViolation);
    expect(heard).to.have.length(2);
    const fuzz = createMockAdapter(odd, { onViolation, checkAnswers: false });
    expect(await fuzz.get("/auditlog", { query: createQuery() })).to.have.length(1);
  });

  it("replaces fetch", async () => {
    const server = createServer({ records: createRecords(0) });
    const mocked = createMockFetch(server, { baseUrl: "https://pbx.example/ns-api/v2/" });
    const headers = { Authorization: "Bearer mock-office-manager" };
    expect((await mocked("https://pbx.example/ns-api/v2/auditlog?limit=5", { headers })).status).to.equal(403);
    const answer = await mocked("https://pbx.example/ns-api/v2/auditlog");
    expect(answer.headers.get("content-type")).to.contain("application/json");
    expect(await answer.json()).to.have.length(1);
    const caller = new AbortController();
    caller.abort();
    const aborted = mocked("https://pbx.example/ns-api/v2/auditlog", { signal: caller.signal });
    expect((await catchError(aborted)).name).to.equal("AbortError");
  });

  it("throws for a request to elsewhere, with cookies, or with another method than GET", async () => {
    const heard: string[] = [];
    const mocked = createMockFetch(createServer({ records: [] }), {
      baseUrl: "https://pbx.example/ns-api/v2",
      onViolation: ({ message }) => heard.push(message),
    });
    await catchError(mocked("https://evil.example/ns-api/v2/auditlog"));
    await catchError(mocked("https://pbx.example/ns-api/v2/auditlog", { credentials: "include" }));
    await catchError(mocked("https://pbx.example/ns-api/v2/auditlog", { method: "POST" }));
    await catchError(mocked("https://pbx.example/ns-api/v2/auditlog?by-user=x"));
    expect(heard).to.have.length(4);
  });
});
