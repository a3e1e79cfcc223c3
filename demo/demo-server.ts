import { createFetchAdapter, type FetchAdapter } from "../src/index.js";
import type { MockServer } from "./mocks/index.js";
import { serve } from "./serving.js";

export interface DemoServer {
  readonly server: MockServer;
  /** A client that asks with this token, and knows nothing of the server yet. */
  connect(token: string): FetchAdapter;
  /** Why the server is inside the page, as a sentence. */
  readonly problem?: string;
}

/** A server with made-up data behind `base`; whether a service worker or the page answers, the rest need not know. */
export async function startServer(base: string): Promise<DemoServer> {
  const { server, fetch, problem } = await serve(base);
  return {
    server,
    connect: (token) => createFetchAdapter({ baseUrl: base, getToken: () => token, ...(fetch ? { fetch } : {}) }),
    ...(problem ? { problem } : {}),
  };
}
