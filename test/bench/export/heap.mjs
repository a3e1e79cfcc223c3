/** The memory that scripts use, with their buffers. */
const sum = ({ usedSize = 0, backingStorageSize = 0 } = {}) => usedSize + backingStorageSize;

/** The time between two readings of the heaps, in ms. */
const EVERY_MS = 200;

/**
 * Watches the heaps of a page and its workers through the DevTools protocol.
 *
 * @returns `stop()`, which returns the largest sum of used bytes, including garbage; the largest of the page alone; and
 * the sum after a garbage collection
 */
export async function watchHeaps(page) {
  const root = await page.context().newCDPSession(page);
  const sessions = new Set();
  let ids = 0;
  const waiting = new Map();
  const send = (sessionId, method) =>
    new Promise((done) => {
      const id = (ids += 1);
      waiting.set(id, done);
      void root.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id, method }) }).catch(done);
    });
  root.on(
    "Target.attachedToTarget",
    ({ sessionId, targetInfo }) => targetInfo.type === "worker" && sessions.add(sessionId),
  );
  root.on("Target.detachedFromTarget", ({ sessionId }) => sessions.delete(sessionId));
  root.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await root.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

  const used = async () => {
    const own = await root.send("Runtime.getHeapUsage");
    const others = await Promise.all(
      [...sessions].map((session) => Promise.race([send(session, "Runtime.getHeapUsage"), pause(EVERY_MS * 5)])),
    );
    const page = sum(own);
    return {
      page,
      workers: others.filter((one) => one?.usedSize).length,
      bytes: others.reduce((all, one) => all + sum(one), page),
    };
  };
  const peak = { bytes: 0, page: 0, workers: 0 };
  let running = true;
  const watching = (async () => {
    while (running) {
      const now = await used();
      peak.bytes = Math.max(peak.bytes, now.bytes);
      peak.page = Math.max(peak.page, now.page);
      peak.workers = Math.max(peak.workers, now.workers);
      await pause(EVERY_MS);
    }
  })();
  return {
    stop: async () => {
      running = false;
      await watching;
      await Promise.all([
        root.send("HeapProfiler.collectGarbage"),
        ...[...sessions].map((session) => send(session, "HeapProfiler.collectGarbage")),
      ]);
      return { ...peak, after: (await used()).bytes };
    },
  };
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));
