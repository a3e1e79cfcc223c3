import { expect } from "@open-wc/testing";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import { waitUntil } from "../../flows/support.js";
import { ask, catchError, fakeFetch, createJsonResponse, list, TOKEN } from "./fetch-adapter-support.js";

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
    it(`accepts a base with extra spaces or slashes: ${JSON.stringify(base)}`, async () => {
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

  it("returns any JSON", async () => {
    for (const body of [[], [{ a: 1 }], {}, null, 0, "text", false]) {
      expect(await ask({ fetch: fakeFetch(createJsonResponse(body)).fetch })).to.deep.equal(body);
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
  it("is read before every request, and sent only in the header", async () => {
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

  it("is an error of the page if the page cannot return one, and nothing is sent", async () => {
    const { sent, fetch } = fakeFetch(list());
    const getToken = () => Promise.reject(Object.assign(new Error("Session over"), { status: 401 }));
    expect((await catchError(ask({ fetch, getToken }))).kind).to.equal("auth");
    expect(sent).to.deep.equal([]);
  });

  it("is never part of an error's message", async () => {
    const messages = [
      catchError(
        ask({
          fetch: fakeFetch(createJsonResponse({ message: `Invalid token ${TOKEN}!` }, 403)).fetch,
          getToken: () => TOKEN,
        }),
      ),
      catchError(
        ask({
          fetch: fakeFetch(createJsonResponse({ message: `Bearer ${TOKEN} ${TOKEN}` }, 500)).fetch,
          getToken: () => TOKEN,
        }),
      ),
      catchError(
        ask({
          fetch: fakeFetch(createJsonResponse({ message: TOKEN }, 401)).fetch,
          getToken: () => "old",
          onUnauthorized: () => TOKEN,
        }),
      ),
      catchError(ask({ fetch: fakeFetch(new Response(TOKEN)).fetch, getToken: () => TOKEN })),
      catchError(ask({ getToken: () => `${TOKEN}\n` + "line", fetch: fakeFetch(list()).fetch })),
      catchError(ask({ getToken: () => `${TOKEN}✓`, fetch: fakeFetch(list()).fetch })),
    ];
    for (const error of await Promise.all(messages)) {
      expect(error.message).not.to.contain("secret");
      expect(String((error.cause as Error | undefined)?.message)).not.to.contain("secret");
    }
  });

  it("with characters that no header allows is an error of signing in, and nothing is sent", async () => {
    const { sent, fetch } = fakeFetch(list());
    expect((await catchError(ask({ fetch, getToken: () => "a\nb" }))).kind).to.equal("auth");
    expect(sent).to.deep.equal([]);
  });
});

describe("an aborted request", () => {
  it("is aborted in fetch", async () => {
    const caller = new AbortController();
    let heard: AbortSignal | null | undefined;
    const fetch: typeof globalThis.fetch = (_url, init) => {
      heard = init?.signal;
      return new Promise((_, reject) => heard!.addEventListener("abort", () => reject(heard!.reason as Error)));
    };
    const got = catchError(ask({ fetch }, { signal: caller.signal }));
    await waitUntil(() => heard, "the request");
    caller.abort();
    expect((await got).kind).to.equal("aborted");
    expect(heard === caller.signal).to.equal(true);
  });

  it("is aborted in the platform's own fetch, too", async () => {
    const caller = new AbortController();
    caller.abort();
    expect((await catchError(ask({ baseUrl: "/nowhere" }, { signal: caller.signal }))).kind).to.equal("aborted");
  });
});
