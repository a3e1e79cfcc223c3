import { ApiClient } from "../../../src/api/transport/api-client.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import type { Clock } from "../../../src/core/clock.js";
import { type Wait } from "../../../src/core/errors.js";
import { sourceCode } from "../../support/source-code.js";

/** Pauses of at least this length are timeouts, which never end by themselves, ms. */
export const TIMEOUT = 60_000;

/** A clock that records every pause. */
export class RecordingClock implements Clock {
  readonly pauses: number[] = [];
  readonly timeouts: (() => void)[] = [];
  /** The number of running timeouts. */
  open = 0;
  chance = 0.5;
  held = false;

  now = () => 0;
  random = () => this.chance;
  idle = () => () => undefined;

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const isTimeout = ms >= TIMEOUT;
      signal?.addEventListener("abort", () => {
        if (isTimeout) this.open -= 1;
        reject(signal.reason as Error);
      });
      if (isTimeout) {
        this.open += 1;
        this.timeouts.push(resolve);
      } else {
        this.pauses.push(ms);
        if (!this.held) resolve();
      }
    });
  }
}

export interface Call {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly signal: AbortSignal;
  answer(body: unknown): void;
  fail(cause: unknown): void;
}

/** An adapter whose requests the test answers. Like a careless host's adapter, it ignores signals. */
export class HeldAdapter implements FetchAdapter {
  readonly calls: Call[] = [];

  get(path: string, { query, signal }: { query: URLSearchParams; signal: AbortSignal }): Promise<unknown> {
    return new Promise((answer, fail) => this.calls.push({ path, query, signal, answer, fail }));
  }
}

/** Creates an adapter that fails with each cause in turn, then answers. */
export function createFailingAdapter(...causes: unknown[]): FetchAdapter & { sent: number } {
  return {
    sent: 0,
    async get() {
      this.sent += 1;
      if (causes.length > 0) throw causes.shift();
      return "answer";
    },
  };
}

export const createStatusError = (code: number, retryAfterMs?: number) =>
  Object.assign(new Error(`HTTP ${code}`), { status: code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });

export const createNetworkError = () => new TypeError("Failed to fetch");

export function setUp<A extends FetchAdapter>(adapter: A, concurrency = 4) {
  const clock = new RecordingClock();
  const told = { requests: 0, loads: 0 };
  const client = new ApiClient(
    adapter,
    clock,
    () => concurrency,
    () => {
      told.loads += 1;
      return sourceCode.loadErrorText();
    },
  );
  const caller = new AbortController();
  const waits: (Wait | undefined)[] = [];
  const get = (signal = caller.signal) =>
    client.get("/auditlog", new URLSearchParams({ limit: "10" }), {
      signal,
      onRequest: () => (told.requests += 1),
      onWait: (now) => waits.push(now),
    });
  return { adapter, clock, client, caller, told, waits, get };
}

export const { signal } = new AbortController();
