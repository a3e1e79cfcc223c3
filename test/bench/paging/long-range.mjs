import { startMockApi } from "../../../scripts/mock-api.mjs";
import { median, printTable } from "../support/report.mjs";
import { CUSTOMER, MONDAY_AFTERNOON, MONDAY_MORNING } from "./made-up.mjs";
import { delayAnswers } from "./spoilers.mjs";

const DAY = 86_400_000;
const SHORT = "last-24-hours";
const LONG = "last-year";
const DAYS = { [SHORT]: 1, [LONG]: 365 };

/** Where there is no bar to meet. */
const FEW_ROUNDS = 3;

/** Where the bar is not met as many rounds are added, before it is said: the machine may have been busy. */
const MOST_TRIES = 3;

/** So slow that what the machine has to do besides counts for little; real servers are slower still. */
const DELAYS = { delayMs: 100, delayPerDayMs: 200 };

/**
 * Servers and searches. The bar is for those whose last day holds a page: there both ranges need the same. Elsewhere the
 * year is read on until the page is full.
 */
const CASES = [
  { name: "everyday data", hasBar: true },
  { name: "1,000 records a day", server: { events: 400_000 }, hasBar: true },
  { name: "everyday data, before work", now: MONDAY_MORNING, hasBar: true },
  { name: "3 records in 2 days", server: { events: 600, scenarios: false } },
  { name: "sign-ins only", filters: { actions: ["login"] } },
  { name: "one customer only", filters: { affectedDomain: CUSTOMER } },
];

/** In the page. Chunks are there already: only the server has to be waited for. */
async function searchWarm(setting) {
  await globalThis.bench.warmUp();
  return globalThis.bench.search(setting);
}

/** One search on a page of its own, so that nothing is cached or learned. */
async function searchOnce(bench, api, { now, filters, preset, isSpoilt }) {
  const page = await bench.open({ now });
  try {
    const earliest = now - DAYS[preset] * DAY;
    if (isSpoilt) await delayAnswers(page, { ...DELAYS, apiBase: api.url, earliest });
    api.server.resetRequests();
    const range = { preset };
    const found = await page.evaluate(searchWarm, { apiBase: api.url, filters: { ...filters, range } });
    // Those that came after them read ahead.
    const needed = api.server.requests.slice(0, found.requests);
    return { ...found, days: daysAsked(needed, now) };
  } finally {
    await page.context().close();
  }
}

/** The lengths of all asked windows together. */
function daysAsked(requests, now) {
  const instant = (query, name) => Math.min(Date.parse(query.get(name)), now);
  const length = ({ query }) => instant(query, "datetime-end") - instant(query, "datetime-start");
  return requests.reduce((sum, request) => sum + length(request), 0) / DAY;
}

async function measureCase(bench, { now = MONDAY_AFTERNOON, server, filters = {}, rounds, bar, isSpoilt }) {
  const api = await startMockApi({ port: 0, now: () => now, ...server, behavior: DELAYS });
  const found = { [SHORT]: [], [LONG]: [] };
  const times = () => withRatio({ short: summary(found[SHORT]), long: summary(found[LONG]) });
  try {
    for (let round = 0; round < rounds * MOST_TRIES; round += 1) {
      if (round > 0 && round % rounds === 0 && (bar === undefined || times().ratio <= bar)) break;
      // Whatever a round's first search has for itself, the other one has in the next round.
      for (const preset of round % 2 ? [LONG, SHORT] : [SHORT, LONG]) {
        found[preset].push(await searchOnce(bench, api, { now, filters, preset, isSpoilt }));
      }
    }
  } finally {
    await api.close();
  }
  return times();
}

const summary = (found) => ({ ...found[0], ms: median(found.map(({ ms }) => ms)) });
const withRatio = ({ short, long }) => ({ short, long, ratio: long.ms / short.ms });

/** What it costs to ask for more at once: without a great difference there would be nothing to measure. */
async function timeWindows() {
  const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON, behavior: DELAYS });
  const time = async (days) => {
    const from = new Date(MONDAY_AFTERNOON - days * DAY).toISOString().replace(/\.\d+/, "");
    const begun = performance.now();
    const records = await (await fetch(`${api.url}/auditlog?datetime-start=${from}&limit=10`)).json();
    return { ms: performance.now() - begun, count: records.length, days };
  };
  try {
    return withRatio({ short: await time(1), long: await time(30) });
  } finally {
    await api.close();
  }
}

const row = (name, { short, long, ratio }, bar) => [
  name,
  short.ms.toFixed(0),
  long.ms.toFixed(0),
  ratio.toFixed(2),
  bar === undefined ? "" : `<= ${bar}`,
  `${short.count} / ${long.count}`,
  `${short.days.toFixed(1)} / ${long.days.toFixed(1)}`,
];

/** The first page of a year against that of a day. @returns what is not as it must be */
export async function measureLongRange(bench, { bar, rounds, isSpoilt }) {
  const failures = [];
  const rows = [];
  for (const { hasBar, ...one } of CASES) {
    const setting = hasBar ? { rounds, bar } : { rounds: Math.min(rounds, FEW_ROUNDS) };
    const times = await measureCase(bench, { ...one, ...setting, isSpoilt });
    rows.push(row(one.name, times, setting.bar));
    if (hasBar && !(times.ratio <= bar)) {
      failures.push(
        `First page of "Last Year", ${one.name}: ${times.ratio.toFixed(2)} x "Last 24 Hours", not ${bar} x.`,
      );
    }
  }
  const windows = await timeWindows();
  rows.push(row("30 days in one request, for comparison", windows));
  if (!(windows.ratio > 4)) failures.push("The server does not get slower with the window: nothing was measured.");
  printTable(
    "First page of 10 rows, Last 24 Hours against Last Year (medians)",
    ["server, search", "24 h ms", "year ms", "ratio", "bar", "rows", "days asked"],
    rows,
  );
  return failures;
}
