import { setupWorker } from "msw/browser";
import { createMockServer } from "./server/mock-server.js";
import { createHandlers } from "./handlers.js";
import type { MockServer, MockServerOptions } from "./types.js";

export interface MockApiOptions extends MockServerOptions {
  /** The URL of the service worker's script; the default is beside the pages. */
  workerUrl?: string;
}

export interface MockApi {
  readonly server: MockServer;
  stop(): void;
}

/** Serves the API to this page's requests, in a service worker. All other requests go to the network. */
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
      // The worker waits for every open request, and one without a response would keep it forever.
      stopped.abort();
      worker.stop();
    },
  };
}

/**
 * The library looks for a newer worker in the background and does not handle a failure, such as a page that goes offline or
 * that the user leaves. The current worker continues to serve.
 */
function ignoreFailedUpdate(event: PromiseRejectionEvent): void {
  if (/^Failed to update a ServiceWorker/.test((event.reason as Error | undefined)?.message ?? ""))
    event.preventDefault();
}
