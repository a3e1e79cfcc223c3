import type { Wait } from "../../core/errors.js";

/**
 * The waits of one reader after the server asked it to slow down. Requests run in parallel, so their waits are reported as
 * one. A wait counts until its request is answered, so that the next wait of this request is not reported as a new one.
 */
export class WaitReports {
  readonly #waits = new Set<Wait>();
  #listener: ((wait: Wait | undefined) => void) | undefined;

  /** Called when a request begins a wait, replaces its wait, or is answered. */
  readonly change = (now: Wait | undefined, before: Wait | undefined): void => {
    if (before) this.#waits.delete(before);
    if (now) this.#waits.add(now);
    this.#listener?.(this.#longest);
  };

  /** Reports every change to `listener` while `job` runs, including a wait that began earlier. */
  async during<T>(listener: ((wait: Wait | undefined) => void) | undefined, job: () => Promise<T>): Promise<T> {
    this.#listener = listener;
    if (this.#waits.size > 0) listener?.(this.#longest);
    try {
      return await job();
    } finally {
      if (this.#listener === listener) this.#listener = undefined;
    }
  }

  get #longest(): Wait | undefined {
    return [...this.#waits].sort((one, other) => other.ms - one.ms)[0];
  }
}
