import { createFetchAdapter, type FetchAdapter } from "../src/index.js";
import { startMockApi } from "./mocks/browser.js";
import { createMockServer, type MockServer } from "./mocks/index.js";

export interface DemoServer {
  readonly server: MockServer;
  /** A client that asks with this token, and knows nothing of the server yet. */
  connect(token: string): FetchAdapter;
  /** Why the server is inside the page, as a sentence. */
  readonly problem?: string;
}

/** A worker that has not answered by then will not. */
const PATIENCE_MS = 10_000;

/**
 * A server with made-up data behind `base`, in a service worker. Private windows and some settings allow none: then the
 * same server answers inside the page, and the rest of the page need not know.
 */
export async function startServer(base: string): Promise<DemoServer> {
  try {
    const connect = (token: string) => createFetchAdapter({ baseUrl: base, getToken: () => token });
    return { server: await inServiceWorker(base), connect };
  } catch (error) {
    console.info("The service worker did not start:", error);
    const server = createMockServer();
    return {
      server,
      connect: (token) => createFetchAdapter({ baseUrl: base, getToken: () => token, fetch: inPage(server, base) }),
      problem:
        "This browser does not start a service worker here, so the data are served inside the page: no requests appear in the network tools.",
    };
  }
}

async function inServiceWorker(base: string): Promise<MockServer> {
  if (!navigator.serviceWorker) throw new Error("There are no service workers here.");
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<never>((_, reject) => {
    late = setTimeout(() => reject(new Error("It did not answer in time.")), PATIENCE_MS);
  });
  try {
    const { server } = await Promise.race([startMockApi(), patience]);
    // A worker may be registered and still see none of this page's requests.
    const answer = await Promise.race([fetch(`${base}/version`), patience]);
    if (!answer.headers.get("content-type")?.includes("json")) throw new Error("It does not see this page's requests.");
    server.resetRequests();
    return server;
  } finally {
    clearTimeout(late);
  }
}

function inPage(server: MockServer, base: string): typeof fetch {
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
