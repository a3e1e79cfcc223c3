import { errorAnswer, gatewayAnswer, jsonAnswer } from "./answers.js";
import type { Failure } from "./habits.js";
import type { MockResponse } from "./types.js";

/** Says in an answer's headers that it is wrong on purpose. */
export const FAILURE_HEADER = "x-mock-failure";

/** What a browser's fetch says when there is no network. */
export const NO_NETWORK = "Failed to fetch";

/** Decides which request fails. */
export class FailurePlan {
  /** How often each planned failure has happened; a new object in the habits starts anew. */
  readonly #done = new WeakMap<Failure, number>();

  /** @param seen the paths of all requests so far, this one included */
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

/** The broken answer; `network` and `hang` have none. */
export function failedAnswer(failure: Failure, right: MockResponse): MockResponse {
  const answer = broken(failure, right);
  return { ...answer, headers: { ...answer.headers, [FAILURE_HEADER]: failure.kind } };
}

function broken({ kind, retryAfter = "2" }: Failure, right: MockResponse): MockResponse {
  switch (kind) {
    case "400":
    case "401":
    case "403":
    case "404":
    case "500":
      return errorAnswer(Number(kind));
    case "429": {
      const answer = errorAnswer(429);
      return { ...answer, headers: { ...answer.headers, "retry-after": retryAfter } };
    }
    case "502":
    case "503":
    case "504":
      return gatewayAnswer(Number(kind));
    case "not-json":
      return { ...right, status: 200, body: "Could not connect: too many connections" };
    case "html":
      // A portal whose session has ended answers its sign-in page.
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
      return jsonAnswer({ message: "OK", items: 0 });
    default:
      throw new TypeError(`A failure of kind "${kind}" has no answer.`);
  }
}
