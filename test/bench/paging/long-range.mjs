import { startMockApi } from "../../../scripts/mock-api.mjs";
import { computeMedian, printTable } from "../support/report.mjs";
import { CUSTOMER, MONDAY_AFTERNOON, MONDAY_MORNING } from "./made-up.mjs";
import { delayAnswers } from "./spoilers.mjs";

const DAY = 86_400_000;
const SHORT = "last-24-hours";
const LONG = "last-year";
const DAYS = { [SHORT]: 1, [LONG]: 365 };

/** For searches without a limit. */
const FEW_ROUNDS = 3;

/** If the limit is not met, the rounds are repeated up to this many times: the machine may have been busy. */
const MOST_TRIES = 3;

/** The server is so slow that the machine's own work hardly counts; real servers are slower still. */
const DELAYS = { delayMs: 100, delayPerDayMs: 200 };

/**
 * Servers and searches. A search has a limit if its last day fills a page: then both ranges need the same requests.
 * Otherwise the search reads further into the year until the page is full.
 */
const CASES = [
  { name: "everyday data", hasLimit: true },
  { name: "1,000 records a day", server: { events: 400_000 }, hasLimit: true },
  { name: "everyday data, before work", now: MONDAY_MORNING, hasLimit: true },
  { name: "3 records in 2 days", server: { events: 600, scenarios: false } },
  { name: "sign-ins only", filters: { actions: ["login"] } },
  { name: "one customer only", filters: { affectedDomain: CUSTOMER } },
];

/** In the page. The chunks are already loaded, so the search waits only for the server. */
async function searchWarm(setting) {
  await globalThis.bench.warmUp();
  return globalThis.bench.search(setting);
}

/** Each search has its own page, so that nothing is cached or learned. */
async function searchOnce(bench, api, { now, filters, preset, isSpoilt }) {
  const page = await bench.open({ now });
  try {
    const earliest = now - DAYS[preset] * DAY;
    if (isSpoilt) await delayAnswers(page, { ...DELAYS, apiBase: api.url, earliest });
    api.server.resetRequests();
    const range = { preset };
    const found = await page.evaluate(searchWarm, { apiBase: api.url, filters: { ...filters, range } });
    // Later requests read ahead.
    const needed = api.server.requests.slice(0, found.requests);
    return { ...found, days: sumDays(needed, now) };
  } finally {
    await page.context().close();
  }
}

/** The total length of all requested windows. */
function sumDays(requests, now) {
  const instant = (query, name) => Math.min(Date.parse(query.get(name)), now);
  const length = ({ query }) => instant(query, "datetime-end") - instant(query, "datetime-start");
  return requests.reduce((sum, request) => sum + length(request), 0) / DAY;
}

async function measureCase(bench, { now = MONDAY_AFTERNOON, server, filters = {}, rounds, limit, isSpoilt }) {
  const api = await startMockApi({ port: 0, now: () => now, ...server, behavior: DELAYS });
  const found = { [SHORT]: [], [LONG]: [] };
  const times = () => addRatio({ short: summarize(found[SHORT]), long: summarize(found[LONG]) });
  try {
    for (let round = 0; round < rounds * MOST_TRIES; round += 1) {
      if (round > 0 && round % rounds === 0 && (limit === undefined || times().ratio <= limit)) break;
      // The searches take turns in going first.
      for (const preset of round % 2 ? [LONG, SHORT] : [SHORT, LONG]) {
        found[preset].push(await searchOnce(bench, api, { now, filters, preset, isSpoilt }));
      }
    }
  } finally {
    await api.close();
  }
  return times();
}

const summarize = (found) => ({ ...found[0], ms: computeMedian(found.map(({ ms }) => ms)) });
const addRatio = ({ short, long }) => ({ short, long, ratio: long.ms / short.ms });

/**
 * Measures how much longer the server takes for a long window. If it took the same time, the bench would measure
 * nothing.
 */
async function timeWindows() {
  const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON, behavior: DELAYS });
  const time = async (days) => {
    const from = new Date(MONDAY_AFTERNOON - days * DAY).toISOString().replace(/\.\d+/, "");
    const begun = performance.now();
    const records = await (await fetch(`${api.url}/auditlog?datetime-start=${from}&limit=10`)).json();
    return { ms: performance.now() - begun, count: records.length, days };
  };
  try {
    return addRatio({ short: await time(1), long: await time(30) });
  } finally {
    await api.close();
  }
}

const formatRow = (name, { short, long, ratio }, limit) => [
  name,
  short.ms.toFixed(0),
  long.ms.toFixed(0),
  ratio.toFixed(2),
  limit === undefined ? "" : `<= ${limit}`,
  `${short.count} / ${long.count}`,
  `${short.days.toFixed(1)} / ${long.days.toFixed(1)}`,
];

/** Compares the first page of a year with that of a day. @returns a sentence for each limit that is not met */
export async function measureLongRange(bench, { limit, rounds, isSpoilt }) {
  const failures = [];
  const rows = [];
  for (const { hasLimit, ...one } of CASES) {
    const setting = hasLimit ? { rounds, limit } : { rounds: Math.min(rounds, FEW_ROUNDS) };
    const times = await measureCase(bench, { ...one, ...setting, isSpoilt });
    rows.push(formatRow(one.name, times, setting.limit));
    if (hasLimit && !(times.ratio <= limit)) {
      failures.push(
        `First page of "Last Year", ${one.name}: ${times.ratio.toFixed(2)} x "Last 24 Hours", not ${limit} x.`,
      );
    }
  }
  const windows = await timeWindows();
  rows.push(formatRow("30 days in one request, for comparison", windows));
  if (!(windows.ratio > 4)) failures.push("The server does not get slower with the window: nothing was measured.");
  printTable(
    "First page of 10 rows, Last 24 Hours against Last Year (medians)",
    ["server, search", "24 h ms", "year ms", "ratio", "limit", "rows", "days asked"],
    rows,
  );
  return failures;
}
