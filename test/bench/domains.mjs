import { startMockApi } from "../../scripts/mock-api.mjs";
import { MONDAY_AFTERNOON } from "./paging/made-up.mjs";
import { openBenchBrowser, watchRest } from "./support/bench-browser.mjs";
import { readOptions } from "./support/options.mjs";
import { computeMedian, printTable } from "./support/report.mjs";
import { record } from "./support/trace.mjs";

/*
 * The cost of a key press in a domain field that suggests ten thousand domains, with the built package, from a trace.
 * No task may be long (50 ms, as in the browser's Long Tasks API). A plain field gets the same keys for comparison.
 */

const DOMAINS = 10_000;
const LONG_TASK_MS = 50;
const WORD = "dental";
const ROUNDS = 3;

const USAGE = `Usage: npm run bench:domains -- [options]

Types a word beside ten thousand domains and exits with 1 if a key takes ${LONG_TASK_MS} ms of the main thread, or more.

  --help`;

readOptions(USAGE, {}, () => undefined);

/** The longest task of the page's main thread in a trace, in ms. */
function findLongestTask(events) {
  const key = events.find(({ name, args }) => name === "EventDispatch" && args.data?.type === "keydown");
  if (!key) throw new Error("The trace has no key.");
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && pid === key.pid && tid === key.tid);
  return Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000;
}

async function typeInto(page, field) {
  for (const letter of WORD) {
    await field.press(letter);
    await page.evaluate(() => globalThis.bench.frames(3));
  }
}

const api = await startMockApi({ port: 0, now: () => MONDAY_AFTERNOON, domains: DOMAINS });
const bench = await openBenchBrowser();
const longest = { suggested: [], plain: [] };
let shown = "";
try {
  const page = await bench.open({ now: MONDAY_AFTERNOON });
  const atRest = watchRest(page);
  await page.evaluate((setting) => globalThis.bench.search(setting), { apiBase: api.url });
  const fields = {
    plain: page.getByRole("textbox", { name: "Affected user" }),
    suggested: page.getByRole("combobox", { name: "Affected domain" }),
  };
  await fields.suggested.click();
  await atRest();
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, field] of Object.entries(fields)) {
      await field.fill("");
      longest[name].push(findLongestTask(await record(bench.browser, page, () => typeInto(page, field))));
      // The number of matches and of all domains shows that all of them were loaded and searched.
      if (name === "suggested") shown = await page.getByText(/ of [\d,]+ domains?$/).innerText({ timeout: 5000 });
      await page.keyboard.press("Escape");
    }
  }
} finally {
  await bench.close();
  await api.close();
}

const [suggested, plain] = [computeMedian(longest.suggested), computeMedian(longest.plain)];
printTable(
  `Typing "${WORD}" beside ${DOMAINS.toLocaleString("en")} domains (ms: median of ${ROUNDS}, from the trace)`,
  ["field", "longest task", "limit", "shown"],
  [
    ["suggests domains", suggested.toFixed(1), `< ${LONG_TASK_MS}`, shown],
    ["plain", plain.toFixed(1), "", ""],
  ],
);
const isWhole = shown.endsWith(` of ${DOMAINS.toLocaleString("en")} domains`);
const failure = isWhole
  ? suggested < LONG_TASK_MS
    ? undefined
    : "A key was a long task."
  : `Not all domains were looked through: "${shown}".`;
console.log(failure ?? "The limit is met.");
process.exitCode = failure ? 1 : 0;
