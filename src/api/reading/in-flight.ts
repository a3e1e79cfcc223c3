import type { Span } from "../../core/coverage.js";
import type { RequestScope } from "../transport/request-scope.js";

/** A window that is being read. It never rejects: what came of it is asked for when it is over. */
export class WindowInFlight<T> {
  readonly span: Span;
  /** Resolves when it is over. */
  readonly ended: Promise<void>;
  isOver = false;
  /** It was given up, or whoever began it was. */
  isStopped = false;
  /** One sent with it failed, which was told: where this one fails, too, it is only read again. */
  isForgiven = false;
  result: T | undefined;
  error: unknown;
  readonly #own = new AbortController();

  /** @param isExtra what it was for goes on without it */
  constructor(
    span: Span,
    scope: RequestScope,
    read: (own: RequestScope) => Promise<T>,
    readonly isExtra = false,
  ) {
    this.span = span;
    const { signal } = scope;
    const stop = () => this.stop(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    this.ended = read({ ...scope, signal: this.#own.signal }).then(
      (result) => this.#end(result, undefined),
      (error: unknown) => this.#end(undefined, error),
    );
    void this.ended.then(() => signal.removeEventListener("abort", stop));
  }

  stop(reason?: unknown): void {
    this.isStopped = true;
    this.#own.abort(reason);
  }

  #end(result: T | undefined, error: unknown): void {
    this.isOver = true;
    this.result = result;
    this.error = error;
  }
}
