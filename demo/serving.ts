import { startMockApi } from "./mocks/browser.js";
import { type MockServer, type MockServerOptions, createMockServer } from "./mocks/index.js";

export interface Serving {
  readonly server: MockServer;
  /** Answers requests inside the page. Set only if no service worker runs. */
  readonly fetch?: typeof fetch;
  /** Why the server runs inside the page, as a sentence. */
  readonly problem?: string;
}

export interface ServingOptions extends MockServerOptions {
  /** The address of the service worker's script, for pages in a folder. */
  workerUrl?: string;
}

/** After this time the worker will not answer any more, even on a slow machine. */
const PATIENCE_MS = 60_000;

/**
 * Starts a server with made-up data for the path `base`, in a service worker. Private windows and some settings allow none; then the
 * same server answers inside the page.
 */
export async function serve(base: string, options: ServingOptions = {}): Promise<Serving> {
  try {
    return { server: await serveInWorker(base, options) };
  } catch (error) {
    console.info("The service worker did not start:", error);
    const server = createMockServer(options);
    return {
      server,
      fetch: serveOnPage(server, base),
      problem:
        "This browser does not start a service worker here, so the mock API runs inside the page. The network tools show no requests.",
    };
  }
}

async function serveInWorker(base: string, options: ServingOptions): Promise<MockServer> {
  if (!navigator.serviceWorker) throw new Error("There are no service workers here.");
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error("It did not answer in time.")), PATIENCE_MS);
  });
  try {
    const { server } = await Promise.race([startMockApi(options), patience]);
    if (!navigator.serviceWorker.controller && !wasReloaded()) await reload();
    // A registered worker may still see none of this page's requests.
    const answer = await Promise.race([fetch(`${base}/version`), patience]);
    if (!answer.headers.get("content-type")?.includes("json")) throw new Error("It does not see this page's requests.");
    server.resetRequests();
    return server;
  } finally {
    clearTimeout(late);
  }
}

/**
 * A worker that another tab uses already has its pages, and controls this page only after a reload.
 * loaded anew.
 */
function reload(): Promise<never> {
  location.reload();
  return new Promise(() => undefined);
}

/** A second reload would not help: a forced reload, for example, bypasses every worker. */
function wasReloaded(): boolean {
  return performance.getEntriesByType("navigation").some((entry) => "type" in entry && entry.type === "reload");
}

function serveOnPage(server: MockServer, base: string): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input), document.baseURI);
    const path = url.pathname.slice(new URL(base, document.baseURI).pathname.length);
    const { status, headers, body } = await server.handle({
      path,
      query: url.searchParams,
      headers: Object.fromEntries(new Headers(init?.headers)),
      ...(init?.signal ? { signal: init.signal } : {}),
    });
    return new Response(body, { status, headers });
  };
}
