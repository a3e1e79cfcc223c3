import { parseArgs } from "node:util";
import { startEndlessLog } from "./export/endless-log.mjs";
import { watchHeaps } from "./export/heap.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { printTable } from "./support/report.mjs";

/*
 * What the file of a whole year costs in memory, on the built package: docs/performance.md says what is measured, and how.
 */

const { values } = parseArgs({
  options: { events: { type: "string", default: "1000000" }, bar: { type: "string", default: "250" } },
});
const count = Number(values.events);
const bar = Number(values.bar);
if (!(count > 0 && bar > 0)) throw new Error("--events and --bar take numbers above 0.");

const MB = 1024 * 1024;
const log = await startEndlessLog({ count, now: MONDAY_AFTERNOON });
const bench = await openBenchBrowser();
let failure;
try {
  const page = await bench.open({ now: MONDAY_AFTERNOON, savesData: true });
  const setting = { apiBase: log.url, filters: { range: { preset: "last-year" } } };
  await page.evaluate((given) => globalThis.bench.search(given), setting);
  const heaps = await watchHeaps(page);
  const begun = Date.now();
  const file = await page.evaluate(async () => {
    const { blob, ...told } = await document
      .querySelector("audit-log-viewer")
      .exportEvents({ format: "csv", scope: "range", deliver: "blob" });
    const head = await blob.slice(0, 4096).text();
    return { ...told, bytes: blob.size, columns: head.split("\r\n")[0].split(",").length };
  });
  const seconds = (Date.now() - begun) / 1000;
  const { bytes, after, workers } = await heaps.stop();
  printTable(
    `A CSV of ${count.toLocaleString("en")} events (MB: heaps of page and workers together)`,
    ["rows", "columns", "file MB", "seconds", "workers", "peak MB", "bar", "after MB"],
    [
      [
        file.rows,
        file.columns,
        (file.bytes / MB).toFixed(1),
        seconds.toFixed(1),
        workers,
        (bytes / MB).toFixed(1),
        `<= ${bar}`,
        (after / MB).toFixed(1),
      ],
    ],
  );
  if (file.rows !== count || !file.complete) failure = `${file.rows} of ${count} events are in the file.`;
  else if (workers === 0) failure = "No worker was seen: its heap is not in the figure.";
  else if (bytes > bar * MB) failure = `The heaps held ${(bytes / MB).toFixed(1)} MB.`;
} finally {
  await bench.close();
  await log.close();
}
console.log(failure ?? "The bar is met.");
process.exitCode = failure ? 1 : 0;
