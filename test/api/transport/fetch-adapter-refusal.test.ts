import { expect } from "@open-wc/testing";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import { waitUntil } from "../../flows/support.js";
import { ask, catchError, fakeFetch, createJsonResponse, list, createRefusal } from "./fetch-adapter-support.js";

describe("a refusal (401)", () => {
  it("asks the page for a new token and sends the request once more", async () => {
    const { sent, fetch } = fakeFetch(createRefusal(), createJsonResponse(["found"]));
    let asked = 0;
    const onUnauthorized = () => {
      asked += 1;
      return "new";
    };
    expect(await ask({ fetch, getToken: () => "old", onUnauthorized })).to.deep.equal(["found"]);
    expect(asked).to.equal(1);
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal(["Bearer old", "Bearer new"]);
    expect(sent[1]!.url).to.equal(sent[0]!.url);
  });

  for (const [name, answer] of [
    ["in the body alone", createJsonResponse({ code: 401, message: "Invalid token old-a1b2c3" })],
    ["as text in the body", createJsonResponse({ code: "401 Unauthorized", message: "Invalid token old-a1b2c3" })],
    ["in the body of another error", createJsonResponse({ code: 401, message: "Invalid token old-a1b2c3" }, 500)],
  ] as const) {
    it(`is recognized ${name}`, async () => {
      const { sent, fetch } = fakeFetch(answer, list());
      expect(await ask({ fetch, getToken: () => "old-a1b2c3", onUnauthorized: () => "new" })).to.deep.equal([]);
      expect(sent.map(({ authorization }) => authorization)).to.deep.equal(["Bearer old-a1b2c3", "Bearer new"]);
      const error = await catchError(ask({ fetch: fakeFetch(answer).fetch, getToken: () => "old-a1b2c3" }));
      expect([error.kind, error.status, error.message]).to.deep.equal(["auth", 401, "Invalid token …"]);
    });
  }

  /** A server that accepts one token, and a page that keeps returning the old one. */
  function createStaleServer() {
    const server = { accepted: "new 1", asked: 0, sent: [] as (string | null)[] };
    let answer = (_token: string | undefined) => undefined as void;
    const perform = async (_url: unknown, init?: RequestInit) => {
      const authorization = new Headers(init?.headers).get("Authorization");
      server.sent.push(authorization);
      return authorization === `Bearer ${server.accepted}` ? list() : createRefusal();
    };
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      fetch: perform as typeof fetch,
      getToken: () => "old",
      onUnauthorized: () => {
        server.asked += 1;
        return new Promise<string | undefined>((resolve) => (answer = resolve));
      },
    });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    return { server, get, answer: (token: string | undefined) => answer(token) };
  }

  it("asks once for all requests if the page keeps returning the old token, also for later requests", async () => {
    const { server, get, answer } = createStaleServer();
    const four = Promise.all([get(), get(), get(), get()]);
    await waitUntil(() => server.sent.length === 4 && server.asked === 1, "the question");
    const fifth = get();
    answer("new 1");
    expect(await four).to.deep.equal([[], [], [], []]);
    await fifth;
    await get();
    expect(server.asked).to.equal(1);
    // Nobody sends a token again that was refused.
    expect(server.sent.filter((one) => one === "Bearer old").length).to.equal(4);
    server.accepted = "new 2";
    const later = Promise.all([get(), get()]);
    await waitUntil(() => server.asked === 2, "the question");
    answer("new 2");
    expect(await later).to.deep.equal([[], []]);
    expect(server.asked).to.equal(2);
  });

  it("asks again after the page had no new token, and once for all waiting requests", async () => {
    const { server, get, answer } = createStaleServer();
    const two = Promise.all([catchError(get()), catchError(get())]);
    await waitUntil(() => server.sent.length === 2 && server.asked === 1, "the question");
    answer(undefined);
    expect((await two).map(({ kind }) => kind)).to.deep.equal(["auth", "auth"]);
    expect(server.asked).to.equal(1);
    const again = get();
    await waitUntil(() => server.asked === 2, "the question");
    answer("new 1");
    expect(await again).to.deep.equal([]);
    expect(server.asked).to.equal(2);
  });

  it("is the answer if the second try is refused, too", async () => {
    const { sent, fetch } = fakeFetch(createRefusal());
    let asked = 0;
    const onUnauthorized = () => `new ${(asked += 1)}`;
    const error = await catchError(ask({ fetch, getToken: () => "old", onUnauthorized }));
    expect([error.kind, error.status, sent.length, asked]).to.deep.equal(["auth", 401, 2, 1]);
  });

  it("is the answer if the page has no function for a new token", async () => {
    const { sent, fetch } = fakeFetch(createRefusal());
    const error = await catchError(ask({ fetch, getToken: () => "old" }));
    expect([error.kind, error.status, error.message, sent.length]).to.deep.equal(["auth", 401, "Unauthorized", 1]);
  });

  for (const nothing of [null, undefined, ""]) {
    it(`is the answer when the page has no new token (${JSON.stringify(nothing)})`, async () => {
      const { sent, fetch } = fakeFetch(createRefusal());
      const error = await catchError(ask({ fetch, getToken: () => "old", onUnauthorized: () => nothing }));
      expect([error.kind, error.status, sent.length]).to.deep.equal(["auth", 401, 1]);
    });
  }

  it("asks once for all waiting requests", async () => {
    let token = "old";
    const { sent, fetch } = fakeFetch(createRefusal(), createRefusal(), createRefusal(), list());
    let asked = 0;
    let renew = (_token: string) => undefined as void;
    const onUnauthorized = () => {
      asked += 1;
      return new Promise<string>((resolve) => (renew = resolve));
    };
    const adapter = createFetchAdapter({ baseUrl: "/v2", fetch, getToken: () => token, onUnauthorized });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    const all = Promise.all([get(), get(), get()]);
    await waitUntil(() => sent.length === 3 && asked === 1, "the question");
    token = "new";
    renew(token);
    expect(await all).to.deep.equal([[], [], []]);
    expect(asked).to.equal(1);
    const headers = sent.map(({ authorization }) => authorization);
    expect(headers).to.deep.equal([..."000"].map(() => "Bearer old").concat([..."000"].map(() => "Bearer new")));
  });

  it("uses the new token that another request has received", async () => {
    let token = "old";
    let respondLate = (_response: Response) => undefined as void;
    const fetchSlowly = () => new Promise<Response>((resolve) => (respondLate = resolve));
    const { sent, fetch } = fakeFetch(fetchSlowly, createRefusal(), list());
    let asked = 0;
    const onUnauthorized = () => {
      asked += 1;
      return (token = "new");
    };
    const adapter = createFetchAdapter({ baseUrl: "/v2", fetch, getToken: () => token, onUnauthorized });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    const first = get();
    await waitUntil(() => sent.length === 1, "the first request");
    await get();
    respondLate(createRefusal());
    await first;
    expect(asked).to.equal(1);
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal([
      "Bearer old",
      "Bearer old",
      "Bearer new",
      "Bearer new",
    ]);
  });

  it("asks again another time", async () => {
    const { fetch } = fakeFetch(createRefusal(), list(), createRefusal(), list());
    let asked = 0;
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      fetch,
      getToken: () => "t",
      onUnauthorized: () => `n${(asked += 1)}`,
    });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    await get();
    await get();
    expect(asked).to.equal(2);
  });

  it("does not block requests after the page failed to return a token", async () => {
    const { fetch } = fakeFetch(createRefusal(), createRefusal(), list());
    const answers = [() => Promise.reject(new Error("Sign-in closed")), () => Promise.resolve("new")];
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      fetch,
      getToken: () => "t",
      onUnauthorized: () => answers.shift()!(),
    });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    expect((await catchError(get())).message).to.equal("The page did not provide a token.");
    expect(await get()).to.deep.equal([]);
  });
});
