/** One collection frees objects whose finalizers release others, so several are needed. */
const COLLECTIONS = 4;

/**
 * Collects the garbage of a page and counts the rest, through the DevTools protocol.
 *
 * @returns `heap` in bytes, with buffers; `nodes`; `allListeners`, including those of elements
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
