import { expect } from "@open-wc/testing";
import { createFetchAdapter, type AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { createMockAdapter, createMockFetch } from "../support/mock-adapter.js";
import { PlainFiles } from "../support/plain-files.js";
import { getAll, get, getText } from "../support/screen.js";
import { JWT, findLeak, OPAQUE, QUOTES } from "../support/token-quotes.js";
import { cleanUp, waitForRender, showViewer, waitUntil } from "./support.js";

/** How a server refuses, one way after the other. */
const REFUSALS: { status: number; code?: unknown; kind: string }[] = [
  { status: 200, code: 401, kind: "auth" },
  { status: 401, code: 401, kind: "auth" },
  { status: 200, code: "403 Forbidden", kind: "forbidden" },
  { status: 500, kind: "server" },
  { status: 400, code: 401, kind: "auth" },
  { status: 429, kind: "rate-limited" },
];

const CONSOLE = ["log", "info", "warn", "error", "debug"] as const;

/** Everything that is on the page: texts and attributes, also what is hidden. */
function collectTexts(node: Node): string {
  const own =
    node instanceof Element ? [...node.attributes].map(({ value }) => value).join("\n") : (node.nodeValue ?? "");
  const root = node instanceof Element && node.shadowRoot ? collectTexts(node.shadowRoot) : "";
  return [own, root, ...[...node.childNodes].map(collectTexts)].join("\n");
}

/** Collects everything that the viewer sends out: events, console, live region, downloads. */
function listen() {
  const told = { events: "", console: "", said: "", files: [] as Promise<string>[], errors: [] as string[] };
  const before = CONSOLE.map((name) => console[name]);
  for (const name of CONSOLE)
    console[name] = (...words: unknown[]) => void (told.console += words.map(describeInFull).join(" "));
  const { createObjectURL } = URL;
  const { click: clickLink } = HTMLAnchorElement.prototype;
  URL.createObjectURL = (data: Blob) => {
    told.files.push(data.text());
    return createObjectURL.call(URL, data);
  };
  HTMLAnchorElement.prototype.click = () => undefined;
  Object.assign(globalThis, { showSaveFilePicker: undefined });
  return {
    told,
    follow(viewer: AuditLogViewer) {
      for (const name of ["alv-error", "alv-auth-required", "alv-results", "alv-search", "alv-export"])
        viewer.addEventListener(name, (event) => {
          const { detail } = event as CustomEvent<{ kind: string }>;
          told.events += JSON.stringify(detail);
          if (name === "alv-error") told.errors.push(detail.kind);
        });
      const region = get(viewer, "status");
      new MutationObserver(() => (told.said += region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    },
    end() {
      CONSOLE.forEach((name, at) => (console[name] = before[at]!));
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = clickLink;
    },
  };
}

/** An error with all that it was caused by. */
function describeInFull(value: unknown): string {
  if (!(value instanceof Error)) return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return [value.name, value.message, value.stack, JSON.stringify(value), describeInFull(value.cause)].join("\n");
}

const createJsonResponse = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const countRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).length;

describe("a token that a server quotes", () => {
  let ears: ReturnType<typeof listen>;
  beforeEach(() => (ears = listen()));
  afterEach(() => {
    ears.end();
    cleanUp();
  });

  for (const [at, quote] of QUOTES.entries()) {
    const { status, code, kind } = REFUSALS[at % REFUSALS.length]!;
    it(`${quote.name} is not shown anywhere (${status}, ${JSON.stringify(code)})`, async () => {
      const token = at % 2 ? JWT : OPAQUE;
      const message = `Invalid token ${quote.say(token)}`;
      let fails: "everywhere" | "sign-ins" = "everywhere";
      const { viewer, server } = await showViewer(
        { makeFiles: () => Promise.resolve(new PlainFiles()) },
        { events: 400, days: 2 },
      );
      const answers = createMockFetch(server);
      viewer.adapter = createFetchAdapter({
        baseUrl: "/ns-api/v2",
        getToken: () => token,
        fetch: async (input, init) => {
          if (fails === "everywhere") return createJsonResponse({ code, message }, status);
          if (/accesslog/.test(String(input))) return createJsonResponse({ code: 403, message });
          return answers(input, { ...init, headers: {} });
        },
      });
      await waitForRender(viewer);
      ears.follow(viewer);
      const { told } = ears;
      await click(get(viewer, "button", "Search"));
      await waitUntil(() => told.errors.length === 1, "the failure");
      await waitForRender(viewer);
      expect(told.errors).to.deep.equal([kind]);
      const screen = collectTexts(viewer);
      // The screen shows the rest of the message: it was cleaned, not dropped.
      expect(getText(viewer)).to.contain(
        `Server response: ${kind === "auth" ? 401 : kind === "forbidden" ? 403 : status}, Invalid`,
      );

      fails = "sign-ins";
      await viewer.search();
      expect(countRows(viewer)).to.equal(10);
      await viewer.exportEvents({ scope: "range" });
      fails = "everywhere";
      const error: unknown = await viewer.exportEvents({ scope: "range" }).catch((cause: unknown) => cause);
      expect(error).to.have.property("kind", kind);
      const files = (await Promise.all(told.files)).join("\n");
      expect(files).to.contain('"accessLog": "refused"');

      const texts = { ...told, screen, now: collectTexts(viewer), files, error: describeInFull(error) };
      for (const [place, text] of Object.entries(texts)) {
        if (typeof text === "string") expect(findLeak(text, quote, token), `${place}: ${text}`).to.equal(undefined);
      }
      expect(told.said).to.match(/\w/);
    });
  }

  it("is not shown if a host's own adapter passes it on", async () => {
    const { viewer, server } = await showViewer();
    const answers = createMockAdapter(server);
    const ways = [
      () => Promise.resolve({ code: 401, message: `Invalid token ${JWT}` }),
      () =>
        Promise.reject(Object.assign(new Error(`HTTP 500: Bearer ${JWT}`), { status: 500, config: { token: JWT } })),
      () => Promise.reject(new SyntaxError(`Unexpected token 'e', "${JWT}" is not valid JSON`)),
      () => Promise.reject({ status: 403, message: `{"token":"${JWT.slice(0, 50)}` }),
    ];
    let way: (() => Promise<unknown>) | undefined;
    viewer.adapter = { get: (path, options) => way?.() ?? answers.get(path, options) };
    await waitForRender(viewer);
    ears.follow(viewer);
    await viewer.search();
    expect(countRows(viewer)).to.equal(10);
    for (const one of ways) {
      way = one;
      await viewer.search();
      const error: unknown = await viewer.exportEvents({ scope: "range" }).catch((cause: unknown) => cause);
      const { events, console: logged, said } = ears.told;
      for (const text of [collectTexts(viewer), describeInFull(error), events, logged, said])
        expect(findLeak(text, { name: "", say: (token) => token }, JWT), text).to.equal(undefined);
    }
    expect(ears.told.errors).to.deep.equal([
      "auth",
      "auth",
      "server",
      "server",
      "bad-data",
      "bad-data",
      "forbidden",
      "forbidden",
    ]);
  });

  it("causes one request for a new token for all requests of a search", async () => {
    const { viewer, server } = await showViewer({}, { events: 5000 });
    const answers = createMockFetch(server);
    let asked = 0;
    let refused = 0;
    viewer.adapter = createFetchAdapter({
      baseUrl: "/ns-api/v2",
      getToken: () => OPAQUE,
      onUnauthorized: () => {
        asked += 1;
        return JWT;
      },
      fetch: async (input, init) => {
        const authorization = new Headers(init?.headers).get("Authorization");
        if (authorization === `Bearer ${JWT}`) return answers(input, { ...init, headers: {} });
        refused += 1;
        return createJsonResponse({ code: 401, message: `Invalid token ${OPAQUE}` });
      },
    });
    await viewer.search({ range: { preset: "last-30-days" } });
    expect(countRows(viewer)).to.equal(10);
    await viewer.exportEvents({ scope: "range", deliver: "blob" });
    expect(refused).to.be.above(1);
    expect(asked).to.equal(1);
  });
});

describe("an API base that cannot be used", () => {
  let ears: ReturnType<typeof listen>;
  beforeEach(() => (ears = listen()));
  afterEach(() => {
    ears.end();
    cleanUp();
  });

  for (const [base, why] of [
    ["https://me:hunter2@api.example/v2", "It must not contain a user name or a password."],
    ["/v2?key=hunter2", "It must not contain a query or a fragment."],
    ["javascript:alert('hunter2')", "It must begin with https://, http:// or a slash."],
    ["http://[hunter2", "It is not a URL."],
  ] as const) {
    it(`is refused with a sentence that does not repeat it: ${base}`, async () => {
      const { viewer } = await showViewer({ adapter: undefined, apiBase: base });
      expect(getText(viewer)).to.contain("No server");
      expect(ears.told.console).to.contain(why).and.not.to.contain("hunter2");
      await viewer.search();
      expect(collectTexts(viewer).replace(base, "")).not.to.contain("hunter2");
    });
  }

  it("is corrected if it has spaces around it", async () => {
    const own = globalThis.fetch;
    const { viewer, server } = await showViewer({ adapter: undefined, apiBase: " /ns-api/v2? \n" });
    try {
      globalThis.fetch = createMockFetch(server);
      await viewer.search();
    } finally {
      globalThis.fetch = own;
    }
    expect(countRows(viewer)).to.equal(10);
    expect(ears.told.console).to.equal("");
  });

  it("is not repeated if it is set as an adapter", async () => {
    await showViewer({ adapter: { token: OPAQUE } as never });
    expect(ears.told.console).to.contain("`adapter` must be an object with a `get` method; the value is ignored.");
    expect(ears.told.console).not.to.contain(OPAQUE);
  });
});
