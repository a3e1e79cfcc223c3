import type { ErrorKind } from "../../src/core/errors.js";
import type { MockServer } from "../../demo/mocks/index.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import { createMockAdapter } from "./mock-adapter.js";

/** What a host's client rejects with for an HTTP status. */
export const createHttpError = (code: number) => () => Object.assign(new Error(`HTTP ${code}`), { status: code });

/** Failures that a retry may solve. */
export const RETRYABLE_FAILURES: [name: string, error: () => unknown, kind: ErrorKind][] = [
  ["500", createHttpError(500), "server"],
  ["503", createHttpError(503), "server"],
  ["504", createHttpError(504), "server"],
  ["429", createHttpError(429), "rate-limited"],
  ["401", createHttpError(401), "auth"],
  ["no answer in time", () => new DOMException("Timed out", "TimeoutError"), "timeout"],
  ["no network", () => new TypeError("Failed to fetch"), "network"],
];

/**
 * An adapter in front of a server: it fails requests, holds them back, or changes responses as a test needs it. Like a
 * careless host's client it does not listen to signals.
 */
export class TestNetwork implements FetchAdapter {
  /** What a request is rejected with; undefined lets it pass. */
  fails: (path: string, query: URLSearchParams) => unknown = () => undefined;
  /** What an answer is made into. */
  change: (body: Record<string, unknown>[]) => unknown[] = (body) => body;
  /** Requests that pass before the network holds them back. */
  passCount = Infinity;
  readonly #inner: ReturnType<typeof createMockAdapter>;
  readonly #held: (() => void)[] = [];
  #heard: (() => void)[] = [];

  constructor(server: MockServer) {
    this.#inner = createMockAdapter(server);
  }

  async get(path: string, { query }: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    if (this.passCount > 0) this.passCount -= 1;
    else {
      await new Promise<void>((resolve) => {
        this.#held.push(resolve);
        for (const heard of this.#heard.splice(0)) heard();
      });
    }
    const error = this.fails(path, query);
    if (error !== undefined) throw error;
    return this.change((await this.#inner.get(path, { query })) as Record<string, unknown>[]);
  }

  /** From now on the access log fails, where its window ends at `until` or before. */
  failAccessLog(error: () => unknown = createHttpError(500), until = Infinity): void {
    this.fails = (path, query) =>
      path === "/accesslog" && Date.parse(query.get("datetime-end")!) <= until ? error() : undefined;
  }

  failAll(error: () => unknown = createHttpError(500)): void {
    this.fails = error;
  }

  recover(): void {
    this.fails = () => undefined;
  }

  /** Resolves when this many requests are held back. */
  async waitForHeld(count: number): Promise<void> {
    while (this.#held.length < count) await new Promise<void>((resolve) => this.#heard.push(resolve));
  }

  /** Lets requests go, the oldest first, or from a later one on. */
  release(count = Infinity, from = 0): void {
    for (const go of this.#held.splice(from, count)) go();
  }
}
