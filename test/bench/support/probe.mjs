/** The mark that a page sets in the frame that paints new rows. */
export const SHOWN = "bench-shown";

/**
 * Runs in the page before the page's own scripts, so it imports nothing. Until `bench.startClock()`, the page's clock
 * stands still at the end of the server's data. `bench` is for the code that measures.
 *
 * @param {{ now: number, mark: string, savesData: boolean }} setting
 */
export function installProbe({ now, mark, savesData }) {
  /** After this time, a page counts as lost. */
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

  /** Loads and compiles the code of a first search, with a viewer that sends no request. */
  const warmUp = async () => {
    const made = place({ adapter: { get: async () => [] } });
    await made.search();
    made.remove();
  };

  const frame = () => new Promise((done) => requestAnimationFrame(() => done()));
  const frames = async (count) => {
    for (let left = count; left > 0; left -= 1) await frame();
  };

  /** Call this within a frame: the message arrives after the painting. */
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
   * Waits until the viewer reports a page and its new rows are painted. @returns the number of rows, and of all
   * requests so far
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
   * @returns the milliseconds until the first page was painted, its rows, and the requests for them
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
