import { startMockApi } from "../../scripts/mock-api.mjs";
import { countHeap } from "./leak/heap.mjs";
import { installCensus } from "./leak/census.mjs";
import { runRound } from "./leak/round.mjs";
import { SPOILERS } from "./leak/spoilers.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { openBenchBrowser } from "./support/bench-browser.mjs";
import { checkChoices, checkPositive, readOptions } from "./support/options.mjs";
import { printTable, reportFailures } from "./support/report.mjs";

/*
 * What removed viewers leave on their page, with the built package in a real browser: docs/performance.md says what is
 * measured, and how.
 */

const MB = 1024 * 1024;
/** An even number, because every other viewer is removed in the middle of a search. */
const WARM_UP = 6;
/** Otherwise, most of the growth of the heap would be compiled code. */
const NO_COMPILER = "--js-flags=--jitless";
/**
 * After this time, whatever a removed viewer still does counts as a leak. A browser gets ten seconds to start a
 * download.
 */
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 250;

const KINDS = Object.keys(SPOILERS);
const USAGE = `Usage: npm run test:leak -- [options]

Inserts a viewer, searches with timeline, breakdown and findings, counts the whole range, opens a row, exports, and removes the
viewer, many times on one page. Exits with 1 if something is left: memory, listeners, timers, workers or requests.

  --rounds N      how often (50)
  --spoil KIND    leaves something behind in each round, to prove that the test notices:
                  ${KINDS.join(", ")}
  --help`;

const FLAGS = { rounds: { type: "string", default: "50" }, spoil: { type: "string" } };
const options = readOptions(USAGE, FLAGS, ({ rounds, spoil }) => {
  checkPositive("rounds", rounds);
  if (spoil !== undefined) checkChoices("spoil", [spoil], KINDS);
});
const rounds = Math.ceil(Number(options.rounds));

const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON, habits: { delayMs: 20 } });
const handle = api.server.handle.bind(api.server);
/** The server never answers the request of a spoiler. */
api.server.handle = (request) => (request.path === "/never" ? new Promise(() => undefined) : handle(request));
const bench = await openBenchBrowser({}, [NO_COMPILER]);
const underWay = new Set();
let threads = 0;
let before;
let after;
try {
  const page = await bench.open({ now: MONDAY_AFTERNOON, prepare: (opened) => opened.addInitScript(installCensus) });
  page.on("request", (request) => request.url().startsWith(api.url) && underWay.add(request));
  for (const end of ["requestfinished", "requestfailed"]) page.on(end, (request) => underWay.delete(request));
  page.on("worker", () => (threads += 1));
  const spoiler = SPOILERS[options.spoil];

  const read = async () => ({
    ...(await page.evaluate(() => globalThis.census.read())),
    workers: page.workers().length,
    requests: underWay.size,
  });
  /** Counts after the last timer that a removed viewer may have, such as that of a download. */
  const count = async () => {
    const latest = Date.now() + PATIENCE_MS;
    const isBusy = ({ timers, workers, requests, urls }) => timers + workers + requests + urls > 0;
    while (isBusy(await read()) && Date.now() < latest) await page.waitForTimeout(LOOK_AGAIN_MS);
    const heap = await countHeap(page);
    return { ...(await read()), ...heap };
  };

  const setting = { apiBase: api.url };
  for (let round = 0; round < WARM_UP; round += 1) await runRound(page, { ...setting, isBusy: round % 2 === 1 });
  before = await count();
  for (let round = 0; round < rounds; round += 1) {
    await runRound(page, { ...setting, isBusy: round % 2 === 1, spoil: spoiler });
  }
  after = await count();
} finally {
  await bench.close();
  await api.close();
}

/** What is counted, how much it may grow, and how much may remain. */
const ROWS = [
  { name: "heap after a collection, kB", key: "heap", growth: MB, show: (bytes) => Math.round(bytes / 1024) },
  // For its password manager, Chromium keeps the last submitted form, and so one viewer.
  { name: "viewers in memory", key: "viewers", growth: 0 },
  { name: "nodes in memory", key: "nodes", growth: 0 },
  { name: "elements on the page", key: "elements", growth: 0 },
  { name: "listeners in memory", key: "allListeners", growth: 0 },
  { name: "listeners of the page", key: "listeners", growth: 0 },
  { name: "timers", key: "timers", growth: 0, most: 0 },
  { name: "workers", key: "workers", growth: 0, most: 0 },
  { name: "requests under way", key: "requests", growth: 0, most: 0 },
  { name: "URLs of files", key: "urls", growth: 0, most: 0 },
];
const rows = [];
const failures = [];
for (const { name, key, growth, most = Infinity, show = String } of ROWS) {
  const grown = after[key] - before[key];
  rows.push([name, show(before[key]), show(after[key]), show(grown), show(growth)]);
  if (grown > growth || after[key] > most) failures.push(`${name}: ${show(before[key])}, then ${show(after[key])}.`);
}
// One thread counts, the other writes the file.
if (threads < 2 * (WARM_UP + rounds)) failures.push(`Only ${threads} workers were seen: the page did their work.`);
printTable(`Left by ${rounds} viewers, after ${WARM_UP} others`, ["", "before", "after", "growth", "limit"], rows);
if (failures.length > 0) {
  const places = after.places.map((place) => place.replace(/\s+/g, " "));
  for (const place of new Set(places)) {
    failures.push(`  ${places.filter((one) => one === place).length} times ${place}`);
  }
}
reportFailures(failures);
