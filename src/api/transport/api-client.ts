import type { Clock } from "../../core/clock.js";
import { AuditLogError, type Wait } from "../../core/errors.js";
import type { RequestScope } from "./request-scope.js";
import { createBodyError, findErrorKind, toAuditLogError } from "./error-mapping.js";
import { addText, type LoadErrorText } from "./error-source.js";
import type { FetchAdapter } from "./adapter.js";
import { getsWithoutText } from "./fetch-adapter.js";
import { computeRetryWait } from "./retry-policy.js";

/** Real searches take 2 to 5 seconds, long ranges more. */
const TIMEOUT_MS = 60_000;

/** A request that waits for a slot. */
interface QueuedRequest {
  readonly start: () => void;
  readonly isReadAhead: () => boolean;
}

/**
 * Sends requests through any adapter:
 * - at most `concurrency` requests run at once, and fewer after a 429; reading ahead comes last;
 * - network errors, 429 (after its wait), 502, 503 and 504 are retried after growing, random waits, 500 once;
 * - every request has a timeout and can be aborted.
 *
 * Rejects with an AuditLogError that has no text of the server or the page, and no cause: `withText` adds them.
 */
export class ApiClient {
  readonly #adapter: FetchAdapter;
  readonly #clock: Clock;
  readonly #concurrency: () => number;
  readonly #loadErrorText: LoadErrorText;
  readonly #queue: QueuedRequest[] = [];
  #running = 0;
  /** The number of parallel requests that the server accepts, as far as it is known. */
  #maxParallel = Infinity;

  readonly #onUserChange: () => void;
  #user: string | undefined;

  /** @param onUserChange called when the user of the adapter changes; the request is then rejected */
  constructor(
    adapter: FetchAdapter,
    clock: Clock,
    concurrency: () => number,
    loadErrorText: LoadErrorText,
    onUserChange: () => void = () => undefined,
  ) {
    this.#onUserChange = onUserChange;
    this.#adapter = adapter;
    this.#clock = clock;
    this.#concurrency = concurrency;
    this.#loadErrorText = loadErrorText;
  }

  /** Reports every attempt and every wait that the server asks for to the scope. */
  async get(path: string, query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const { onWait } = scope;
    let wait: Wait | undefined;
    const report = (now: Wait | undefined) => {
      if (now !== wait) onWait?.(now, wait);
      wait = now;
    };
    try {
      return await this.#getWithRetries(path, query, scope, report);
    } finally {
      report(undefined);
    }
  }

