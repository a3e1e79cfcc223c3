import { expect } from "@open-wc/testing";
import { toAuditLogError } from "../../../src/api/transport/error-mapping.js";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { FetchAdapterOptions } from "../../../src/api/transport/adapter.js";
import { AuditLogError, type ErrorKind } from "../../../src/core/errors.js";
import type { Clock } from "../../../src/core/clock.js";
import type { LoadErrorText } from "../../../src/api/transport/error-source.js";
import { FetchRequests } from "../../../src/api/transport/fetch-requests.js";
import { sourceCode } from "../../support/source-code.js";
import { waitUntil } from "../../flows/support.js";

const TOKEN = "secret.token.value";

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
  readonly authorization: string | null;
}

type Answer = Response | Error | (() => Response | Promise<Response>);

/** A `fetch` that answers from a list, the last answer for ever, and remembers what it was asked. */
function fakeFetch(...answers: Answer[]): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  const perform = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const url = String(input);
    sent.push({ url, init, authorization: new Headers(init.headers).get("Authorization") });
    const answer = answers[Math.min(sent.length, answers.length) - 1]!;
    if (answer instanceof Error) throw answer;
    return answer instanceof Response ? answer.clone() : answer();
  };
  return { sent, fetch: perform };
}

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
const list = () => json([]);
const refused = () => json({ code: 401, message: "Unauthorized" }, 401);

/** What fetch answers for a redirect that it must not follow; a script cannot make one. */
function redirect(): Response {
  const response = new Response(null);
  return Object.defineProperties(response, {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
    clone: { value: () => response },
  });
}

const ask = (
  options: Partial<FetchAdapterOptions>,
  { path = "/auditlog", query = new URLSearchParams(), signal = new AbortController().signal } = {},
) => createFetchAdapter({ baseUrl: "/ns-api/v2", ...options }).get(path, { query, signal });

async function failure(promise: Promise<unknown>): Promise<AuditLogError> {
  try {
    await promise;
  } catch (error) {
    return error instanceof AuditLogError ? error : toAuditLogError(error);
  }
  throw new Error("It did not fail.");
}

