import type { Clock } from "../../core/clock.js";
import { VERSION } from "../../version.js";
import type { ThreadParts } from "../contract.js";
import { REFUSED, ThreadRunner, WorkerDiedError } from "./thread-runner.js";

export interface ThreadSetup {
  readonly clock: Clock;
  /**
   * The absolute URL of a worker on the page's own origin, `none` for no worker, or undefined for the viewer's own workers.
   * It is read each time a thread starts.
   */
  readonly url: () => string | undefined;
  /** Warns the developer of the page about its own worker. */
  readonly warn: (message: string) => void;
}

/** The time for a thread to start, in milliseconds. A browser does not always report that a policy blocks a worker. */
const START_TIMEOUT = 5_000;
/** The number of starts in a row that may fail. More would delay the counts of each search. */
const MOST_FAILURES = 2;

/** Starts the threads of one viewer, one after the other: a browser reports each blocked worker to the page. */
export class Threads {
  readonly #setup: ThreadSetup;
  #lastStart: Promise<unknown> = Promise.resolve();
  /**
   * How often a worker failed to start, by its URL; undefined stands for the viewer's own workers. Infinity: it can never start.
   * With its name before the URL: a part whose thread died. It may die again.
   */
  readonly #failures = new Map<string | undefined, number>();

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
  }

  /** Starts a thread. Resolves with undefined if the page must do its work. A later call may start one. */
  start<Name extends keyof ThreadParts>(name: Name): Promise<ThreadRunner<Name> | undefined> {
    const starting = this.#lastStart.then(() => this.#start(name));
    this.#lastStart = starting.catch(() => undefined);
    return starting;
  }

  async #start<Name extends keyof ThreadParts>(name: Name): Promise<ThreadRunner<Name> | undefined> {
    const url = this.#setup.url();
    const part = `${name} ${url}`;
    const failures = this.#failures;
    const count = failures.get(url) ?? 0;
    if (url === "none" || count >= MOST_FAILURES || failures.has(part)) return undefined;
    let runner: ThreadRunner<Name> | undefined;
    try {
      runner = new ThreadRunner(name, url, this.#setup.clock);
      const version = await runner.hello(START_TIMEOUT);
      if (version !== VERSION) throw new Error(`it has version ${String(version)}, the viewer has version ${VERSION}.`);
      runner.onDeath = () => failures.set(part, Infinity);
      failures.delete(url);
      return runner;
    } catch (error) {
      const { message } = error as Error;
      // It failed by itself, or the machine or the network was slow.
      const mayStartLater = error instanceof WorkerDiedError && message !== REFUSED;
      runner?.end(error as Error);
      failures.set(url, mayStartLater ? count + 1 : Infinity);
      if (url !== undefined) this.#setup.warn(`\`worker-url\` ${url} is not used: ${message}`);
      return undefined;
    }
  }
}
