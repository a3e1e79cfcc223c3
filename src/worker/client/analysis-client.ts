import type { AnalysisWorker } from "../contract.js";
import { PageRunner } from "./page-runner.js";
import { WorkerDiedError } from "./thread-runner.js";
import type { Threads } from "./threads.js";
import type { WorkerRunner } from "./worker-runner.js";

export type { AnalysisWorker } from "../contract.js";
export { yieldToPage } from "./sliced-pause.js";

/** In milliseconds: many times what counting a million events takes. */
const CALL_TIMEOUT = 60_000;

/** Counts the events of one viewer in a thread, or on the page if workers are blocked or the thread died. */
export class AnalysisClient {
  readonly #threads: Threads;
  readonly #loadOnPage: () => Promise<AnalysisWorker>;
  #runner: Promise<WorkerRunner<AnalysisWorker>> | undefined;

  /** @param loadOnPage loads the code for the page */
  constructor(threads: Threads, loadOnPage: () => Promise<AnalysisWorker>) {
    this.#threads = threads;
    this.#loadOnPage = loadOnPage;
  }

  /**
   * Calls functions, one after the other, and starts the thread if it does not run. Rejects if the thread dies; the next call then
   * finds another one, which knows nothing of earlier calls.
   */
  async call<T>(run: (worker: AnalysisWorker) => T | Promise<T>): Promise<Awaited<T>> {
    const starting = (this.#runner ??= this.#start());
    const runner = await starting.catch((error: unknown) => {
      this.#forget(starting);
      throw error;
    });
    try {
      return await runner.call(run, CALL_TIMEOUT);
    } catch (error) {
      if (error instanceof WorkerDiedError) {
        this.#threads.avoid("analysis");
        this.#forget(starting);
      }
      throw error;
    }
  }

  /** Ends the thread. Open calls reject. The next call starts another thread. */
  end(): void {
    const starting = this.#runner;
    if (!starting) return;
    this.#forget(starting);
    starting.then(
      (runner) => runner.end(new Error("The viewer stopped counting.")),
      // It has not started, so there is nothing to end.
      () => undefined,
    );
  }

  #forget(starting: Promise<unknown>): void {
    if (this.#runner === starting) this.#runner = undefined;
  }

  async #start(): Promise<WorkerRunner<AnalysisWorker>> {
    const thread = await this.#threads.start("analysis");
    return thread ?? new PageRunner(await this.#loadOnPage());
  }
}
