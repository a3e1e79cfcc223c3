import { expect } from "@open-wc/testing";
import type { FetchAdapterOptions } from "../../../src/api/transport/adapter.js";
import { type ErrorKind } from "../../../src/core/errors.js";
import type { Clock } from "../../../src/core/clock.js";
import type { LoadErrorText } from "../../../src/api/transport/error-source.js";
import { FetchRequests } from "../../../src/api/transport/fetch-requests.js";
import { sourceCode } from "../../support/source-code.js";
import {
  type Answer,
  ask,
  catchError,
  fakeFetch,
  createJsonResponse,
  list,
  createRefusal,
  TOKEN,
} from "./fetch-adapter-support.js";

/** What fetch answers for a redirect that it must not follow; a script cannot make one. */
function createRedirect(): Response {
  const response = new Response(null);
  return Object.defineProperties(response, {
    type: { value: "opaqueredirect" },
    status: { value: 0 },
    ok: { value: false },
    clone: { value: () => response },
  });
}

describe("an invalid answer", () => {
  const createHtmlResponse = (status: number) =>
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
    { name: "a redirect to a sign-in page", answer: createRedirect, kind: "auth" },
    { name: "HTML", answer: createHtmlResponse(200), kind: "bad-data", status: 200 },
    { name: "text", answer: new Response("Could not connect"), kind: "bad-data", status: 200 },
    { name: "half a list", answer: new Response('[{"by-user":"ma'), kind: "bad-data", status: 200 },
    { name: "two values", answer: new Response("[] []"), kind: "bad-data", status: 200 },
    { name: "a gateway's page", answer: createHtmlResponse(502), kind: "server", status: 502, message: "Gateway" },
    { name: "an empty error", answer: new Response("", { status: 500 }), kind: "server", status: 500, message: "" },
    {
      name: "the documented error",
      answer: createJsonResponse({ code: 403, message: "Access denied" }, 403),
      kind: "forbidden",
      status: 403,
      message: "Access denied",
    },
    {
      name: "an error whose message is no text",
      answer: createJsonResponse({ message: { a: 1 } }, 400),
      kind: "bad-request",
      status: 400,
    },
    { name: "an error that is a list", answer: createJsonResponse(["x"], 400), kind: "bad-request", status: 400 },
    { name: "an error that is null", answer: createJsonResponse(null, 404), kind: "unsupported", status: 404 },
    {
      name: "an old server",
      answer: createJsonResponse({ message: "No Route Found [92]" }, 400),
      kind: "unsupported",
      status: 400,
    },
    {
      name: "a limit, with seconds",
      answer: createJsonResponse({}, 429, { "Retry-After": "7" }),
      kind: "rate-limited",
      status: 429,
      retryAfterMs: 7000,
    },
    { name: "a limit without a wait", answer: createJsonResponse({}, 429), kind: "rate-limited", status: 429 },
    {
      name: "an error with the status 200",
      answer: createJsonResponse({ code: 403, message: "Access denied" }),
      kind: "forbidden",
      status: 403,
      message: "Access denied",
    },
    {
      name: "a limit with the status 200",
      answer: createJsonResponse({ code: "429" }, 200, { "Retry-After": "7" }),
      kind: "rate-limited",
      status: 429,
      retryAfterMs: 7000,
    },
    {
      name: "an old server, in JSON",
      answer: createJsonResponse({ message: "No Route Found [92]" }),
      kind: "unsupported",
      status: 404,
    },
    { name: "an old server, in text", answer: new Response("No Route Found [92]"), kind: "unsupported", status: 404 },
    { name: "no network", answer: new TypeError("Failed to fetch"), kind: "network", message: "Failed to fetch" },
  ];
  for (const { name, answer, kind, status, message, retryAfterMs } of CASES) {
    it(`is an error: ${name}`, async () => {
      const error = await catchError(ask({ fetch: fakeFetch(answer).fetch }));
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
    it(`is an empty list if the request succeeded: ${name}`, async () => {
      expect(await ask({ fetch: fakeFetch(answer()).fetch })).to.deep.equal([]);
    });
  }

  it("may say how long to wait", async () => {
    const waitUntil = async (date: Date) => {
      const headers = { "Retry-After": date.toUTCString() };
      return (await catchError(ask({ fetch: fakeFetch(createJsonResponse({}, 503, headers)).fetch }))).retryAfterMs;
    };
    expect(await waitUntil(new Date(0)), "long ago").to.equal(0);
    expect(await waitUntil(new Date(Date.UTC(9999, 0))), "in thousands of years").to.be.above(1e12);
  });

  it("is a network error if it breaks off", async () => {
    const createBrokenResponse = () =>
      new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError("network error")) }));
    expect((await catchError(ask({ fetch: fakeFetch(createBrokenResponse).fetch }))).kind).to.equal("network");
  });
});

