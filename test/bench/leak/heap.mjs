/** A collection frees what only finalizers of an earlier one held, so there are several. */
const COLLECTIONS = 4;

/**
 * Collects the garbage of a page and counts what is left, by the DevTools protocol.
 *
 * @returns `heap` in bytes, with what lies behind its buffers; `nodes`; `allListeners`, those of elements included
 */
export async function countHeap(page) {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("Performance.enable");
    for (let left = COLLECTIONS; left > 0; left -= 1) {
      await session.send("HeapProfiler.collectGarbage");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => done())));
    }
    const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
    const { metrics } = await session.send("Performance.getMetrics");
    const metric = (name) => metrics.find((one) => one.name === name).value;
    return { heap: usedSize + backingStorageSize, nodes: metric("Nodes"), allListeners: metric("JSEventListeners") };
  } finally {
    await session.detach();
  }
}
