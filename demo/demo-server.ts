import { createFetchAdapter, type FetchAdapter } from "../src/index.js";
import type { ServerBehavior, MockServer } from "./mocks/index.js";
import { serve } from "./serving.js";

export interface DemoServer {
  /** Why the server is inside the page, as a sentence; `undefined` when a service worker runs it. */
  readonly problem: Promise<string | undefined>;
  /** How many requests the server has seen. */
  readonly asked: number;
  /** Changes how the server behaves, or how it will behave once it runs. */
  change(behavior: Partial<ServerBehavior>): void;
  /** A client that asks with this token and has learned nothing about the server yet. Its requests wait for the server. */
  connect(token: string): FetchAdapter;
}

/** A server with made-up data behind `base`. It starts in the background: pages use it at once. */
export function startServer(base: string): DemoServer {
  const behavior: Partial<ServerBehavior> = {};
  let server: MockServer | undefined;
  const started = serve(base).then((serving) => {
    server = serving.server;
    Object.assign(server.behavior, behavior);
    return serving;
  });
  return {
    problem: started.then(({ problem }) => problem),
    get asked() {
      return server?.requests.length ?? 0;
    },
    change: (changed) => void Object.assign(server?.behavior ?? behavior, changed),
    connect(token) {
      const adapter = started.then(({ fetch }) =>
        createFetchAdapter({ baseUrl: base, getToken: () => token, ...(fetch ? { fetch } : {}) }),
      );
      return { get: async (path, options) => (await adapter).get(path, options) };
    },
  };
}