describe("the text of an adapter's error", () => {
  const send = (options: Partial<FetchAdapterOptions>, load: LoadErrorText, clock: Pick<Clock, "sleep">) =>
    new FetchRequests("/v2", { baseUrl: "/v2", ...options }, load, clock).get("/auditlog", {
      query: new URLSearchParams(),
      signal: new AbortController().signal,
    });
  const createRefusingOptions = (message: string) => ({
    fetch: fakeFetch(createJsonResponse({ message }, 403)).fetch,
    getToken: () => TOKEN,
  });
  const patient = { sleep: () => new Promise<void>(() => undefined) };
  const impatient = { sleep: () => Promise.resolve() };
  const loadForever: LoadErrorText = () => new Promise(() => undefined);
  const failToLoad: LoadErrorText = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));

  it("is missing when its code cannot be loaded, or does not come in time", async () => {
    for (const [load, clock] of [
      [failToLoad, patient],
      [loadForever, impatient],
    ] as const) {
      const { kind, status, message, cause } = await catchError(
        send(createRefusingOptions(`Bearer ${TOKEN}`), load, clock),
      );
      expect([kind, status, message, cause]).to.deep.equal(["forbidden", 403, "", undefined]);
    }
  });

  it("is added when its code is loaded", async () => {
    const error = await catchError(send(createRefusingOptions(`Bearer ${TOKEN}`), sourceCode.loadErrorText, patient));
    expect([error.kind, error.message]).to.deep.equal(["forbidden", "Bearer …"]);
  });

  it("is the adapter's own text, without that code, if no server or page gave one", async () => {
    const ways: [options: Partial<FetchAdapterOptions>, kind: ErrorKind, message: string][] = [
      [{ fetch: fakeFetch(createRedirect).fetch }, "auth", "The server redirected the request."],
      [{ fetch: fakeFetch(new Response(TOKEN)).fetch }, "bad-data", "The response is not JSON."],
      [
        { fetch: fakeFetch(list()).fetch, getToken: () => `${TOKEN}\nline` },
        "auth",
        "The token has characters that are not allowed in a request header.",
      ],
      [{ fetch: fakeFetch(new Response("", { status: 500 })).fetch }, "server", ""],
    ];
    for (const [options, kind, message] of ways) {
      const error = await catchError(send(options, loadForever, patient));
      expect([error.kind, error.message, error.cause]).to.deep.equal([kind, message, undefined]);
    }
  });

  it("is empty if the browser's own fetch has no network", async () => {
    const own = globalThis.fetch;
    try {
      globalThis.fetch = () => Promise.reject(new TypeError(`Failed to fetch ${TOKEN}`));
      const { kind, message, cause } = await catchError(send({}, loadForever, patient));
      expect([kind, message, cause]).to.deep.equal(["network", "", undefined]);
    } finally {
      globalThis.fetch = own;
    }
  });

  it("has the page's reason as its cause when the page has no token, without the token that was sent", async () => {
    const options = {
      fetch: fakeFetch(createRefusal()).fetch,
      getToken: () => "opaque",
      onUnauthorized: () => Promise.reject(new Error("Cannot renew OPAQUE!")),
    };
    const { message, cause } = await catchError(send(options, sourceCode.loadErrorText, patient));
    expect([message, (cause as Error).message]).to.deep.equal(["The page did not provide a token.", "Cannot renew …!"]);
  });
});
