import type { Random } from "../../../demo/mocks/records/random.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { createFetchAdapter } from "../../../src/api/transport/fetch-adapter.js";
import type { Server } from "./server.js";

/** What the adapter of a host page may reject with. */
const REJECTIONS: readonly (() => unknown)[] = [
  ...[undefined, null, "", "offline", 0, 404, Number.NaN, true, Symbol("x"), 7n, [], {}, () => 1].map(
    (one) => () => one,
  ),
  () => new TypeError("Failed to fetch"),
  () => ({ status: "403", message: 7 }),
  () => ({ kind: "nonsense", name: "AuditLogError", retryAfterMs: -1 }),
  () => ({ response: { status: { valueOf: () => 500 } } }),
  () => Object.create(null) as object,
  () => JSON.parse('{"__proto__":{"status":500},"constructor":null}') as object,
  () =>
    new Proxy(
      {},
      {
        get: () => {
          throw new Error("A lazy error.");
        },
      },
    ),
];

/** Answers of servers that have no access log. */
const NO_ACCESS_LOG: readonly (() => Promise<unknown>)[] = [
  () => Promise.reject(Object.assign(new Error("none"), { status: 404 })),
  ...[null, undefined, {}, "none", 404, { map: 1, length: 2 }].map((body) => () => Promise.resolve(body)),
];

/** An adapter that returns each item as the same object, so that a test can recognize the item. Sometimes it rejects. */
export function createObjectAdapter(server: Server, random: Random, rejections: number): FetchAdapter {
  return {
    get(path, { query }) {
      if (path === "/accesslog") return random.pick(NO_ACCESS_LOG)();
      if (random.next() * 10 < rejections) {
        const cause = random.pick(REJECTIONS)();
        if (random.chance(0.5)) return Promise.reject(cause);
        throw cause;
      }
      return Promise.resolve(server.answer(query).map(({ parsed }) => parsed));
    },
  };
}

/** The adapter of the package, with a `fetch` that returns the bodies of the server. */
export function createTextAdapter(server: Server, random: Random): FetchAdapter {
  // With a status of success, an empty body is an empty list, and no accident.
  const chooseStatus = (body: string) => {
    if (body.trim() === "") return random.pick([400, 500, 599]);
    return body.startsWith("[") || random.chance(0.5) ? 200 : random.pick([200, 203, 400, 500, 599]);
  };
  const answerAs = (body: string) =>
    new Response(body, {
      status: chooseStatus(body),
      headers: { "content-type": random.pick(["application/json", "text/html", "image/png", "x"]) },
    });
  return createFetchAdapter({
    baseUrl: "/api",
    fetch: (input) => {
      const url = new URL(String(input), location.href);
      if (url.pathname.endsWith("/accesslog")) {
        return Promise.resolve(
          new Response(random.pick(["{}", "null", "", "<html>"]), { status: random.pick([200, 404]) }),
        );
      }
      return Promise.resolve(answerAs(server.body(url.searchParams)));
    },
  });
}
