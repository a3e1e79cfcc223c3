import type { RequestScope } from "../transport/request-scope.js";
import type { LogCursor } from "./log-cursor.js";

const NEVER = new Promise<void>(() => undefined);

/** One call of a cursor's `readOn`. It may go on while the log waits for the other cursor. */
export class CursorRead {
  readonly scope: RequestScope;
  readonly #cursor: LogCursor;
  readonly #finishedBefore: number;
  isOver = false;
  /** undefined if the call did not fail. */
  failure: unknown;
  /** Resolves when the call is over. Never rejects. */
  readonly ended: Promise<void>;
  /** Resolves when the call is over and has finished a window or failed; otherwise never. */
  readonly progressed: Promise<void>;

  constructor(cursor: LogCursor, scope: RequestScope, call: Promise<void>) {
    this.#cursor = cursor;
    this.#finishedBefore = cursor.finishedWindows;
    this.scope = scope;
    const end = (failure?: unknown) => {
      this.isOver = true;
      this.failure = failure;
    };
    this.ended = call.then(() => end(), end);
    this.progressed = this.ended.then(() => (this.hasProgressed ? undefined : NEVER));
  }

  get hasProgressed(): boolean {
    return this.#cursor.finishedWindows > this.#finishedBefore || this.failure !== undefined;
  }
}

/** Waits until the first promise resolves or the signal aborts. */
export async function waitForFirst(promises: readonly Promise<void>[], signal: AbortSignal): Promise<void> {
  let stop = (): void => undefined;
  const aborted = new Promise<void>((resolve) => (stop = resolve));
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  await Promise.race([...promises, aborted]);
  signal.removeEventListener("abort", stop);
}
