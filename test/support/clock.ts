import { TEXT_WAIT_MS } from "../../src/api/transport/error-source.js";
import { STATISTICS_WAIT_MS } from "../../src/search/analysis.js";
import type { Clock } from "../../src/core/clock.js";

/** 09:14 on a Monday morning in New York. */
export const NOW = Date.UTC(2026, 10, 23, 14, 14, 0);

/** A clock that does not move. Pauses are over at once; those longer than `patience` ms never end, so that nothing times out. */
export function createTestClock(now: number = NOW, patience = 12_000): Clock & { time: number; rest(): void } {
  let waiting: (() => void)[] = [];
  const clock = {
    time: now,
    now: () => clock.time,
    random: () => 0.5,
    idle: (job: () => void) => {
      waiting.push(job);
      return () => (waiting = waiting.filter((one) => one !== job));
    },
    /** The page has nothing to do: what waits for that runs now. */
    rest: () => {
      const jobs = waiting;
      waiting = [];
      for (const job of jobs) job();
    },
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
        // The text of an error and the statistics come before the wait for them ends.
        if (ms <= patience && ms !== TEXT_WAIT_MS && ms !== STATISTICS_WAIT_MS) resolve();
      }),
  };
  return clock;
}
