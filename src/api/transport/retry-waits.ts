import type { Wait } from "../../core/errors.js";

/**
 * The pauses before requests of one reader that the server asked to slow down. Requests run side by side; their pauses are
 * told as one. A pause counts until its request has been answered, so that the next pause is no news.
 */
export class RetryWaits {
  readonly #waits = new Set<Wait>();
  #listener: ((wait: Wait | undefined) => void) | undefined;

  /** A request begins a pause, or has one in place of the one before, or was answered. */
  readonly change = (now: Wait | undefined, before: Wait | undefined): void => {
    if (before) this.#waits.delete(before);
    if (now) this.#waits.add(now);
    this.#listener?.(this.#longest);
  };

  /** Tells `listener` of every change while `job` runs, also of a pause that began before. */
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
