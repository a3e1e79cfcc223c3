import { runAfterPaint } from "./after-paint.js";

/** Until what the last caller draws is painted. */
let painted = Promise.resolve();

/**
 * Resolves when the caller may draw. Each caller has a frame of its own, in the order of the calls: the browser needs too long
 * to lay out and paint what several of them draw at once.
 */
export function takeFrame(): Promise<void> {
  const before = painted;
  painted = before.then(() => new Promise((resolve) => runAfterPaint(resolve)));
  return before;
}
