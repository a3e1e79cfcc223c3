export interface Timers {
  /** The time of everything that waits has come. */
  expire(): void;
  /** Gives the page its own timers back. */
  release(): void;
}

/** Holds what the page would do later, so that a test says when; what waits for no time at all is not held. */
export function holdTimers(): Timers {
  const { setTimeout, clearTimeout } = window;
  const waiting = new Map<number, () => void>();
  let last = 0;
  const hold = (job: () => void, delay = 0): number => {
    if (delay === 0) return setTimeout.call(window, job) as unknown as number;
    // Far from the browser's own numbers.
    last -= 1;
    waiting.set(last, job);
    return last;
  };
  const forget = (handle?: number) => {
    if (handle !== undefined && !waiting.delete(handle)) clearTimeout.call(window, handle);
  };
  Object.assign(window, { setTimeout: hold, clearTimeout: forget });
  return {
    expire() {
      const jobs = [...waiting.values()];
      waiting.clear();
      for (const job of jobs) job();
    },
    release: () => void Object.assign(window, { setTimeout, clearTimeout }),
  };
}
