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

export const systemClock: Clock = {
  now: () => Date.now(),
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
