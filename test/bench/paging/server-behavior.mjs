import { startMockApi } from "../../../scripts/mock-api.mjs";
import { watchRest } from "../support/bench-browser.mjs";
import { printTable } from "../support/report.mjs";
import { CUSTOMER, MONDAY_AFTERNOON } from "./made-up.mjs";
import { loseRecords } from "./spoilers.mjs";
import { findDifference, readTruth } from "./truth.mjs";

const PAGES = 20;
const PAGE_SIZE = 25;

const SERVERS = [
  ["as documented", {}],
  ["ascending", { order: "ascending" }],
  ["capped at 100", { limit: { cap: 100 } }],
  ["capped at 100, ascending", { limit: { cap: 100 }, order: "ascending" }],
  ["capped at 37", { limit: { cap: 37 } }],
  ["capped at 37, ascending", { limit: { cap: 37 }, order: "ascending" }],
  ["fixed at 50", { limit: { fixed: 50 } }],
  ["fixed at 50, ascending", { limit: { fixed: 50 }, order: "ascending" }],
  ["limit ignored", { limit: "ignored" }],
  ["limit ignored, ascending", { limit: "ignored", order: "ascending" }],
  ["start ignored", { start: "ignored" }],
  ["start ignored, capped at 37", { start: "ignored", limit: { cap: 37 } }],
  ["exclusive ends", { startInclusive: false, endInclusive: false }],
  ["ties shuffled", { ties: "shuffled" }],
  ["zoneless times", { timestamps: "zoneless" }],
  ["zoneless times of US/Eastern", { timestamps: "zoneless", naiveZone: "US/Eastern" }],
  ["access log refused", { accessLog: "refused" }],
  ["one customer", {}, CUSTOMER],
  ["one customer, case-sensitive", { caseSensitive: true }, CUSTOMER],
  ["one customer, substring", { matching: "substring" }, CUSTOMER],
];

/** Pages through the newest records of one server. @returns the shown records, and the requests */
async function pageThrough(bench, api, { customer, isSpoilt }) {
  const page = await bench.open({ now: MONDAY_AFTERNOON });
  const atRest = watchRest(page);
  try {
    if (isSpoilt) await loseRecords(page, { apiBase: api.url });
    await page.evaluate(search, { apiBase: api.url, pageSize: PAGE_SIZE, customer });
    const shown = [];
    for (let number = 1; number <= PAGES; number += 1) {
      if (number > 1) await turn(page);
      shown.push(await page.evaluate(readRows));
    }
    await atRest();
    return { shown, requests: api.server.requests };
  } finally {
    await page.context().close();
  }
}

/** In the page. Numbers the records, and shows the number as the affected user, so that rows can be told apart. */
function search({ apiBase, pageSize, customer }) {
  const numbers = new Map();
  const numbered = (record) => {
    const text = JSON.stringify(record);
    if (!numbers.has(text)) numbers.set(text, String(numbers.size));
    return { ...record, "target-user": numbers.get(text) };
  };
  globalThis.bench.numbers = numbers;
  const filters = { range: { preset: "last-year" }, affectedDomain: customer };
  // No user can answer whether to search further back.
  const source = { budget: { seconds: 60, requests: 1000, records: 1_000_000 } };
  return globalThis.bench.search({ apiBase, pageSize, filters, source, redact: numbered });
}

/** In the page: the records of the shown rows, as the server sent them. */
function readRows() {
  const texts = [...globalThis.bench.numbers.keys()];
  return globalThis.bench.rows().map((row) => texts[Number(row.querySelector(".col-affectedUser").textContent)]);
}

async function turn(page) {
  await page.evaluate(() => void (globalThis.bench.turned = globalThis.bench.nextRows()));
  await page.getByRole("button", { name: "Next" }).click();
  await page.evaluate(() => globalThis.bench.turned);
}

/**
 * The cost of paging with different servers, without a limit. But with every server, the pages must be its newest
 * records.
 */
export async function measureServerBehavior(bench, { isSpoilt }) {
  const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON });
  const plain = { ...api.server.behavior };
  const failures = [];
  const rows = [];
  try {
    for (const [name, behavior, customer = ""] of SERVERS) {
      Object.assign(api.server.behavior, plain, behavior);
      const truth = await readTruth(api.server, customer);
      const { shown, requests } = await pageThrough(bench, api, { customer, isSpoilt });
      const wrong = findDifference(shown, truth, PAGE_SIZE);
      if (wrong) failures.push(`Server "${name}": ${wrong}`);
      const records = requests.reduce((sum, request) => sum + request.records, 0);
      const count = shown.flat().length;
      rows.push([name, requests.length, (requests.length / PAGES).toFixed(2), records, (records / count).toFixed(2)]);
    }
  } finally {
    await api.close();
  }
  printTable(
    `Requests for ${PAGES} pages of ${PAGE_SIZE}, and what was read ahead after them`,
    ["server", "requests", "per page", "records sent", "per shown record"],
    rows,
  );
  return failures;
}
