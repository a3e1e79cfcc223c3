import type { Pause } from "../../files/pause.js";

/** In milliseconds. A frame has 8 ms to spare; the slice is shorter, because the step that exceeds it is not interrupted. */
const SLICE = 5;

/** Creates a `Pause` that lets the page paint and handle events after each slice of work. */
export function createSlicedPause(now = () => performance.now()): Pause {
  // Other work may have used the time of the current task, so the first step is followed by a pause.
  let end = 0;
  return () => {
    if (now() < end) return undefined;
    return yieldToPage().then(() => void (end = now() + SLICE));
  };
}

/** Continues in a new task. It uses a message, because browsers delay nested timers. */
export function yieldToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
