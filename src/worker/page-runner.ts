import { FileWriters } from "./file-writers.js";
import { createSlicedPause } from "./sliced-pause.js";
import type { WorkerRunner } from "./worker-runner.js";

/** Writes files on the page, in short slices, if workers are blocked. */
export class PageRunner implements WorkerRunner {
  readonly #writers = new FileWriters(createSlicedPause());
  #endReason: Error | undefined;

  async call<T>(run: (writers: FileWriters) => T | Promise<T>): Promise<Awaited<T>> {
    if (this.#endReason) throw this.#endReason;
    return await run(this.#writers);
  }

  end(reason: Error): void {
    this.#endReason = reason;
  }
}
