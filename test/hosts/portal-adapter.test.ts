import { expect } from "@open-wc/testing";
import { createPortalAdapter, type PortalAdapterOptions } from "../../src/hosts/portal-adapter.js";

const KEY = "ns_t";
const OLD = "old.secret.token";
const NEW = "new.secret.token";

interface Sent {
  readonly url: string;
  readonly authorization: string | null;
}

/** A `fetch` that accepts one token, runs `onRequest` before it answers, and remembers what it was asked. */
function createServer(
  accepted: string,
  onRequest: () => void = () => undefined,
): { sent: Sent[]; fetch: typeof fetch } {
  const sent: Sent[] = [];
  const perform = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const authorization = new Headers(init.headers).get("Authorization");
    sent.push({ url: String(input), authorization });
    onRequest();
    const isKnown = authorization === `Bearer ${accepted}`;
    return new Response(JSON.stringify(isKnown ? [] : { code: 401, message: `no: ${authorization}` }), {
      status: isKnown ? 200 : 401,
    });
  };
  return { sent, fetch: perform };
}

const ask = (options: PortalAdapterOptions) =>
  createPortalAdapter(options).get("/auditlog", {
    query: new URLSearchParams({ limit: "5" }),
    signal: new AbortController().signal,
  });

async function catchError(promise: Promise<unknown>): Promise<{ kind: string; message: string }> {
  try {
    await promise;
  } catch (error) {
    return error as { kind: string; message: string };
  }
  throw new Error("It did not fail.");
}

/** Everything that is written to the console meanwhile. */
async function recordConsole(job: () => unknown): Promise<string> {
  const names = ["log", "info", "warn", "error", "debug"] as const;
  const before = names.map((name) => console[name]);
  const words: unknown[] = [];
  for (const name of names) console[name] = (...all: unknown[]) => void words.push(...all);
  try {
    await job();
  } finally {
    names.forEach((name, at) => (console[name] = before[at]!));
  }
  return words.map(String).join("\n");
}

describe("the classic portal's adapter", () => {
  beforeEach(() => localStorage.setItem(KEY, OLD));
  afterEach(() => localStorage.clear());

  it("calls the portal's own API as the signed-in user", async () => {
    const { sent, fetch } = createServer(OLD);
    expect(await ask({ fetch })).to.deep.equal([]);
    expect(sent).to.deep.equal([
      { url: `${location.origin}/ns-api/v2/auditlog?limit=5`, authorization: `Bearer ${OLD}` },
    ]);
  });

  it("reads the token again for each request", async () => {
    const { sent, fetch } = createServer(NEW);
    const adapter = createPortalAdapter({ fetch });
    localStorage.setItem(KEY, NEW);
    await adapter.get("/auditlog", { query: new URLSearchParams(), signal: new AbortController().signal });
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal([`Bearer ${NEW}`]);
  });

  it("sends no header if no user is signed in", async () => {
    localStorage.removeItem(KEY);
    const { sent, fetch } = createServer(OLD);
    expect((await catchError(ask({ fetch }))).kind).to.equal("auth");
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal([null]);
  });

  it("uses the token that the portal has renewed meanwhile", async () => {
    const { sent, fetch } = createServer(NEW, () => localStorage.setItem(KEY, NEW));
    expect(await ask({ fetch })).to.deep.equal([]);
    expect(sent.map(({ authorization }) => authorization)).to.deep.equal([`Bearer ${OLD}`, `Bearer ${NEW}`]);
  });

  it("does not send a refused token again", async () => {
    const { sent, fetch } = createServer(NEW);
    expect((await catchError(ask({ fetch }))).kind).to.equal("auth");
    expect(sent.length).to.equal(1);
  });

  it("asks once for a new token for all waiting requests", async () => {
    const { sent, fetch } = createServer(NEW);
    let asked = 0;
    const onUnauthorized = async () => {
      asked += 1;
      return NEW;
    };
    const adapter = createPortalAdapter({ fetch, onUnauthorized });
    const options = { query: new URLSearchParams(), signal: new AbortController().signal };
    await Promise.all([adapter.get("/auditlog", options), adapter.get("/accesslog", options)]);
    expect(asked).to.equal(1);
    expect(sent.length).to.equal(4);
  });

  it("never sends the token to another origin", async () => {
    for (const baseUrl of ["https://elsewhere.example/ns-api/v2", "//elsewhere.example/v2", "http://["]) {
      const { sent, fetch } = createServer(OLD);
      const said = await recordConsole(() => ask({ fetch, baseUrl }));
      expect(said).to.contain("own origin");
      expect(sent.map(({ url }) => new URL(url).origin)).to.deep.equal([location.origin]);
    }
  });

  it("keeps another path of the same origin", async () => {
    const { sent, fetch } = createServer(OLD);
    await ask({ fetch, baseUrl: "/proxy/v2/" });
    expect(sent[0]!.url).to.equal(`${location.origin}/proxy/v2/auditlog?limit=5`);
  });

  it("stores and logs nothing of the token", async () => {
    const { fetch } = createServer(NEW);
    let message = "";
    const said = await recordConsole(async () => ({ message } = await catchError(ask({ fetch }))));
    expect(said + message).not.to.contain(OLD);
    expect(Object.keys(localStorage)).to.deep.equal([KEY]);
    expect(Object.keys(sessionStorage)).to.deep.equal([]);
  });
});
