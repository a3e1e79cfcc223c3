import type { FailureKind } from "../../demo/mocks/index.js";
import type { ErrorKind } from "../../src/core/errors.js";

/** What the server does, what that is called, and how often a request is sent before it is given up. */
export const FAILURE_KINDS: readonly (readonly [failure: FailureKind, kind: ErrorKind, tries: number])[] = [
  ["network", "network", 4],
  ["400", "bad-request", 1],
  ["401", "auth", 1],
  ["403", "forbidden", 1],
  ["404", "unsupported", 1],
  ["429", "rate-limited", 4],
  ["500", "server", 2],
  ["502", "server", 4],
  ["503", "server", 4],
  ["504", "server", 4],
  ["not-json", "bad-data", 1],
  ["html", "bad-data", 1],
  ["truncated", "bad-data", 1],
  ["empty", "bad-data", 1],
  ["object", "bad-data", 1],
  ["hang", "timeout", 1],
];
