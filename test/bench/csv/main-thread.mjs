import { startEndlessLog } from "../export/endless-log.mjs";
import { MONDAY_AFTERNOON } from "../paging/made-up.mjs";
import { openBenchBrowser } from "../support/bench-browser.mjs";
import { LONG_MS, traceTasks } from "../support/main-thread.mjs";
import { computeMedian, printTable } from "../support/report.mjs";

const EVENTS = 100_000;
const PAGE_SIZE = 100;
const HANDING_MS = 1;

/** In the page: loads the events, as a user who clicks Next all day, but shows only the last page. */
async function load({ apiBase, count, pageSize }) {
  await globalThis.bench.search({ apiBase, pageSize, filters: { range: { preset: "last-year" } } });
  const viewer = document.querySelector("audit-log-viewer");
  const inner = viewer.shadowRoot.querySelector('[part="results"]');
  const loadNext = () =>
    new Promise((done) => {
      viewer.addEventListener("alv-results", done, { once: true });
      const detail = { command: "show-page", detail: "next" };
      inner.dispatchEvent(new CustomEvent("alv-command", { detail, bubbles: true, composed: true }));
    });
  // Nothing is painted, because the painting of a thousand pages is not measured.
  viewer.style.contentVisibility = "hidden";
  for (let loaded = pageSize; loaded < count; loaded += pageSize) await loadNext();
  viewer.style.contentVisibility = "";
  await globalThis.bench.frames(10);
}

/** In the page: measures how long it takes to hand over the events of each page. */
function watchHanding() {
  const times = (globalThis.handing = []);
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    const begun = performance.now();
    postMessage.call(this, message, ...rest);
    const ms = performance.now() - begun;
    if (message?.argumentList?.some(({ value }) => Array.isArray(value) && value.length === 100)) times.push(ms);
  };
}

const countLong = (tasks, isFrame) => tasks.filter((task) => task.work > LONG_MS && task.isFrame === isFrame).length;

const summarize = (runs) => ({
  frames: computeMedian(runs.map((tasks) => countLong(tasks, true))),
  mostFrames: Math.max(...runs.map((tasks) => countLong(tasks, true))),
  others: computeMedian(runs.map((tasks) => countLong(tasks, false))),
  longest: computeMedian(runs.map((tasks) => Math.max(...tasks.map(({ work }) => work)))),
  longestOther: computeMedian(
    runs.map((tasks) => Math.max(...tasks.filter(({ isFrame }) => !isFrame).map(({ work }) => work))),
  ),
  seconds: computeMedian(runs.map((tasks) => tasks.reduce((sum, { work }) => sum + work, 0) / 1000)),
});

/**
 * Measures a page that scrolls while the loaded events are exported, with the built package.
 *
 * @returns a sentence for each limit that is not met
 */
export async function measureMainThread({ rounds }) {
  const failures = [];
  const log = await startEndlessLog({ count: EVENTS * 2, now: MONDAY_AFTERNOON });
  const bench = await openBenchBrowser();
  try {
    const page = await bench.open({ now: MONDAY_AFTERNOON, savesData: true });
    await page.evaluate(watchHanding);
    await page.evaluate(load, { apiBase: log.url, count: EVENTS, pageSize: PAGE_SIZE });
    const exported = () =>
      page.evaluate(async () => {
        const begun = performance.now();
        const viewer = document.querySelector("audit-log-viewer");
        const { rows } = await viewer.exportEvents({ format: "csv", scope: "loaded", deliver: "blob" });
        return { rows, ms: performance.now() - begun };
      });
    await page.mouse.move(600, 600);
    // This export loads the chunk and starts the worker.
    const { rows } = await exported();
    if (rows !== EVENTS) throw new Error(`${rows} events are loaded, not ${EVENTS}.`);
    await page.evaluate(() => void (globalThis.handing.length = 0));
    const runs = { idle: [], exporting: [] };
    const lasted = [];
    for (let round = 0; round < rounds; round += 1) {
      const exporting = await traceTasks(bench.browser, page, async () => void lasted.push((await exported()).ms), {
        scrolls: true,
      });
      runs.exporting.push(exporting);
      // As long as the export took.
      const pause = () => page.evaluate((ms) => new Promise((done) => setTimeout(done, ms)), lasted.at(-1));
      runs.idle.push(await traceTasks(bench.browser, page, pause, { scrolls: true }));
    }
    const [idle, exporting] = [summarize(runs.idle), summarize(runs.exporting)];
    const row = (name, { frames, mostFrames, others, longest, longestOther, seconds }) => [
      ...[name, others, longestOther.toFixed(1), `${frames} (${mostFrames})`, longest.toFixed(1), seconds.toFixed(2)],
    ];
    printTable(
      `Scrolling while ${EVENTS.toLocaleString("en")} loaded events are exported, ${(computeMedian(lasted) / 1000).toFixed(1)} s (tasks by processor time, from the trace)`,
      ["", `others > ${LONG_MS} ms`, "longest, ms", `frames > ${LONG_MS} ms (most)`, "longest, ms", "work, s"],
      [row("scrolling", idle), row("and exporting", exporting)],
    );
    if (exporting.others > idle.others) {
      failures.push(`An export adds ${exporting.others - idle.others} tasks over ${LONG_MS} ms to the scrolling.`);
    }
    // On a slow machine, painting a scrolled page takes that long by itself, and varies.
    if (exporting.frames > idle.mostFrames) {
      failures.push(`An export makes ${exporting.frames} frames longer than ${LONG_MS} ms, not ${idle.mostFrames}.`);
    }
    const handing = await page.evaluate(() => globalThis.handing);
    if (handing.length !== (rounds * EVENTS) / PAGE_SIZE) throw new Error(`${handing.length} pages were handed over.`);
    const ms = computeMedian(handing);
    const sorted = handing.sort((one, other) => one - other);
    printTable(
      `Handing a page of ${PAGE_SIZE} events to the worker`,
      ["", "ms", "limit", "95 of 100", "longest"],
      [
        [
          "postMessage",
          ms.toFixed(2),
          `<= ${HANDING_MS}`,
          sorted[Math.floor(sorted.length * 0.95)].toFixed(2),
          sorted.at(-1).toFixed(2),
        ],
      ],
    );
    if (!(ms <= HANDING_MS)) failures.push(`Handing over a page takes ${ms.toFixed(2)} ms, not ${HANDING_MS}.`);
  } finally {
    await bench.close();
    await log.close();
  }
  return failures;
}
