import type { ReactiveControllerHost } from "lit";
import type { LogState } from "../search/log-state.js";
import type { LogStore } from "../search/log-store.js";
import { runWhenRemoved } from "../ui/when-removed.js";
import { STOPPED } from "../search/operation.js";

/**
 * Connects a store to its element. A change of the store updates the element. A new job aborts the running one, and so does the
 * removal of the element.
 */
export class LogController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onChange: (now: LogState, before: LogState) => void;
  /** Aborts the running job. */
  #job: AbortController | undefined;
  readonly #idle: (task: () => void) => () => void;
  /** The read of the next page, which waits for an idle moment or is running. */
  #ahead: { cancel(): void } | undefined;
  #store: LogStore;
  #unsubscribe: () => void = () => undefined;

  constructor(
    host: ReactiveControllerHost & Element,
    store: LogStore,
    onChange: (now: LogState, before: LogState) => void,
    idle: (task: () => void) => () => void,
  ) {
    this.#idle = idle;
    this.#host = host;
    this.#onChange = onChange;
    this.#store = store;
    this.#follow(store);
    runWhenRemoved(host, () => {
      this.#job?.abort();
      this.#ahead?.cancel();
    });
  }

  get store(): LogStore {
    return this.#store;
  }

  get state(): LogState {
    return this.#store.state;
  }

  /** Replaces the store by the store of another server or user, and aborts everything that runs for the previous one. */
  use(store: LogStore): void {
    this.#job?.abort();
    this.#ahead?.cancel();
    this.#unsubscribe();
    this.#store = store;
    this.#follow(store);
    this.#host.requestUpdate();
  }

  /**
   * Runs a job on the store and aborts the previous one. Resolves when the job has ended; never rejects.
   *
   * @param continuesSearch whether the job continues the shown search, and can use what was read ahead for it
   */
  async run(job: (store: LogStore, signal: AbortSignal) => Promise<void>, continuesSearch = false): Promise<void> {
    const store = this.#store;
    if (!continuesSearch) this.#ahead?.cancel();
    this.#job?.abort();
    const running = (this.#job = new AbortController());
    await job(store, running.signal).catch((cause: unknown) => store.fail(cause, (again) => job(store, again)));
    // A read for later that the job has started is not part of the job.
    if (this.#job === running) this.#job = undefined;
  }

  /** Ends the running job. What it has found is shown. */
  stop(): void {
    this.#job?.abort(STOPPED);
  }

  #follow(store: LogStore): void {
    this.#unsubscribe = store.subscribe((now, last) => {
      this.#onChange(now, last);
      if (now.pages !== last.pages || now.pageIndex !== last.pageIndex || now.activity !== last.activity)
        this.#readAhead();
      this.#host.requestUpdate();
    });
  }

  /** Reads the next page when the browser is idle. */
  #readAhead(): void {
    if (this.#store.state.activity || !this.#host.isConnected) return;
    this.#ahead?.cancel();
    const store = this.#store;
    const abort = new AbortController();
    const cancelIdle = this.#idle(() => void store.readAhead(abort.signal));
    this.#ahead = {
      cancel: () => {
        cancelIdle();
        abort.abort();
      },
    };
  }
}
