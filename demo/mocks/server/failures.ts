import { createErrorResponse, createGatewayResponse, createJsonResponse } from "./responses.js";
import type { Failure } from "./server-behavior.js";
import type { MockResponse } from "../types.js";

/** The response header that names a failure on purpose. */
export const FAILURE_HEADER = "x-mock-failure";

/** The message of a browser's fetch without network. */
export const NETWORK_ERROR = "Failed to fetch";

/** Decides which request fails. */
export class FailurePlan {
  /** How often each planned failure has happened; a new failure object in the behavior starts at 0. */
  readonly #done = new WeakMap<Failure, number>();

  /** @param seen the paths of all requests so far, with this one */
  next(failures: readonly Failure[], seen: readonly string[]): Failure | undefined {
    const path = seen.at(-1);
    const due = failures.find((failure) => {
      if (failure.path !== undefined && failure.path !== path) return false;
      const times = failure.times ?? (failure.at === "every" ? Number.POSITIVE_INFINITY : 1);
      if ((this.#done.get(failure) ?? 0) >= times) return false;
      if (failure.at === "every") return true;
      return seen.filter((one) => failure.path === undefined || one === failure.path).length >= failure.at;
    });
    if (due) this.#done.set(due, (this.#done.get(due) ?? 0) + 1);
    return due;
  }
}

/** The wrong response of a failure; `network` and `hang` have no response. */
export function createFailedResponse(failure: Failure, right: MockResponse): MockResponse {
  const response = breakResponse(failure, right);
  return { ...response, headers: { ...response.headers, [FAILURE_HEADER]: failure.kind } };
}

function breakResponse({ kind, retryAfter = "2" }: Failure, right: MockResponse): MockResponse {
  switch (kind) {
    case "400":
    case "401":
    case "403":
    case "404":
    case "500":
      return createErrorResponse(Number(kind));
    case "429": {
      const response = createErrorResponse(429);
      return { ...response, headers: { ...response.headers, "retry-after": retryAfter } };
    }
    case "502":
    case "503":
    case "504":
      return createGatewayResponse(Number(kind));
    case "not-json":
      return { ...right, status: 200, body: "Could not connect: too many connections" };
    case "html":
      // A portal whose session has ended returns its sign-in page.
      return {
        status: 200,
        headers: { "content-type": "text/html; charset=utf-8" },
        body: "<!doctype html><title>Sign in</title><form><input name=user><input name=password></form>",
      };
    case "truncated":
      return { ...right, body: right.body.slice(0, Math.max(1, Math.floor(right.body.length / 2))) };
    case "empty":
      return { ...right, status: 200, body: "" };
    case "object":
      return createJsonResponse({ message: "OK", items: 0 });
    default:
      throw new TypeError(`A failure of kind "${kind}" has no response.`);
  }
}
