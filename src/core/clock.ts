/** The time and random numbers. Tests use their own clock. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Runs `job` when the page is idle. Returns a function that cancels it. */
  idle(job: () => void): () => void;
  /** A random number from 0 to 1, without 1. */
  random(): number;
}

/** Whether a value is an instant that `Date`, `Intl` and Temporal can all represent, in milliseconds. */
export function isInstant(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= 8.64e15;
}

/**
 * Reads the computer's clock. Host pages replace the static methods of `Date`: early Datejs makes `now` return an
 * object. A new `Date` object still has the time, unless the page replaces `getTime`, too. Then the time since the page
 * was opened is used. It is the second choice, because it may stop while the computer sleeps.
 */
function readTime(): number {
  try {
    const time: unknown = new Date().getTime();
    if (isInstant(time)) return time;
  } catch {
    // A page without a usable `Date`.
  }
  return Math.round(performance.timeOrigin + performance.now());
}

/** The instant of an ISO 8601 or HTTP date, in milliseconds; NaN for other text. Host pages replace the parser of `Date`. */
export function parseTime(text: string): number {
  return new Date(text).getTime();
}

export const systemClock: Clock = {
  now: readTime,
  random: () => Math.random(),
  idle: (job) => {
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback !== "function") {
      const timer = setTimeout(job, 200);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(job, { timeout: 2000 });
    return () => cancelIdleCallback(handle);
  },
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason as Error);
      const stop = () => {
        clearTimeout(timer);
        reject(signal!.reason as Error);
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener("abort", stop);
        resolve();
      }, ms);
      signal?.addEventListener("abort", stop, { once: true });
    }),
};
