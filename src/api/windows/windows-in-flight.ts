import type { Span } from "../../core/coverage.js";
import type { RequestScope } from "../transport/request-scope.js";

/** The windows that a cursor is reading. */
export class WindowsInFlight<T> {
  #windows: WindowInFlight<T>[] = [];

  get spans(): readonly Span[] {
    return this.#windows.map(({ span }) => span);
  }

  /** The number of windows without an answer. */
  get unanswered(): number {
    return this.#windows.filter(({ isOver }) => !isOver).length;
  }

  get hasOptional(): boolean {
    return this.#windows.some(({ isOptional }) => isOptional);
  }

  /** @param isOptional the cursor continues if this window fails */
  start(span: Span, scope: RequestScope, read: (scope: RequestScope) => Promise<T>, isOptional: boolean): void {
    this.#windows.push(new WindowInFlight(span, scope, read, isOptional));
  }

  /** Waits until one window is over. */
  async waitForOne(): Promise<void> {
    await Promise.race(this.#windows.map(({ ended }) => ended));
  }

  /** Removes and returns the windows that are over. */
  takeFinished(): readonly WindowInFlight<T>[] {
    const finished = this.#windows.filter(({ isOver }) => isOver);
    this.#windows = this.#windows.filter(({ isOver }) => !isOver);
    return finished;
  }

  /** A failure was reported, so failures of the other windows are not reported again. */
  noteFailureReported(): void {
    for (const window of this.#windows) window.isFailureReported = true;
  }

  stopAll(): void {
    this.stopWhere(() => true);
  }

  stopWhere(isUnwanted: (span: Span) => boolean): void {
    for (const window of this.#windows) if (isUnwanted(window.span)) window.stop();
    this.removeStopped();
  }

  removeStopped(): void {
    this.#windows = this.#windows.filter(({ isStopped }) => !isStopped);
  }
}

/** A window that is being read. It never rejects: `result` or `error` is set when it is over. */
class WindowInFlight<T> {
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
