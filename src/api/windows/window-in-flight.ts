import type { Span } from "../../core/coverage.js";
import type { RequestScope } from "../transport/request-scope.js";

/** A window that is being read. It never rejects: `result` or `error` is set when it is over. */
export class WindowInFlight<T> {
  readonly span: Span;
  /** Resolves when the window is over. */
  readonly ended: Promise<void>;
  isOver = false;
  /** The window was stopped, or the call that started it was aborted. */
  isStopped = false;
  /** The failure of another window was reported. If this window fails too, it is only read again. */
  isFailureReported = false;
  result: T | undefined;
  error: unknown;
  readonly #abort = new AbortController();

  /** @param isOptional the cursor continues if this window fails */
  constructor(
    span: Span,
    scope: RequestScope,
    read: (scope: RequestScope) => Promise<T>,
    readonly isOptional = false,
  ) {
    this.span = span;
    const { signal } = scope;
    const stop = () => this.stop(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    this.ended = read({ ...scope, signal: this.#abort.signal }).then(
      (result) => this.#end(result, undefined),
      (error: unknown) => this.#end(undefined, error),
    );
    void this.ended.then(() => signal.removeEventListener("abort", stop));
  }

  stop(reason?: unknown): void {
    this.isStopped = true;
    this.#abort.abort(reason);
  }

  #end(result: T | undefined, error: unknown): void {
    this.isOver = true;
    this.result = result;
    this.error = error;
  }
}