  /** Returns an error of `get` with its text and cause, before it leaves the data source. Never rejects. */
  readonly withText = (error: unknown, signal: AbortSignal): Promise<unknown> =>
    addText(error, this.#loadErrorText, this.#clock, signal);

  async #getWithRetries(
    path: string,
    query: URLSearchParams,
    { signal, onRequest, isReadAhead = () => false, timeoutMs = TIMEOUT_MS, onAnswer }: RequestScope,
    onWait: (wait: Wait) => void,
  ): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      let startedAt = 0;
      try {
        const body = await this.#inSlot(signal, isReadAhead, () => {
          const parallel = this.#running;
          onRequest();
          startedAt = this.#clock.now();
          return this.#getOnce(path, query, timeoutMs, signal).catch((cause: unknown) => {
            // This comes before the slot is passed on, so that a 429 takes effect at once.
            this.#noteFailure(cause, parallel);
            throw cause;
          });
        });
        this.#checkUser();
        onAnswer?.(this.#clock.now() - startedAt);
        return body;
      } catch (cause) {
        if (signal.aborted) throw new AuditLogError("aborted", "The request was canceled.");
        const error = cause instanceof AuditLogError ? cause : toAuditLogError(cause);
        const wait = computeRetryWait(error, attempt, this.#clock.random());
        if (wait === undefined) throw error;
        await this.#waitBeforeRetry(wait, error, signal, onWait);
      }
    }
  }

  #noteFailure(cause: unknown, parallel: number): void {
    if (findErrorKind(cause) === "rate-limited")
      this.#maxParallel = Math.max(1, Math.min(this.#maxParallel, parallel - 1));
  }

  /** Rejects an answer for another user, so that it is not mixed with the events of the previous user. */
  #checkUser(): void {
    const user = this.#readUser();
    if (user === undefined || user === this.#user) return;
    const isAnother = this.#user !== undefined;
    this.#user = user;
    if (!isAnother) return;
    this.#onUserChange();
    throw new AuditLogError("aborted", "Another user signed in.");
  }

  #readUser(): string | undefined {
    try {
      return this.#adapter.user?.();
    } catch (cause) {
      throw toAuditLogError(cause);
    }
  }

  async #waitBeforeRetry(
    ms: number,
    { kind, retryAfterMs }: AuditLogError,
    signal: AbortSignal,
    onWait: (wait: Wait) => void,
  ): Promise<void> {
    // Only these waits come from the server. The viewer does not show its own.
    if (kind === "rate-limited" || (kind === "server" && retryAfterMs)) onWait({ kind, ms });
    try {
      await this.#clock.sleep(ms, signal);
    } catch {
      throw new AuditLogError("aborted", "The request was canceled.");
    }
  }

  async #send(...request: Parameters<FetchAdapter["get"]>): Promise<unknown> {
    let get: FetchAdapter["get"] | undefined;
    try {
      get = getsWithoutText.get(this.#adapter.get);
      if (!get) return await this.#adapter.get(...request);
    } catch (cause) {
      // An AuditLogError is replaced, too: the page's message may quote a token.
      throw toAuditLogError(cause);
    }
    return get(...request);
  }

  async #getOnce(path: string, query: URLSearchParams, timeoutMs: number, signal: AbortSignal): Promise<unknown> {
    const own = new AbortController();
    const forward = () => own.abort(signal.reason);
    if (signal.aborted) forward();
    signal.addEventListener("abort", forward, { once: true });
    const done = new AbortController();
    const late = this.#clock.sleep(Math.min(timeoutMs, TIMEOUT_MS), done.signal).then(() => {
      const error = new AuditLogError("timeout", "The server did not respond in time.");
      own.abort(error);
      throw error;
    });
    // An adapter may ignore the signal. Then the race still ends the wait.
    const aborted = new Promise<never>((_, reject) => {
      own.signal.addEventListener("abort", () => reject(own.signal.reason as Error), { once: true });
    });
    // Both may reject after the race is over, which would be an unhandled rejection.
    late.catch(() => undefined);
    aborted.catch(() => undefined);
    try {
      const body = await Promise.race([this.#send(path, { query, signal: own.signal }), late, aborted]);
      const error = createBodyError(body);
      if (error) throw error;
      return body;
    } finally {
      done.abort(new AuditLogError("aborted", "answered"));
      signal.removeEventListener("abort", forward);
    }
  }

  /** How many requests may run at once. */
  get slots(): number {
    return Math.min(this.#concurrency(), this.#maxParallel);
  }

  async #inSlot<T>(signal: AbortSignal, isReadAhead: () => boolean, job: () => Promise<T>): Promise<T> {
    signal.throwIfAborted();
    if (this.#running >= this.slots) await this.#waitForSlot(signal, isReadAhead);
    else this.#running += 1;
    try {
      signal.throwIfAborted();
      return await job();
    } finally {
      // The slot goes directly to the next request, so that no other takes it. If there are fewer slots now, it is removed.
      const next = this.#running <= this.slots ? this.#nextInQueue() : undefined;
      if (next) next.start();
      else this.#running -= 1;
    }
  }

  /** The request that has waited longest. Reading ahead comes last. */
  #nextInQueue(): QueuedRequest | undefined {
    const wanted = this.#queue.findIndex(({ isReadAhead }) => !isReadAhead());
    return this.#queue.splice(Math.max(0, wanted), 1)[0];
  }

  /** Waits for a slot. An aborted request leaves the queue. */
  #waitForSlot(signal: AbortSignal, isReadAhead: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const queued: QueuedRequest = {
        isReadAhead,
        start: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      const leave = () => {
        this.#queue.splice(this.#queue.indexOf(queued), 1);
        reject(signal.reason as Error);
      };
      this.#queue.push(queued);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
