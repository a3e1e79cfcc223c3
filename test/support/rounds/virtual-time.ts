import { yieldToPage } from "../../../src/worker/client/sliced-pause.js";
import type { Clock } from "../../../src/core/clock.js";

interface Wait {
  /** Milliseconds since the clock was made. */
  readonly until: number;
  end(): void;
}

/**
 * A clock that moves only when everything waits: it then moves to the instant at which the next wait ends. A search on a
 * server that takes seconds runs in no time, and always in the same way.
 */
export class VirtualTime implements Clock {
  readonly #begin: number;
  #passed = 0;
  #waits: Wait[] = [];

  /** @param begin milliseconds since 1970-01-01T00:00Z */
  constructor(begin: number) {
    this.#begin = begin;
  }

  /** Milliseconds since the clock was made. */
  get passed(): number {
    return this.#passed;
  }

  readonly now = (): number => this.#begin + this.#passed;
  readonly random = (): number => 0.5;
  readonly idle = () => () => undefined;

  readonly sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const stop = () => {
        this.#waits = this.#waits.filter((one) => one !== wait);
        reject(signal!.reason as Error);
      };
      const end = () => {
        signal?.removeEventListener("abort", stop);
        resolve();
      };
      const wait = { until: this.#passed + ms, end };
      this.#waits.push(wait);
      signal?.addEventListener("abort", stop, { once: true });
    });

  /** Moves the time while nothing waits. */
  pass(ms: number): void {
    this.#passed += ms;
  }

  /** Lets time pass until `job` is done and nothing waits any more; `onDone` is called in between. */
  async run(job: Promise<void>, onDone: () => void): Promise<void> {
    let isOver = false;
    let failure: unknown;
    const over = job.then(onDone).catch((error: unknown) => (failure = error));
    void over.then(() => (isOver = true));
    for (;;) {
      await yieldToPage();
      if (isOver && this.#waits.length === 0) break;
      // One after the other, also at the same instant: no two answers of a real server arrive together. Without a wait a
      // module is being loaded, which takes as long as it takes.
      const next = this.#waits.reduce<Wait | undefined>((one, other) => {
        return one && one.until <= other.until ? one : other;
      }, undefined);
      if (!next) continue;
      this.#waits = this.#waits.filter((one) => one !== next);
      this.#passed = Math.max(this.#passed, next.until);
      next.end();
    }
    if (failure !== undefined) throw failure;
  }
}
