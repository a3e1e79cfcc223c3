import { countParameters, startEndlessLog } from "./export/endless-log.mjs";
import { watchHeaps } from "./export/heap.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkPositive, readOptions } from "./support/options.mjs";
import { printTable } from "./support/report.mjs";

/*
 * The memory for the file of a whole year, with the built package: docs/performance.md says what is measured, and how.
 */

const USAGE = `Usage: npm run bench:export -- [options]

Exports a range of many events and exits with 1 if the file is not whole, or if the heaps held more than the limit.

  --events N   number of events in the file (1000000)
  --limit MB     how much the heaps of page and workers may hold together (250)
  --help`;

const FLAGS = { events: { type: "string", default: "1000000" }, limit: { type: "string", default: "250" } };

const options = readOptions(USAGE, FLAGS, ({ events, limit: most }) => {
  checkPositive("events", events);
  checkPositive("limit", most);
});
const count = Number(options.events);
const limit = Number(options.limit);

const MB = 1024 * 1024;
const FIXED_COLUMNS = 12;
const log = await startEndlessLog({ count, now: MONDAY_AFTERNOON });
const bench = await openBenchBrowser();
let failure;
try {
  const page = await bench.open({ now: MONDAY_AFTERNOON, savesData: true });
  const setting = { apiBase: log.url, filters: { range: { preset: "last-year" } } };
  await page.evaluate((given) => globalThis.bench.search(given), setting);
  const heaps = await watchHeaps(page);
  const file = await page.evaluate(async () => {
    const begun = performance.now();
    const longTasks = [];
    const observer = new PerformanceObserver((list) => longTasks.push(...list.getEntries()));
    observer.observe({ type: "longtask" });
    const { blob, ...told } = await document
      .querySelector("audit-log-viewer")
      .exportEvents({ format: "csv", scope: "range", deliver: "blob" });
    const seconds = (performance.now() - begun) / 1000;
    longTasks.push(...observer.takeRecords());
    // The code below counts bytes and is not part of the export.
    observer.disconnect();
    const blocked = Math.max(0, ...longTasks.map(({ duration }) => duration));
    // Counts rows by their line breaks: the made-up texts have none.
    let lines = 0;
    let separators = 0;
    for await (const bytes of blob.stream()) {
      for (const byte of bytes) {
        if (byte === 10) lines += 1;
        else if (byte === 44) separators += 1;
      }
    }
    const head = await blob.slice(0, 4096).text();
    return {
      ...told,
      seconds,
      blocked,
      longTasks: longTasks.length,
      bytes: blob.size,
      lines,
      separators,
      columns: head.split("\r\n")[0].split(",").length,
    };
  });
  const { bytes, page: ofPage, after, workers } = await heaps.stop();
  const mb = (bytes) => (bytes / MB).toFixed(1);
  printTable(
    `A CSV of ${count.toLocaleString("en")} events (MB: heaps of page and workers together)`,
    ["rows", "columns", "file MB", "seconds", "workers", "peak MB", "limit", "page MB", "after MB"],
    [
      [
        file.rows,
        file.columns,
        mb(file.bytes),
        file.seconds.toFixed(1),
        workers,
        mb(bytes),
        `<= ${limit}`,
        mb(ofPage),
        mb(after),
      ],
    ],
  );
  console.log(
    `\nThe page's main thread: ${file.longTasks} tasks over 50 ms, the longest ${file.blocked.toFixed(0)} ms (0: none).`,
  );
  const columns = FIXED_COLUMNS + countParameters(count);
  if (file.rows !== count || !file.complete) failure = `${file.rows} of ${count} events are in the file.`;
  else if (file.columns !== columns) failure = `The file has ${file.columns} columns, not ${columns}.`;
  // Each row and the header has all its separators, and the note of a record one comma more, in quotes.
  else if (file.lines !== count + 1 || file.separators !== (count + 1) * (columns - 1) + count)
    failure = `The table is not whole: ${file.lines} lines, ${file.separators} commas.`;
  else if (workers === 0) failure = "No worker was seen: its heap is not in the figure.";
  else if (bytes > limit * MB) failure = `The heaps held ${(bytes / MB).toFixed(1)} MB.`;
} finally {
  await bench.close();
  await log.close();
}
console.log(failure ?? "The limit is met.");
process.exitCode = failure ? 1 : 0;
