import { Task } from "@lit/task";
import type { ReactiveControllerHost } from "lit";
import type { LogState } from "../search/log-state.js";
import type { LogStore } from "../search/log-store.js";
import { whenRemoved } from "../ui/when-removed.js";
import { STOPPED } from "../search/operation.js";

type StoreOperation = (signal: AbortSignal) => Promise<void>;

/**
 * Binds a store to its element: changes update the element; an operation begins by aborting the one before; removal aborts
 * what runs. A move is no removal: both happen in one turn, so the answer waits for the end of it.
 */
export class LogController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #onChange: (now: LogState, before: LogState) => void;
  readonly #task: Task<[StoreOperation], void>;
  readonly #idle: (job: () => void) => () => void;
  /** The read ahead that waits for its time, or is under way. */
  #ahead: { cancel(): void } | undefined;
  #store: LogStore;
  #unsubscribe: () => void = () => undefined;

  constructor(
    host: ReactiveControllerHost & Element,
    store: LogStore,
    onChange: (now: LogState, before: LogState) => void,
    idle: (job: () => void) => () => void,
  ) {
    this.#idle = idle;
    this.#host = host;
    this.#onChange = onChange;
    this.#store = store;
    this.#task = new Task(host, {
      task: ([operation], { signal }) => operation(signal),
      autoRun: false,
    });
    this.#follow(store);
    whenRemoved(host, () => {
      this.#task.abort();
      this.#ahead?.cancel();
    });
  }

  get store(): LogStore {
    return this.#store;
  }

  get state(): LogState {
    return this.#store.state;
  }

  /** Another server: what ran for the old one is given up, and nothing of it is kept. */
  use(store: LogStore): void {
    this.#task.abort();
    this.#ahead?.cancel();
    this.#unsubscribe();
    this.#store = store;
    this.#follow(store);
    this.#host.requestUpdate();
  }

  /**
   * Runs one operation of the store; the one before is aborted. Resolves when it has ended, in whatever way.
   *
   * @param goesOn the operation reads on in the shown search, and takes over what was read ahead for it
   */
  async run(operation: (store: LogStore, signal: AbortSignal) => Promise<void>, goesOn = false): Promise<void> {
    const store = this.#store;
    if (!goesOn) this.#ahead?.cancel();
    const safely = (signal: AbortSignal) =>
      operation(store, signal).catch((cause: unknown) => store.fail(cause, (again) => operation(store, again)));
    await this.#task.run([safely]);
  }

  /** Ends what runs; what was found so far is shown. */
  stop(): void {
    this.#task.abort(STOPPED);
  }

  #follow(store: LogStore): void {
    this.#unsubscribe = store.subscribe((now, last) => {
      this.#onChange(now, last);
      if (now.pages !== last.pages || now.pageIndex !== last.pageIndex || now.activity !== last.activity)
        this.#readAhead();
      this.#host.requestUpdate();
    });
  }

  /** Once a page is on the screen and the browser has nothing to do, the next one is made ready. */
  #readAhead(): void {
    if (this.#store.state.activity || !this.#host.isConnected) return;
    this.#ahead?.cancel();
    const store = this.#store;
    const abort = new AbortController();
    const takeBack = this.#idle(() => void store.readAhead(abort.signal));
    this.#ahead = {
      cancel: () => {
        takeBack();
        abort.abort();
      },
    };
  }
}