describe("the fetch adapter", () => {
  const URLS: { base: string; path: string; query?: [string, string][]; url: string }[] = [
    { base: "/ns-api/v2", path: "/auditlog", url: "/ns-api/v2/auditlog" },
    { base: "/ns-api/v2/", path: "/auditlog", url: "/ns-api/v2/auditlog" },
    { base: "https://api.example/ns-api/v2//", path: "/domains/~", url: "https://api.example/ns-api/v2/domains/~" },
    { base: "", path: "/version", url: "/version" },
    {
      base: "https://api.example",
      path: "@elsewhere.example/auditlog",
      url: "https://api.example/@elsewhere.example/auditlog",
    },
    { base: "", path: "//elsewhere.example/auditlog", url: "/elsewhere.example/auditlog" },
    {
      base: "/v2",
      path: "/auditlog",
      query: [
        ["datetime-start", "2026-11-23T08:15:07Z"],
        ["target-user", "a&b=c #ü+%"],
      ],
      url: "/v2/auditlog?datetime-start=2026-11-23T08%3A15%3A07Z&target-user=a%26b%3Dc+%23%C3%BC%2B%25",
    },
  ];
  it("asks the page's own origin for a relative base, whatever the page's <base> says", async () => {
    const { sent, fetch } = fakeFetch(list());
    const base = document.createElement("base");
    base.href = "https://cdn.example/assets/";
    document.head.append(base);
    try {
      await ask({ baseUrl: "/ns-api/v2", fetch, getToken: () => TOKEN });
      await ask({ baseUrl: "https://api.example/v2", fetch });
    } finally {
      base.remove();
    }
    expect(sent.map(({ url }) => url)).to.deep.equal([
      `${location.origin}/ns-api/v2/auditlog`,
      "https://api.example/v2/auditlog",
    ]);
  });

  for (const { base, path, query = [], url } of URLS) {
    it(`asks ${url}`, async () => {
      const { sent, fetch } = fakeFetch(list());
      await ask({ baseUrl: base, fetch }, { path, query: new URLSearchParams(query) });
      expect(sent.map((one) => one.url)).to.deep.equal([url]);
    });
  }

  const MENDED: [base: string, url: string][] = [
    ["  /v2 ", "/v2/auditlog"],
    ["\n\thttps://api.example/v2/\n", "https://api.example/v2/auditlog"],
    ["/v2?", "/v2/auditlog"],
    ["https://api.example/v2/#", "https://api.example/v2/auditlog"],
  ];
  for (const [base, url] of MENDED) {
    it(`takes a base with nothing of its own around it: ${JSON.stringify(base)}`, async () => {
      const { sent, fetch } = fakeFetch(list());
      await ask({ baseUrl: base, fetch });
      expect(sent.map((one) => one.url)).to.deep.equal([url]);
    });
  }

  const REFUSED: [base: string, why: string][] = [
    ["https://me:hunter2@api.example/v2", "It must not contain a user name or a password."],
    ["//me@api.example/v2", "It must not contain a user name or a password."],
    ["/v2?key=hunter2", "It must not contain a query or a fragment."],
    ["https://api.example/v2#hunter2", "It must not contain a query or a fragment."],
    ["javascript:alert('hunter2')", "It must begin with https://, http:// or a slash."],
    [" java\nscript:alert('hunter2')", "It must begin with https://, http:// or a slash."],
    ["data:application/json,[]", "It must begin with https://, http:// or a slash."],
    [`blob:${location.origin}/hunter2`, "It must begin with https://, http:// or a slash."],
    ["file:///hunter2", "It must begin with https://, http:// or a slash."],
    ["ws://api.example/v2", "It must begin with https://, http:// or a slash."],
    ["https://", "It is not a URL."],
    ["http://[hunter2", "It is not a URL."],
  ];
  for (const [base, why] of REFUSED) {
    it(`refuses a base and does not repeat it: ${base}`, () => {
      expect(() => createFetchAdapter({ baseUrl: base })).to.throw(
        TypeError,
        new RegExp(`^The base URL of the API cannot be used\\. ${why.replace(/[.?]/g, "\\$&")}$`),
      );
    });
  }

  it("asks by GET for JSON, past the cache, and follows no redirect", async () => {
    const { sent, fetch } = fakeFetch(list());
    await ask({ fetch });
    const { method, redirect: way, cache, credentials, headers, body } = sent[0]!.init;
    expect({ method, way, cache, credentials, body }).to.deep.equal({
      method: "GET",
      way: "manual",
      cache: "no-store",
      credentials: undefined,
      body: undefined,
    });
    expect([...new Headers(headers)]).to.deep.equal([["accept", "application/json"]]);
  });

  it("answers whatever JSON came", async () => {
    for (const body of [[], [{ a: 1 }], {}, null, 0, "text", false]) {
      expect(await ask({ fetch: fakeFetch(json(body)).fetch })).to.deep.equal(body);
    }
  });

  it("uses the page's fetch as it is at the moment of the request", async () => {
    const own = globalThis.fetch;
    const adapter = createFetchAdapter({ baseUrl: "/v2" });
    const { sent, fetch } = fakeFetch(list());
    try {
      globalThis.fetch = fetch;
      await adapter.get("/version", { query: new URLSearchParams(), signal: new AbortController().signal });
    } finally {
      globalThis.fetch = own;
    }
    expect(sent.length).to.equal(1);
  });
});

describe("the token", () => {
  it("is asked for at every request and sent in the header alone", async () => {
    const tokens = [TOKEN, Promise.resolve("second"), null, undefined, ""];
    const { sent, fetch } = fakeFetch(list());
    const adapter = createFetchAdapter({ baseUrl: "/v2", fetch, getToken: () => tokens.shift() });
    for (let count = 0; count < 5; count += 1) {
      await adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    }
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal([
      `Bearer ${TOKEN}`,
      "Bearer second",
      null,
      null,
      null,
    ]);
    expect(sent.some(({ url }) => url.indexOf("secret") !== -1)).to.equal(false);
  });

  it("that cannot be had is the page's failure, and nothing is sent", async () => {
    const { sent, fetch } = fakeFetch(list());
    const getToken = () => Promise.reject(Object.assign(new Error("Session over"), { status: 401 }));
    expect((await failure(ask({ fetch, getToken }))).kind).to.equal("auth");
    expect(sent).to.deep.equal([]);
  });

  it("is never part of an error's message", async () => {
    const messages = [
      failure(
        ask({ fetch: fakeFetch(json({ message: `Invalid token ${TOKEN}!` }, 403)).fetch, getToken: () => TOKEN }),
      ),
      failure(
        ask({ fetch: fakeFetch(json({ message: `Bearer ${TOKEN} ${TOKEN}` }, 500)).fetch, getToken: () => TOKEN }),
      ),
      failure(
        ask({
          fetch: fakeFetch(json({ message: TOKEN }, 401)).fetch,
          getToken: () => "old",
          onUnauthorized: () => TOKEN,
        }),
      ),
      failure(ask({ fetch: fakeFetch(new Response(TOKEN)).fetch, getToken: () => TOKEN })),
      failure(ask({ getToken: () => `${TOKEN}\n` + "line", fetch: fakeFetch(list()).fetch })),
      failure(ask({ getToken: () => `${TOKEN}✓`, fetch: fakeFetch(list()).fetch })),
    ];
    for (const error of await Promise.all(messages)) {
      expect(error.message).not.to.contain("secret");
      expect(String((error.cause as Error | undefined)?.message)).not.to.contain("secret");
    }
  });

  it("with characters that no header takes is a matter of signing in, and nothing is sent", async () => {
    const { sent, fetch } = fakeFetch(list());
    expect((await failure(ask({ fetch, getToken: () => "a\nb" }))).kind).to.equal("auth");
    expect(sent).to.deep.equal([]);
  });
});

