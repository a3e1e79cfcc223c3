import type { AnalysisWorker } from "../contract.js";
import { PageRunner } from "./page-runner.js";
import { WorkerDiedError } from "./thread-runner.js";
import type { Threads } from "./threads.js";
import type { WorkerRunner } from "./worker-runner.js";

export type { AnalysisWorker } from "../contract.js";
export { yieldToPage } from "./sliced-pause.js";

/** In milliseconds: many times what counting a million events takes. */
const CALL_TIMEOUT = 60_000;

/** A promise that others wait for, and the function that resolves it. */
interface Return {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

/** Counts the events of one viewer in a thread, or on the page if workers are blocked or the thread died. */
export class AnalysisClient {
  readonly #threads: Threads;
  readonly #loadOnPage: () => Promise<AnalysisWorker>;
  #runner: Promise<WorkerRunner<AnalysisWorker>> | undefined;
  /** From `end` to `resume`. */
  #return: Return | undefined;
  #logs = 0;

  /** @param loadOnPage loads the code for the page */
  constructor(threads: Threads, loadOnPage: () => Promise<AnalysisWorker>) {
    this.#threads = threads;
    this.#loadOnPage = loadOnPage;
  }

  /** Returns a number for a new log, which no thread of this viewer has had: a late call for a lost log must not reach another one. */
  numberLog(): number {
    this.#logs += 1;
    return this.#logs;
  }

  /**
   * Calls functions, one after the other, and starts the thread if it does not run. Rejects if the thread dies; the next call then
   * finds another one, which knows nothing of earlier calls. Between `end` and `resume`, calls wait.
   */
  async call<T>(run: (worker: AnalysisWorker) => T | Promise<T>): Promise<Awaited<T>> {
    // The viewer may be removed again before this call continues.
    do await this.#return?.promise;
    while (this.#return);
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

  /** Ends the thread. Open calls reject, and later ones wait, so that a viewer that was removed starts no other thread. */
  end(): void {
    this.#return ??= createReturn();
    const starting = this.#runner;
    if (!starting) return;
    this.#forget(starting);
    starting.then(
      (runner) => runner.end(new Error("The viewer stopped counting.")),
      // It has not started, so there is nothing to end.
      () => undefined,
    );
  }

  /** Makes the calls that wait, in another thread. */
  resume(): void {
    this.#return?.resolve();
    this.#return = undefined;
  }

  #forget(starting: Promise<unknown>): void {
    if (this.#runner === starting) this.#runner = undefined;
  }

  async #start(): Promise<WorkerRunner<AnalysisWorker>> {
    const thread = await this.#threads.start("analysis");
    return thread ?? new PageRunner(await this.#loadOnPage());
  }
}

function createReturn(): Return {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}
