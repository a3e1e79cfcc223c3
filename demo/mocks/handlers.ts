import { HttpResponse, http } from "msw";
import { NETWORK_ERROR } from "./server/failures.js";
import type { MockServer } from "./types.js";

const BASE = "/ns-api/v2";

/**
 * Responds to every request to the API, on any origin, from `server`. A service worker does not learn that a page aborted a
 * request, so the server may continue with it.
 * @param stopped ends the requests that still wait
 */
export function createHandlers(server: MockServer, stopped?: AbortSignal) {
  return [
    http.all(`*${BASE}/*`, async ({ request }) => {
      const url = new URL(request.url);
      const path = url.pathname.slice(url.pathname.indexOf(BASE) + BASE.length);
      const headers = Object.fromEntries(request.headers);
      const signal = stopped ? AbortSignal.any([request.signal, stopped]) : request.signal;
      try {
        const { method } = request;
        const response = await server.handle({ method, path, query: url.searchParams, headers, signal });
        return new HttpResponse(response.body, { status: response.status, headers: response.headers });
      } catch (error) {
        const isNetworkError = error instanceof TypeError && error.message === NETWORK_ERROR;
        if (signal.aborted || isNetworkError) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
