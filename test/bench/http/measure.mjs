import { watchRest } from "../support/bench-browser.mjs";

/**
 * Searches once with the built package, on a new page.
 *
 * @param bench from `openBenchBrowser()`
 * @param api from `startCountedApi()`
 * @param rounds the exports of test/support/rounds
 * @returns requests to the two logs, rounds, the most requests at once, records, requests to other endpoints, the time
 * in ms from the search to the last answer that the page needed, whether reading paused, whether the page is right, and
 * a line for each request
 */
export async function measureOverHttp(bench, api, rounds, search) {
  const { NOW, PAGE_SIZE, areNewest, countMostAtOnce, readNewestTimes, countRounds, formatRequests } = rounds;
  // A browser that saves data does not prepare the next page.
  const page = await bench.open({ now: NOW, savesData: true });
  const atRest = watchRest(page);
  try {
    await page.evaluate(placeViewer, { apiBase: api.url, filters: search.filters(api.server) });
    await atRest();
    const before = api.others;
    api.begin();
    const { count, coverage } = await page.evaluate(runSearch);
    const end = api.passed();
    await atRest();
    const { log } = api;
    const others = [...before, ...api.others];

    const shown = await page.evaluate(readTimes);
    const paused = count < PAGE_SIZE && coverage.readFrom > coverage.asked.from;
    const expected = await readNewestTimes(api.server, search, coverage.asked, PAGE_SIZE);
    const answered = log.filter(({ status, ended }) => status !== "aborted" && ended <= end);
    return {
      requests: log.length,
      rounds: countRounds(log, end),
      atOnce: countMostAtOnce(log),
      records: log.reduce((sum, { records }) => sum + records, 0),
      others: others.map(({ path }) => path),
      ms: Math.max(...answered.map(({ ended }) => ended)),
      paused,
      isRight: areNewest(shown, expected, paused) && shown.length === count,
      log: formatRequests(log, NOW),
    };
  } finally {
    await page.context().close();
  }
}

/**
 * In the page: searches as a host page does. The chunks of a first search are already loaded, so only the server takes
 * time.
 */
async function placeViewer({ apiBase, filters }) {
  await globalThis.bench.warmUp();
  const viewer = document.createElement("audit-log-viewer");
  viewer.setAttribute("api-base", apiBase);
  viewer.filters = filters;
  document.body.append(viewer);
  await globalThis.bench.frames(2);
}

/** In the page. @returns the detail of the viewer's last event */
async function runSearch() {
  const viewer = document.querySelector("audit-log-viewer");
  let found;
  let failure;
  viewer.addEventListener("alv-results", ({ detail }) => (found = detail));
  viewer.addEventListener("alv-error", ({ detail }) => (failure = detail));
  globalThis.bench.startClock();
  await viewer.search();
  if (failure) throw new Error(`${failure.kind}: ${failure.message}`);
  return found;
}

/** In the page: the times of the loaded records, in ms. */
async function readTimes() {
  const viewer = document.querySelector("audit-log-viewer");
  const { blob } = await viewer.exportEvents({ format: "ndjson", scope: "loaded", deliver: "blob" });
  const lines = (await blob.text()).split("\n").filter(Boolean);
  return lines.map((line) => new Date(JSON.parse(line)["timestamp-datetime"]).getTime());
}
