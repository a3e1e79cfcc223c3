import type { Pause } from "../files/pause.js";

/** Below the 8 ms that a frame can spare, since the step that passes it is done to its end. */
const SLICE_MS = 5;

/** Lets the page paint and listen whenever a slice of its time is used up. */
export function slices(now = () => performance.now()): Pause {
  // Whatever ran before in this task is not known: the first step is one of its own.
  let end = 0;
  return () => {
    if (now() < end) return undefined;
    return turn().then(() => void (end = now() + SLICE_MS));
  };
}

/** A task of its own. A message is not delayed, as nested timers are. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
