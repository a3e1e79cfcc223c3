import { HttpResponse, http } from "msw";
import type { MockServer } from "./engine.js";
import { NO_NETWORK } from "./failures.js";

const BASE = "/ns-api/v2";

/**
 * Answers every request to the API, on whatever origin, from `server`. A service worker does not pass on that a page has
 * given a request up, so the server may go on with it.
 * @param stopped ends what is still waiting
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
        const answer = await server.handle({ method, path, query: url.searchParams, headers, signal });
        return new HttpResponse(answer.body, { status: answer.status, headers: answer.headers });
      } catch (error) {
        const noNetwork = error instanceof TypeError && error.message === NO_NETWORK;
        if (signal.aborted || noNetwork) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}
