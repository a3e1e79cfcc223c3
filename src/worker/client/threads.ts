import type { Clock } from "../../core/clock.js";
import { VERSION } from "../../version.js";
import { BUILT_IN_THREADS } from "./built-in.js";
import type { ThreadParts } from "../contract.js";
import { ThreadRunner } from "./thread-runner.js";

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

/** Starts the threads of one viewer, one after the other: a browser reports each blocked worker to the page. */
export class Threads {
  readonly #setup: ThreadSetup;
  #lastStart: Promise<unknown> = Promise.resolve();
  /** URLs of the page's own worker that could not be started; undefined stands for the viewer's own workers. */
  readonly #blocked = new Set<string | undefined>();
  /** Parts whose thread died, with its URL. */
  readonly #died = new Set<string>();

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
  }

  /** Starts a thread. Resolves with undefined if the page must do its work. */
  start<Name extends keyof ThreadParts>(name: Name): Promise<ThreadRunner<Name> | undefined> {
    const starting = this.#lastStart.then(() => this.#start(name));
    this.#lastStart = starting.catch(() => undefined);
    return starting;
  }

  /** A thread that died may die again, so its part runs on the page from now on. */
  avoid(name: keyof ThreadParts): void {
    this.#died.add(this.#keyOf(name));
  }

  #keyOf(name: keyof ThreadParts): string {
    return `${name} ${this.#setup.url() ?? ""}`;
  }

  async #start<Name extends keyof ThreadParts>(name: Name): Promise<ThreadRunner<Name> | undefined> {
    const url = this.#setup.url();
    if (url === "none" || this.#blocked.has(url) || this.#died.has(this.#keyOf(name))) return undefined;
    const result = await this.#startThread(name, url);
    if (result instanceof ThreadRunner) return result;
    this.#blocked.add(url);
    if (url !== undefined) this.#setup.warn(`\`worker-url\` ${url} is not used: ${result}`);
    return undefined;
  }

  /** @returns the thread, or the reason why it cannot be used */
  async #startThread<Name extends keyof ThreadParts>(
    name: Name,
    url: string | undefined,
  ): Promise<ThreadRunner<Name> | string> {
    let runner: ThreadRunner<Name> | undefined;
    try {
      runner = new ThreadRunner(name, url ?? BUILT_IN_THREADS[name], url !== undefined, this.#setup.clock);
      const version = await runner.hello(START_TIMEOUT);
      if (version === VERSION) return runner;
      runner.end(new Error("Another version."));
      return `it has version ${String(version)}, the viewer has version ${VERSION}.`;
    } catch (error) {
      runner?.end(error as Error);
      return String(error);
    }
  }
}
