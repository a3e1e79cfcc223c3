/** Where time and chance come from; tests put their own here. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after `ms` milliseconds, or rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Runs `job` when nothing else is to be done; the answer takes that back. */
  idle(job: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
}

/** Whether a value is an instant that `Date`, `Intl` and Temporal can all represent, in milliseconds. */
export function isInstant(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= 8.64e15;
}

/**
 * Reads the computer's clock. Host pages replace the static methods of `Date` (early Datejs makes `now` answer an object), so
 * a new object is asked for its number. Where that is replaced, too, the time since the page was opened helps; it comes
 * second because it may stand still while the computer sleeps.
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

/** The instant of a date in ISO 8601 or HTTP text, in milliseconds; NaN for other text. Host pages replace `Date`'s own reader. */
export function timeOfText(text: string): number {
  return new Date(text).getTime();
}

export const systemClock: Clock = {
  now: readTime,
  random: () => Math.random(),
  idle: (job) => {
    // Safari has no requestIdleCallback: there a moment of quiet has to do.
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
