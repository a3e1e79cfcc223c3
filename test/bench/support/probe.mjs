/** The mark that a page sets in the very frame that paints new rows. */
export const SHOWN = "bench-shown";

/**
 * Runs in the page before the page's own scripts, so it uses nothing from outside. The page's clock stands still at the hour
 * at which the server's data ends, until `bench.startClock()`; `bench` is for the code that measures there.
 *
 * @param {{ now: number, mark: string, savesData: boolean }} setting
 */
export function installProbe({ now, mark, savesData }) {
  /** Until a page counts as lost. */
  const MOST_MS = 120_000;
  const MOST_FRAMES = 600;

  // The viewer reads the time from a new date, not from `Date.now`.
  const RealDate = Date;
  let clockStart;
  const time = () => now + (clockStart === undefined ? 0 : performance.now() - clockStart);
  globalThis.Date = new Proxy(RealDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [time()], made),
    apply: () => new RealDate(time()).toString(),
    get: (target, name) => (name === "now" ? time : Reflect.get(target, name)),
  });
  const startClock = () => void (clockStart = performance.now());
  if (savesData) Object.defineProperty(navigator, "connection", { value: { saveData: true } });

  const viewer = () => document.querySelector("audit-log-viewer");
  const rows = () => {
    const table = viewer().shadowRoot.querySelector('[part="results"]');
    return [...(table?.shadowRoot.querySelectorAll("tr[data-row]") ?? [])];
  };
  const text = () => rows().map((row) => row.textContent);

  const place = (setting) => {
    const made = Object.assign(document.createElement("audit-log-viewer"), setting);
    document.body.append(made);
    return made;
  };

  /** Fetches and compiles what every first search fetches, with an element that asks nobody. */
  const warmUp = async () => {
    const made = place({ adapter: { get: async () => [] } });
    await made.search();
    made.remove();
  };

  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const frames = async (count) => {
    for (let left = count; left > 0; left -= 1) await frame();
  };

  /** To be called within a frame; a message that is sent there comes after the painting. */
  const painted = () => {
    performance.mark(mark);
    return new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done();
      port2.postMessage("");
    });
  };

  const told = () =>
    new Promise((resolve, reject) => {
      const ways = {
        "alv-results": ({ detail }) => resolve(detail),
        "alv-error": ({ detail }) => reject(new Error(`${detail.kind}: ${detail.message}`)),
      };
      for (const [name, listener] of Object.entries(ways)) viewer().addEventListener(name, listener, { once: true });
      setTimeout(() => reject(new Error("The viewer tells of no page.")), MOST_MS);
    });

  /**
   * Resolves when other rows than now have been painted, with their number and that of all requests so far. Does nothing
   * before the viewer tells of them.
   */
  const nextRows = async () => {
    const before = text().join();
    const { count, coverage } = await told();
    const isThere = () => rows().length === count && (count === 0 || text().join() !== before);
    for (let turn = 1; ; turn += 1) {
      await frame();
      if (isThere()) break;
      if (turn === MOST_FRAMES) throw new Error(`${count} rows were told of, ${rows().length} are there.`);
    }
    await painted();
    return { count, requests: coverage.requests };
  };

  /**
   * Searches with a new viewer that has been painted.
   *
   * @returns milliseconds until the first page was painted, its rows, and the requests that it took
   */
  const search = async (setting) => {
    const made = place(setting);
    await frames(2);
    const begun = performance.now();
    const shown = nextRows();
    void made.search();
    const { count, requests } = await shown;
    return { ms: performance.now() - begun, count, requests };
  };

  globalThis.bench = { startClock, rows, warmUp, frame, frames, painted, nextRows, search };
}
