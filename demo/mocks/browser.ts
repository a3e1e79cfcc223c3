import { setupWorker } from "msw/browser";
import { type MockServer, type MockServerOptions, createMockServer } from "./engine.js";
import { createHandlers } from "./handlers.js";

export interface MockApiOptions extends MockServerOptions {
  /** Where the service worker's script is; beside the pages unless given. */
  workerUrl?: string;
}

export interface MockApi {
  readonly server: MockServer;
  stop(): void;
}

/** Puts the API behind this page's own requests, in a service worker. Everything else passes through. */
export async function startMockApi({ workerUrl, ...options }: MockApiOptions = {}): Promise<MockApi> {
  const server = createMockServer(options);
  const stopped = new AbortController();
  const worker = setupWorker(...createHandlers(server, stopped.signal));
  await worker.start({
    quiet: true,
    onUnhandledRequest: "bypass",
    serviceWorker: { url: workerUrl ?? `${import.meta.env.BASE_URL}mockServiceWorker.js` },
  });
  return {
    server,
    stop: () => {
      // The worker waits for every open request, and one that hangs would hold it for good.
      stopped.abort();
      worker.stop();
    },
  };
}
