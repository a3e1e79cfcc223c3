import type { Clock } from "../../core/clock.js";
import { AuditLogError, type Wait } from "../../core/errors.js";
import type { RequestScope } from "./request-scope.js";
import { errorOfBody, toAuditLogError } from "./error-mapping.js";
import type { FetchAdapter } from "./adapter.js";

/** Tries in all, the first included. */
const TRIES = 4;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
/** Real searches take 2 to 5 seconds, wide ones longer. */
const TIMEOUT_MS = 60_000;

const RETRIED_STATUS = [429, 502, 503, 504];
/** It may have been one worker of many, or a fault that comes with this request every time. */
const RETRIED_ONCE = 500;

/** A request that waits for its place. */
interface Waiting {
  readonly enter: () => void;
  readonly isAhead: () => boolean;
}

/**
 * Requests as the source needs them, for every adapter: at most `concurrency` at once, and fewer from then on where a server
 * has answered 429; what is only read ahead comes last; network errors, 429 (after its wait), 502, 503 and 504 are tried again
 * with growing, scattered pauses, 500 once; nothing waits for ever; everything can be aborted. Rejects with an AuditLogError.
 */
export class ApiClient {
  readonly #adapter: FetchAdapter;
  readonly #clock: Clock;
  readonly #concurrency: () => number;
  readonly #waiting: Waiting[] = [];
  #running = 0;
  /** As many requests at once as the server was seen to take. */
  #most = Infinity;

  readonly #onUserChange: () => void;
  #user: string | undefined;

  /** @param onUserChange told once when the adapter asks for another user than before; what was asked is rejected then */
  constructor(
    adapter: FetchAdapter,
    clock: Clock,
    concurrency: () => number,
    onUserChange: () => void = () => undefined,
  ) {
    this.#onUserChange = onUserChange;
    this.#adapter = adapter;
    this.#clock = clock;
    this.#concurrency = concurrency;
  }

  /** Tells the scope of every request that is sent, tries again included, and of the pauses that the server asks for. */
  async get(path: string, query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const { onWait } = scope;
    let wait: Wait | undefined;
    const told = (now: Wait | undefined) => {
      if (now !== wait) onWait?.(now, wait);
      wait = now;
    };
    try {
      return await this.#tried(path, query, scope, told);
    } finally {
      told(undefined);
    }
  }

  async #tried(
    path: string,
    query: URLSearchParams,
    { signal, onRequest, isAhead = () => false, patienceMs = TIMEOUT_MS, onAnswer }: RequestScope,
    onWait: (wait: Wait) => void,
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      let begun = 0;
      try {
        const body = await this.#inTurn(signal, isAhead, () => {
          const atOnce = this.#running;
          onRequest();
          begun = this.#clock.now();
          return this.#once(path, query, patienceMs, signal).catch((cause: unknown) => {
            // Before its place is handed on.
            this.#noteFailure(cause, atOnce);
            throw cause;
          });
        });
        this.#checkUser();
        onAnswer?.(this.#clock.now() - begun);
        return body;
      } catch (cause) {
        if (signal.aborted) throw new AuditLogError("aborted", "The request was canceled.");
        const error = toAuditLogError(cause);
        if (attempt >= TRIES || !isPassing(error, attempt)) throw error;
        await this.#pause(attempt, error, signal, onWait);
      }
    }
  }

  #noteFailure(cause: unknown, atOnce: number): void {
    if (toAuditLogError(cause).kind === "rate-limited") this.#most = Math.max(1, Math.min(this.#most, atOnce - 1));
  }

  /** An answer to another user than the one before must not be mixed with what that one was shown. */
  #checkUser(): void {
    const user = this.#adapter.user?.();
    if (user === undefined || user === this.#user) return;
    const isAnother = this.#user !== undefined;
    this.#user = user;
    if (!isAnother) return;
    this.#onUserChange();
    throw new AuditLogError("aborted", "Another user signed in.");
  }

  async #pause(
    attempt: number,
    error: AuditLogError,
    signal: AbortSignal,
    onWait: (wait: Wait) => void,
  ): Promise<void> {
    const growing = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + this.#clock.random());
    const wait = Math.max(growing, error.retryAfterMs ?? 0);
    // A server that asks for minutes is better told to the user, who can try again.
    if (wait > LONGEST_WAIT_MS) throw error;
    const { kind, retryAfterMs } = error;
    // Other pauses are nobody's wish.
    if (kind === "rate-limited" || (kind === "server" && retryAfterMs)) onWait({ kind, ms: wait });
    try {
      await this.#clock.sleep(wait, signal);
    } catch {
      throw new AuditLogError("aborted", "The request was canceled.");
    }
  }

  async #once(path: string, query: URLSearchParams, patienceMs: number, signal: AbortSignal): Promise<unknown> {
    const own = new AbortController();
    const forward = () => own.abort(signal.reason);
    if (signal.aborted) forward();
    signal.addEventListener("abort", forward, { once: true });
    const done = new AbortController();
    const late = this.#clock.sleep(Math.min(patienceMs, TIMEOUT_MS), done.signal).then(() => {
      const error = new AuditLogError("timeout", "The server did not respond in time.");
      own.abort(error);
      throw error;
    });
    // An adapter may ignore the signal: the race ends the wait all the same.
    const given = new Promise<never>((_, reject) => {
      own.signal.addEventListener("abort", () => reject(own.signal.reason as Error), { once: true });
    });
    late.catch(() => undefined); // it also rejects when the answer came in time
    given.catch(() => undefined);
    try {
      const body = await Promise.race([this.#adapter.get(path, { query, signal: own.signal }), late, given]);
      const error = errorOfBody(body);
      if (error) throw error;
      return body;
    } finally {
      done.abort(new AuditLogError("aborted", "answered"));
      signal.removeEventListener("abort", forward);
    }
  }

  /** How many requests may run at once. */
  get places(): number {
    return Math.min(this.#concurrency(), this.#most);
  }

  async #inTurn<T>(signal: AbortSignal, isAhead: () => boolean, job: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.places) await this.#place(signal, isAhead);
    else this.#running += 1;
    try {
      signal.throwIfAborted();
      return await job();
    } finally {
      // The place is handed on, so that nobody slips in between; where there are fewer by now, it goes.
      const next = this.#running <= this.places ? this.#takeNext() : undefined;
      if (next) next.enter();
      else this.#running -= 1;
    }
  }

  /** Whoever waits longest; what is only read ahead comes last. */
  #takeNext(): Waiting | undefined {
    const wanted = this.#waiting.findIndex(({ isAhead }) => !isAhead());
    return this.#waiting.splice(Math.max(0, wanted), 1)[0];
  }

  /** Waits until a place is handed on; whoever gives up leaves the queue. */
  #place(signal: AbortSignal, isAhead: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        isAhead,
        enter: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason as Error);
      };
      this.#waiting.push(waiting);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}

/** Whether the same request may succeed a moment later. */
function isPassing({ kind, status = 0 }: AuditLogError, attempt: number): boolean {
  return kind === "network" || RETRIED_STATUS.indexOf(status) !== -1 || (status === RETRIED_ONCE && attempt === 1);
}