describe("a refusal (401)", () => {
  it("asks the page for a new token and sends the request once more", async () => {
    const { sent, fetch } = fakeFetch(refused(), json(["found"]));
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
    ["in the body alone", json({ code: 401, message: "Invalid token old-a1b2c3" })],
    ["as text in the body", json({ code: "401 Unauthorized", message: "Invalid token old-a1b2c3" })],
    ["in the body of another error", json({ code: 401, message: "Invalid token old-a1b2c3" }, 500)],
  ] as const) {
    it(`counts where it is said ${name}`, async () => {
      const { sent, fetch } = fakeFetch(answer, list());
      expect(await ask({ fetch, getToken: () => "old-a1b2c3", onUnauthorized: () => "new" })).to.deep.equal([]);
      expect(sent.map(({ authorization }) => authorization)).to.deep.equal(["Bearer old-a1b2c3", "Bearer new"]);
      const error = await failure(ask({ fetch: fakeFetch(answer).fetch, getToken: () => "old-a1b2c3" }));
      expect([error.kind, error.status, error.message]).to.deep.equal(["auth", 401, "Invalid token …"]);
    });
  }

  /** A server that knows one token, before a page that goes on to give the old one. */
  function stale() {
    const server = { accepted: "new 1", asked: 0, sent: [] as (string | null)[] };
    let answer = (_token: string | undefined) => undefined as void;
    const perform = async (_url: unknown, init?: RequestInit) => {
      const authorization = new Headers(init?.headers).get("Authorization");
      server.sent.push(authorization);
      return authorization === `Bearer ${server.accepted}` ? list() : refused();
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

  it("asks once for all requests of a page that goes on to give the old token, also for those that come later", async () => {
    const { server, get, answer } = stale();
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

  it("asks again after the page had no new token, and once for those that waited", async () => {
    const { server, get, answer } = stale();
    const two = Promise.all([failure(get()), failure(get())]);
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

  it("that comes again is the answer", async () => {
    const { sent, fetch } = fakeFetch(refused());
    let asked = 0;
    const onUnauthorized = () => `new ${(asked += 1)}`;
    const error = await failure(ask({ fetch, getToken: () => "old", onUnauthorized }));
    expect([error.kind, error.status, sent.length, asked]).to.deep.equal(["auth", 401, 2, 1]);
  });

  it("without anybody to ask is the answer", async () => {
    const { sent, fetch } = fakeFetch(refused());
    const error = await failure(ask({ fetch, getToken: () => "old" }));
    expect([error.kind, error.status, error.message, sent.length]).to.deep.equal(["auth", 401, "Unauthorized", 1]);
  });

  for (const nothing of [null, undefined, ""]) {
    it(`is the answer when the page has no new token (${JSON.stringify(nothing)})`, async () => {
      const { sent, fetch } = fakeFetch(refused());
      const error = await failure(ask({ fetch, getToken: () => "old", onUnauthorized: () => nothing }));
      expect([error.kind, error.status, sent.length]).to.deep.equal(["auth", 401, 1]);
    });
  }

  it("asks once for all requests that wait", async () => {
    let token = "old";
    const { sent, fetch } = fakeFetch(refused(), refused(), refused(), list());
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

  it("that comes after another request was given a new token takes that one", async () => {
    let token = "old";
    let late = (_response: Response) => undefined as void;
    const slow = () => new Promise<Response>((resolve) => (late = resolve));
    const { sent, fetch } = fakeFetch(slow, refused(), list());
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
    late(refused());
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
    const { fetch } = fakeFetch(refused(), list(), refused(), list());
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

  it("does not stay in the way after the page failed to find a token", async () => {
    const { fetch } = fakeFetch(refused(), refused(), list());
    const answers = [() => Promise.reject(new Error("Sign-in closed")), () => Promise.resolve("new")];
    const adapter = createFetchAdapter({
      baseUrl: "/v2",
      fetch,
      getToken: () => "t",
      onUnauthorized: () => answers.shift()!(),
    });
    const get = () => adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    expect((await failure(get())).message).to.equal("The page did not provide a token.");
    expect(await get()).to.deep.equal([]);
  });
});

describe("an answer that is none", () => {
  const html = (status: number) =>
    new Response("<!doctype html><title>Sign in</title>", {
      status,
      statusText: "Gateway",
      headers: { "Content-Type": "text/html" },
    });
  const CASES: {
    name: string;
    answer: Answer;
    kind: ErrorKind;
    status?: number;
    message?: string;
    retryAfterMs?: number;
  }[] = [
    { name: "a redirect to a sign-in page", answer: redirect, kind: "auth" },
    { name: "HTML", answer: html(200), kind: "bad-data", status: 200 },
    { name: "text", answer: new Response("Could not connect"), kind: "bad-data", status: 200 },
    { name: "half a list", answer: new Response('[{"by-user":"ma'), kind: "bad-data", status: 200 },
    { name: "two values", answer: new Response("[] []"), kind: "bad-data", status: 200 },
    { name: "a gateway's page", answer: html(502), kind: "server", status: 502, message: "Gateway" },
    { name: "an empty error", answer: new Response("", { status: 500 }), kind: "server", status: 500, message: "" },
    {
      name: "the documented error",
      answer: json({ code: 403, message: "Access denied" }, 403),
      kind: "forbidden",
      status: 403,
      message: "Access denied",
    },
    {
      name: "an error whose message is no text",
      answer: json({ message: { a: 1 } }, 400),
      kind: "bad-request",
      status: 400,
    },
    { name: "an error that is a list", answer: json(["x"], 400), kind: "bad-request", status: 400 },
    { name: "an error that is null", answer: json(null, 404), kind: "unsupported", status: 404 },
    { name: "an old server", answer: json({ message: "No Route Found [92]" }, 400), kind: "unsupported", status: 400 },
    {
      name: "a limit, with seconds",
      answer: json({}, 429, { "Retry-After": "7" }),
      kind: "rate-limited",
      status: 429,
      retryAfterMs: 7000,
    },
    { name: "a limit without a wait", answer: json({}, 429), kind: "rate-limited", status: 429 },
    {
      name: "an error with the status 200",
      answer: json({ code: 403, message: "Access denied" }),
      kind: "forbidden",
      status: 403,
      message: "Access denied",
    },
    {
      name: "a limit with the status 200",
      answer: json({ code: "429" }, 200, { "Retry-After": "7" }),
      kind: "rate-limited",
      status: 429,
      retryAfterMs: 7000,
    },
    {
      name: "an old server, in JSON",
      answer: json({ message: "No Route Found [92]" }),
      kind: "unsupported",
      status: 404,
    },
    { name: "an old server, in text", answer: new Response("No Route Found [92]"), kind: "unsupported", status: 404 },
    { name: "no network", answer: new TypeError("Failed to fetch"), kind: "network", message: "Failed to fetch" },
  ];
  for (const { name, answer, kind, status, message, retryAfterMs } of CASES) {
    it(`is an error: ${name}`, async () => {
      const error = await failure(ask({ fetch: fakeFetch(answer).fetch }));
      expect(error.kind).to.equal(kind);
      expect(error.status).to.equal(status);
      expect(error.retryAfterMs).to.equal(retryAfterMs);
      if (message !== undefined) expect(error.message).to.equal(message);
    });
  }

  for (const [name, answer] of [
    ["an empty body", () => new Response("")],
    ["a blank one", () => new Response(" \r\n")],
    ["no content", () => new Response(null, { status: 204 })],
  ] as const) {
    it(`is none, and an empty list where the request went well: ${name}`, async () => {
      expect(await ask({ fetch: fakeFetch(answer()).fetch })).to.deep.equal([]);
    });
  }

  it("may say until when to wait", async () => {
    const waitUntil = async (date: Date) => {
      const headers = { "Retry-After": date.toUTCString() };
      return (await failure(ask({ fetch: fakeFetch(json({}, 503, headers)).fetch }))).retryAfterMs;
    };
    expect(await waitUntil(new Date(0)), "long ago").to.equal(0);
    expect(await waitUntil(new Date(Date.UTC(9999, 0))), "in thousands of years").to.be.above(1e12);
  });

  it("is an error of the network when it breaks off", async () => {
    const broken = () =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) }));
    expect((await failure(ask({ fetch: fakeFetch(broken).fetch }))).kind).to.equal("network");
  });
});

describe("a request that is given up", () => {
  it("is given up in fetch", async () => {
    const caller = new AbortController();
    let heard: AbortSignal | null | undefined;
    const fetch: typeof globalThis.fetch = (_url, init) => {
      heard = init?.signal;
      return new Promise((_, reject) => heard!.addEventListener("abort", () => reject(heard!.reason as Error)));
    };
    const got = failure(ask({ fetch }, { signal: caller.signal }));
    await waitUntil(() => heard, "the request");
    caller.abort();
    expect((await got).kind).to.equal("aborted");
    expect(heard === caller.signal).to.equal(true);
  });

  it("is given up by the platform's own fetch, too", async () => {
    const caller = new AbortController();
    caller.abort();
    expect((await failure(ask({ baseUrl: "/nowhere" }, { signal: caller.signal }))).kind).to.equal("aborted");
  });
});

describe("the text of an adapter's error", () => {
  const send = (options: Partial<FetchAdapterOptions>, load: LoadErrorText, clock: Pick<Clock, "sleep">) =>
    new FetchRequests("/v2", { baseUrl: "/v2", ...options }, load, clock).get("/auditlog", {
      query: new URLSearchParams(),
      signal: new AbortController().signal,
    });
  const told = (message: string) => ({ fetch: fakeFetch(json({ message }, 403)).fetch, getToken: () => TOKEN });
  const patient = { sleep: () => new Promise<void>(() => undefined) };
  const impatient = { sleep: () => Promise.resolve() };
  const never: LoadErrorText = () => new Promise(() => undefined);
  const refusing: LoadErrorText = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

  it("is missing when its code cannot be loaded, or does not come in time", async () => {
    for (const [load, clock] of [
      [refusing, patient],
      [never, impatient],
    ] as const) {
      const { kind, status, message, cause } = await failure(send(told(`Bearer ${TOKEN}`), load, clock));
      expect([kind, status, message, cause]).to.deep.equal(["forbidden", 403, "", undefined]);
    }
  });

  it("is there, with its code", async () => {
    const error = await failure(send(told(`Bearer ${TOKEN}`), sourceCode.loadErrorText, patient));
    expect([error.kind, error.message]).to.deep.equal(["forbidden", "Bearer …"]);
  });

  it("is the adapter's own, without its code, where no server or page said anything", async () => {
    const ways: [options: Partial<FetchAdapterOptions>, kind: ErrorKind, message: string][] = [
      [{ fetch: fakeFetch(redirect).fetch }, "auth", "The server redirected the request."],
      [{ fetch: fakeFetch(new Response(TOKEN)).fetch }, "bad-data", "The response is not JSON."],
      [
        { fetch: fakeFetch(list()).fetch, getToken: () => `${TOKEN}\nline` },
        "auth",
        "The token has characters that are not allowed in a request header.",
      ],
      [{ fetch: fakeFetch(new Response("", { status: 500 })).fetch }, "server", ""],
    ];
    for (const [options, kind, message] of ways) {
      const error = await failure(send(options, never, patient));
      expect([error.kind, error.message, error.cause]).to.deep.equal([kind, message, undefined]);
    }
  });

  it("is nothing for the browser's own fetch without a network", async () => {
    const own = globalThis.fetch;
    try {
      globalThis.fetch = () => Promise.reject(new TypeError(`Failed to fetch ${TOKEN}`));
      const { kind, message, cause } = await failure(send({}, never, patient));
      expect([kind, message, cause]).to.deep.equal(["network", "", undefined]);
    } finally {
      globalThis.fetch = own;
    }
  });

  it("has the page's reason as its cause when the page has no token, without the token that was sent", async () => {
    const options = {
      fetch: fakeFetch(refused()).fetch,
      getToken: () => "opaque",
      onUnauthorized: () => Promise.reject(new Error("Cannot renew OPAQUE!")),
    };
    const { message, cause } = await failure(send(options, sourceCode.loadErrorText, patient));
    expect([message, (cause as Error).message]).to.deep.equal(["The page did not provide a token.", "Cannot renew …!"]);
  });
});
