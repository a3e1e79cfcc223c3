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
  /** The runner, if it is the page. */
  #page: Promise<unknown> | undefined;
  /** From `end` to `resume`, and the function that resolves it. */
  #return: Promise<void> | undefined;
  #resolveReturn: (() => void) | undefined;
  #logs = 0;

  /** @param loadOnPage loads the code for the page */
  constructor(threads: Threads, loadOnPage: () => Promise<AnalysisWorker>) {
    this.#threads = threads;
    this.#loadOnPage = loadOnPage;
  }

  /**
   * Returns a number for a new log, which no thread of this viewer has had: a late call for a lost log must not reach another one.
   * If the page has counted so far, a thread may count this log.
   */
  numberLog(): number {
    this.#forget(this.#page);
    return (this.#logs += 1);
  }

  /**
   * Calls functions, one after the other, and starts the thread if it does not run. Rejects if the thread dies; the next call then
   * finds another one, which knows nothing of earlier calls. Between `end` and `resume`, calls wait.
   */
  async call<T>(run: (worker: AnalysisWorker) => T | Promise<T>): Promise<Awaited<T>> {
    // The viewer may be removed again before this call continues.
    do await this.#return;
    while (this.#return);
    const starting = (this.#runner ??= this.#start());
    let runner: WorkerRunner<AnalysisWorker> | undefined;
    try {
      runner = await starting;
      if (runner instanceof PageRunner) this.#page = starting;
      return await runner.call(run, CALL_TIMEOUT);
    } catch (error) {
      // It did not start, or it died.
      if (!runner || error instanceof WorkerDiedError) this.#forget(starting);
      throw error;
    }
  }

  /** Ends the thread. Open calls reject, and later ones wait, so that a viewer that was removed starts no other thread. */
  end(): void {
    this.#return ??= new Promise((resolve) => (this.#resolveReturn = resolve));
    const starting = this.#runner;
    this.#runner = undefined;
    starting?.then(
      (runner) => runner.end(new Error("The viewer stopped counting.")),
      // It has not started, so there is nothing to end.
      () => undefined,
    );
  }

  /** Makes the calls that wait, in another thread. */
  resume(): void {
    this.#resolveReturn?.();
    this.#return = undefined;
  }

  #forget(starting: Promise<unknown> | undefined): void {
    if (this.#runner === starting) this.#runner = undefined;
  }

  async #start(): Promise<WorkerRunner<AnalysisWorker>> {
    const thread = await this.#threads.start("analysis");
    return thread ?? new PageRunner(await this.#loadOnPage());
  }
}
