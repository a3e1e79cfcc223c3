import type { Clock } from "../../src/domain/clock.js";

/** 09:14 on a Monday morning in New York. */
export const NOW = Date.UTC(2026, 10, 23, 14, 14, 0);

/** A clock that stands still. Pauses are over at once; those longer than `patience` ms never end, so that nothing times out. */
export function testClock(now: number = NOW, patience = 30_000): Clock & { time: number } {
  const clock = {
    time: now,
    now: () => clock.time,
    random: () => 0.5,
    sleep: (ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason as Error);
        signal?.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
        if (ms <= patience) resolve();
      }),
  };
  return clock;
}
