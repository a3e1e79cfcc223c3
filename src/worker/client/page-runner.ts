import type { WorkerRunner } from "./worker-runner.js";

/** Runs functions on the page if workers are blocked. They interrupt themselves from time to time. */
export class PageRunner<Part> implements WorkerRunner<Part> {
  readonly #part: Part;
  #endReason: Error | undefined;

  constructor(part: Part) {
    this.#part = part;
  }

  async call<T>(run: (part: Part) => T | Promise<T>): Promise<Awaited<T>> {
    if (this.#endReason) throw this.#endReason;
    return await run(this.#part);
  }

  end(reason: Error): void {
    this.#endReason = reason;
  }
}
