import { computeMedian, printTable } from "../support/report.mjs";
import { record } from "../support/trace.mjs";

const EVENTS = 100_000;
/** d3-array must take at least this many times as long as the viewer. */
const LEAST_RATIO = 2;
const PAGE_MS = 1;
const BYTES = 120;
const SLICE_MS = 8;
/** The statistics may take at most this many times as long as reading the fields. */
const MOST_TOUCHES = 1;
const WARM_UPS = 2;
const MARK = "bench-slices";

/** Other work of the machine makes whole rounds slower, so ratios are computed within each round. */
const computeRatio = (times, own) => computeMedian(times.map((ms, round) => ms / own[round]));

const call = (page, name, asked) =>
  page.evaluate(([act, given]) => globalThis.analysisBench[act](given), [name, asked]);

/** The tasks of the page's main thread after a mark, with their processor time in ms. */
function listTasks(events, mark) {
  const first = events.find(({ name }) => name === mark);
  const here = events.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  return here
    .filter(({ name, ts, dur = 0 }) => name === "RunTask" && ts + dur > first.ts)
    .map(({ ts, dur = 0, tdur = dur }) => ({ from: ts, until: ts + dur, ms: tdur / 1000 }));
}

/**
 * Calls a function of the page whose tasks have marks. A busy machine interrupts long tasks more often than short ones,
 * so only processor time is compared.
 *
 * @returns for each mark the time of its task in each round
 */
async function measureTasks(page, name, { browser, rounds, marks, ...asked }) {
  await call(page, name, { count: EVENTS, rounds: WARM_UPS, ...asked });
  const events = await record(browser, page, () => call(page, name, { count: EVENTS, rounds, ...asked }));
  const tasks = listTasks(events, marks[0]);
  const readTimes = (mark) =>
    events
      .filter((one) => one.name === mark && one.ph !== "e" && one.ph !== "E")
      .map(({ ts }) => tasks.find(({ from, until }) => from <= ts && ts <= until).ms);
  const times = Object.fromEntries(marks.map((mark) => [mark, readTimes(mark)]));
  if (marks.some((mark) => times[mark].length !== rounds)) throw new Error("The trace does not have every round.");
  return times;
}

async function compareAnswers(page, { browser, rounds, mixed }) {
  const names = ["viewer", "d3-array", "crossfilter2"];
  const turns = ["first", "again"];
  const marks = turns.flatMap((turn) => names.map((name) => `${name}, ${turn}`));
  const times = await measureTasks(page, "compareAnswers", { browser, rounds, marks, mixed });
  const failures = [];
  const rows = marks.map((mark) => {
    const [name, turn] = mark.split(", ");
    const ratio = computeRatio(times[mark], times[`viewer, ${turn}`]);
    const hasLimit = name === "d3-array";
    const isMet = !hasLimit || ratio >= LEAST_RATIO;
    if (!isMet) failures.push(`${name} takes ${ratio.toFixed(2)} times as long as the viewer (${turn}).`);
    return [
      mark,
      computeMedian(times[mark]).toFixed(2),
      ratio.toFixed(2),
      hasLimit ? `>= ${LEAST_RATIO}` : "",
      isMet ? "" : "missed",
    ];
  });
  const title = `Seven breakdowns and a timeline of 120 bars over 100,000 events${mixed ? " in mixed spellings" : ""}`;
  printTable(title, ["processor time", "ms", "times the viewer", "limit", ""], rows);
  return failures;
}

function reportPages(title, times) {
  const [middle, worst] = [computeMedian(times), Math.max(...times)];
  const isMet = worst <= PAGE_MS;
  // The clock of a page has steps of 0.1 ms.
  const row = [
    title,
    middle < 0.1 ? "< 0.1" : middle.toFixed(1),
    worst.toFixed(1),
    `<= ${PAGE_MS}`,
    isMet ? "" : "missed",
  ];
  printTable(`${title} (each page: the least of all rounds)`, ["", "median, ms", "longest, ms", "limit", ""], [row]);
  return isMet ? [] : [`${title}: ${worst.toFixed(1)} ms, not ${PAGE_MS} ms.`];
}

