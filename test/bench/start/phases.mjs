import { computeMedian } from "../support/report.mjs";
import { openPage } from "./page.mjs";

/** The duration of a response, in ms: it separates the phases. */
const RESPONSE_MS = 200;

const PHASES = [
  ["connected", "shell"],
  ["shell", "search"],
  ["search", "first-answer"],
  ["first-answer", "rows"],
];

/** In the page: the first search of a new viewer. @returns the times of the marks, by their phase */
async function searchOnce(responseMs) {
  const { bench } = globalThis;
  bench.responseMs = responseMs;
  const viewer = Object.assign(document.createElement("audit-log-viewer"), { adapter: bench.adapter });
  document.body.append(viewer);
  await bench.frames(3);
  await viewer.search();
  await bench.frames(3);
  const marks = performance.getEntriesByType("mark").filter(({ name }) => name.startsWith("audit-log-viewer:"));
  return Object.fromEntries(marks.map(({ name, startTime }) => [name.slice("audit-log-viewer:".length), startTime]));
}

/** Measures the times between the viewer's own marks. There is no limit, because most of this time is the network's. */
export async function measurePhases(bench, { apiBase, rounds }) {
  const found = [];
  for (let round = 0; round < rounds; round += 1) {
    const { page } = await openPage(bench, { apiBase });
    found.push(await page.evaluate(searchOnce, RESPONSE_MS));
    await page.context().close();
  }
  const rows = PHASES.map(([from, to]) => {
    const times = found.map((marks) => marks[to] - marks[from]);
    return [`${from} to ${to}`, computeMedian(times).toFixed(1)];
  });
  const isWhole = rows.every(([, ms]) => Number(ms) >= 0);
  return {
    headings: ["phase", `ms, responses take ${RESPONSE_MS}`],
    rows,
    failures: isWhole ? [] : ["A mark is missing, or the marks are not in their order."],
  };
}
