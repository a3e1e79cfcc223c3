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
  addEventListener("unhandledrejection", ignoreFailedUpdate);
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

/**
 * The library looks for a newer worker in the background and handles no failure of that, such as a page that goes offline or that
 * is left at that moment. The worker that is there serves.
 */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (/^Failed to update a ServiceWorker/.test((event.reason as Error | undefined)?.message ?? ""))
    event.preventDefault();
}
