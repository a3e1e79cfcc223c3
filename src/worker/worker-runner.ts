import type { FileWorker } from "./contract.js";

/** Runs the functions of a `FileWorker`: in a worker (`ThreadHost`) or on the page (`PageWorker`). */
export interface WorkerRunner {
  /**
   * Calls functions of the worker.
   *
   * @param timeout in milliseconds; only a worker can exceed it
   * @throws WorkerDiedError if the worker ends first or does not respond in time
   */
  call<T>(run: (worker: FileWorker) => T | Promise<T>, timeout: number): Promise<Awaited<T>>;
  /** Ends the runner. Open calls reject with `reason`. */
  end(reason: Error): void;
}
