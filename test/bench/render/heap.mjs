const MB = 1_000_000;

/** The used heap of a page without garbage, in MB. */
export async function readHeap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / MB;
}