async function measureMemory(page) {
  const session = await page.context().newCDPSession(page);
  const read = async () => {
    for (let turn = 0; turn < 3; turn += 1) await session.send("HeapProfiler.collectGarbage");
    const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
    return usedSize + backingStorageSize;
  };
  // A first call compiles the code and fills its caches.
  await call(page, "keep", EVENTS / 100);
  await page.evaluate(() => void (globalThis.kept = undefined));
  const before = await read();
  const events = await call(page, "keep", EVENTS);
  if (events !== EVENTS) throw new Error(`${events} events are kept, not ${EVENTS}.`);
  const bytes = ((await read()) - before) / EVENTS;
  const isMet = bytes <= BYTES;
  const row = ["100,000 events", bytes.toFixed(1), `<= ${BYTES}`, isMet ? "" : "missed"];
  printTable("Memory of the columns", ["", "bytes per event", "limit", ""], [row]);
  return isMet ? [] : [`An event takes ${bytes.toFixed(1)} bytes, not ${BYTES}.`];
}

/** @returns the longest task in each round, in ms of processor time */
async function listLongestTasks(page, { browser, rounds, isHard }) {
  await call(page, "prepareSlices", { count: EVENTS, isHard });
  await call(page, "answerInSlices");
  const longest = [];
  for (let round = 0; round < Math.min(rounds, 5); round += 1) {
    const events = await record(browser, page, async () => {
      await page.evaluate((mark) => void performance.mark(mark), MARK);
      await call(page, "answerInSlices");
    });
    longest.push(Math.max(...listTasks(events, MARK).map(({ ms }) => ms)));
  }
  return longest;
}

async function measureSlices(page, setting) {
  const usual = await listLongestTasks(page, { ...setting, isHard: false });
  const hard = await listLongestTasks(page, { ...setting, isHard: true });
  const isMet = computeMedian(usual) <= SLICE_MS;
  const times = (longest) => [computeMedian(longest).toFixed(1), Math.max(...longest).toFixed(1)];
  printTable(
    "On a page without workers (tasks by processor time, from the trace)",
    ["", "longest task, ms", "of all rounds", "limit", ""],
    [
      ["100,000 events", ...times(usual), `<= ${SLICE_MS}`, isMet ? "" : "missed"],
      ["each with its own client", ...times(hard), "", ""],
    ],
  );
  return isMet
    ? []
    : [`On a page without workers, a task takes ${computeMedian(usual).toFixed(1)} ms, not ${SLICE_MS} ms.`];
}

async function compareStatistics(page, { browser, rounds }) {
  const marks = ["viewer", "touching the fields"];
  const times = await measureTasks(page, "compareStatistics", { browser, rounds, marks });
  const ratio = computeRatio(times.viewer, times["touching the fields"]);
  const isMet = ratio <= MOST_TOUCHES;
  const rows = Object.keys(times).map((name) => [name, computeMedian(times[name]).toFixed(2)]);
  rows[0].push(ratio.toFixed(2), `<= ${MOST_TOUCHES}`, isMet ? "" : "missed");
  const headings = ["processor time", "ms", "times touching the fields", "limit", ""];
  printTable(
    "Statistics of 100,000 rows",
    headings,
    rows.map((row) => headings.map((_, at) => row[at] ?? "")),
  );
  return isMet ? [] : [`Statistics take ${ratio.toFixed(2)} times as long as touching the fields.`];
}

/** Each part has a page of its own. @returns a sentence for each limit that is not met */
export const PARTS = {
  answers: async (page, setting) => {
    const different = await call(page, "findDifferent", 10_000);
    const failures = different.map((name) => `${name} and d3-array do not count the same.`);
    return [...failures, ...(await compareAnswers(page, setting))];
  },
  mixed: (page, setting) => compareAnswers(page, { ...setting, mixed: true }),
  adding: async (page, { rounds, code }) =>
    reportPages("Adding 100 events in a worker", await call(page, "addInWorker", { count: EVENTS, rounds, code })),
  encoding: async (page, { rounds }) =>
    reportPages("Encoding 100 events on the page", await call(page, "encodePages", { count: EVENTS, rounds })),
  memory: measureMemory,
  slices: measureSlices,
  statistics: compareStatistics,
};
