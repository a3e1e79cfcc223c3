import { readClick, record } from "./trace.mjs";

/**
 * Moves the mouse to the target and waits until that has been painted; then only the click is traced.
 *
 * @param expect runs in the page before the click, and sets `bench.ready` to a promise of what the click has painted
 * @param given an argument for it
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
    // What was painted still has to come onto the screen.
    await page.evaluate(() => globalThis.bench.frames(5));
  });
  return readClick(events);
}
