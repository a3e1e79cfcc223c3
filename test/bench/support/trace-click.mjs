import { readClick, record } from "./trace.mjs";

/**
 * Traces one click. Before, moves the mouse to the target and waits until that is painted.
 *
 * @param expect runs in the page before the click, and sets `bench.ready` to a promise that resolves when the effect of
 * the click is painted
 * @param given the argument of `expect`
 * @returns what `readClick` reads
 */
export async function traceClick(browser, page, target, expect, given) {
  await target.hover();
  await page.evaluate(() => globalThis.bench.frames(5));
  const events = await record(browser, page, async () => {
    await page.evaluate(expect, given);
    await page.mouse.down();
    await page.mouse.up();
    await page.evaluate(() => globalThis.bench.ready);
    // The painted frame has to reach the screen.
    await page.evaluate(() => globalThis.bench.frames(5));
  });
  return readClick(events);
}
