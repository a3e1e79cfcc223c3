import { startEndlessLog } from "../export/endless-log.mjs";
import { MONDAY_AFTERNOON } from "../paging/made-up.mjs";
import { openBenchBrowser } from "../support/bench-browser.mjs";
import { LONG_MS, computeSeconds, summarize, traceTasks } from "../support/main-thread.mjs";
import { computeMedian, printTable } from "../support/report.mjs";

const EVENTS = 100_000;
/** The events that the viewer hands to its thread at a time. */
const SLICE = 100;
const ROWS = 100;
const ANSWER_MS = 30;
const HANDING_MS = 1;
/** Set in the task that parses an answer. */
const ANSWER = "bench-answer";
/** Set in the task that encodes and posts a page of events, once for each page. */
const HANDED = "bench-handed";
/** After this time, a count is lost. */
const MOST_MS = 120_000;
const YEAR = { range: { preset: "last-year" } };

/** Runs in the page before its scripts. */
function watch({ answer, handed }) {
  for (const name of ["json", "text"]) {
    const read = Response.prototype[name];
    Response.prototype[name] = function () {
      const reading = read.call(this);
      reading.then(
        () => performance.mark(answer),
        // The viewer has aborted the request.
        () => undefined,
      );
      return reading;
    };
  }
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (message, ...rest) {
    postMessage.call(this, message, ...rest);
    if (/^(insert|count)$/.test(message.path?.[1])) performance.mark(handed);
  };
}

const openPage = async (bench) => {
  const prepare = (page) => page.addInitScript(watch, { answer: ANSWER, handed: HANDED });
  const page = await bench.open({ now: MONDAY_AFTERNOON, savesData: true, prepare });
  await page.mouse.move(600, 900);
  return page;
};

/** In the page: finds the button before anything is measured, because that takes time. `count` clicks on it and waits for the end. */
function prepareCount(most) {
  const list = (root) =>
    [...root.querySelectorAll("*")].flatMap((one) => [one, ...(one.shadowRoot ? list(one.shadowRoot) : [])]);
  const isStatus = (one) => one.localName.startsWith("alv-counting-status");
  const all = list(document);
  const button = all.find((one) => one.localName === "button" && one.textContent.trim() === "Count the whole range");
  let status = all.find(isStatus);
  globalThis.count = async () => {
    const latest = performance.now() + most;
    button.click();
    do {
      if (performance.now() > latest)
        throw new Error(`The count does not end: ${status?.shadowRoot.textContent.trim()}`);
      await new Promise((done) => setTimeout(done, 250));
      // Its code is loaded at the first click.
      status ??= list(document).find(isStatus);
    } while (!/Whole range counted/.test(status?.shadowRoot.textContent));
  };
}

/** Runs both by turns, the second one as long as the first one took. @returns the tasks of each round */
async function alternate({ bench, page, rounds, prepare, act }) {
  const runs = { busy: [], idle: [], seconds: [] };
  for (let round = -1; round < rounds; round += 1) {
    await prepare(round);
    await page.evaluate(() => globalThis.bench.frames(30));
    let ms;
    const timed = async () => {
      const begun = performance.now();
      await act();
      ms = performance.now() - begun;
    };
    const busy = await traceTasks(bench.browser, page, timed);
    const rest = () => page.evaluate((time) => new Promise((done) => setTimeout(done, time)), ms);
    const idle = await traceTasks(bench.browser, page, rest);
    // The first round warms up.
    if (round < 0) continue;
    runs.busy.push(busy);
    runs.idle.push(idle);
    runs.seconds.push(ms / 1000);
  }
  return runs;
}

const isAnswer = (task) => task.marks.includes(ANSWER);
const isFrame = (task) => task.isFrame && !isAnswer(task);
const isOther = (task) => !task.isFrame && !isAnswer(task);
const countPages = ({ marks }) => marks.filter((mark) => mark === HANDED).length;
const pick = (rounds, test) => rounds.map((tasks) => tasks.filter(test));

/** Counts the whole range, with timeline and breakdown on the screen. @returns a sentence for each limit that is not met */
async function measureCount(bench, url, rounds) {
  const page = await openPage(bench);
  await page.evaluate(
    ([apiBase, pageSize, filters]) =>
      globalThis.bench.search({ apiBase, pageSize, filters, timeline: true, breakdown: true }),
    [url, ROWS, YEAR],
  );
  // The viewer draws a count by its clock.
  await page.evaluate(() => globalThis.bench.startClock());
  const offer = page.locator("audit-log-viewer").getByRole("button", { name: "Count the whole range" }).first();
  const runs = await alternate({
    ...{ bench, page, rounds },
    prepare: async () => {
      await page.evaluate(() => document.querySelector("audit-log-viewer").search());
      await offer.waitFor();
      await page.evaluate(prepareCount, MOST_MS);
    },
    act: () => page.evaluate(() => globalThis.count()),
  });
  const [busy, idle] = ["busy", "idle"].map((name) => ({
    others: summarize(pick(runs[name], isOther)),
    frames: summarize(pick(runs[name], isFrame)),
    answers: summarize(pick(runs[name], isAnswer)),
    seconds: computeSeconds(runs[name]),
  }));
  const row = (name, { others, frames, answers, seconds }) => [
    ...[name, others.long, others.longest.toFixed(1), `${frames.long} (${frames.most})`],
    ...[frames.longest.toFixed(1), answers.longest > 0 ? answers.longest.toFixed(1) : "", seconds.toFixed(2)],
  ];
  printTable(
    `${EVENTS.toLocaleString("en")} events are counted in ${computeMedian(runs.seconds).toFixed(1)} s (tasks by processor time, from the trace)`,
    [
      ...["", `other tasks > ${LONG_MS} ms`, "longest, ms", `frames > ${LONG_MS} ms (most)`, "longest, ms"],
      ...["longest with an answer, ms", "work, s"],
    ],
    [row("idle", idle), row("counting", busy)],
  );
  const failures = [];
  if (busy.others.long > idle.others.long)
    failures.push(`A count has ${busy.others.long} tasks over ${LONG_MS} ms, not ${idle.others.long}.`);
  // Painting takes that long by itself on a slow machine, now more, now less.
  if (busy.frames.long > idle.frames.most)
    failures.push(`A count makes ${busy.frames.long} frames longer than ${LONG_MS} ms, not ${idle.frames.most}.`);
  if (busy.answers.longest > ANSWER_MS)
    failures.push(`The task of an answer takes ${busy.answers.longest.toFixed(1)} ms, not ${ANSWER_MS}.`);
  const handing = runs.busy.flat().filter((task) => countPages(task) > 0 && !isAnswer(task));
  const pages = handing.map((task) => task.work / countPages(task)).sort((one, other) => one - other);
  const all = handing.reduce((sum, task) => sum + countPages(task), 0);
  if (all < (rounds * EVENTS * 0.9) / SLICE) throw new Error(`Only ${all} pages were handed over.`);
  const ms = computeMedian(pages);
  printTable(
    `Handing a page of ${SLICE} events to the thread`,
    ["", "ms", "limit", "95 of 100", "longest"],
    [
      [
        ...["encoding and postMessage", ms.toFixed(2), `<= ${HANDING_MS}`],
        ...[pages[Math.floor(pages.length * 0.95)].toFixed(2), pages.at(-1).toFixed(1)],
      ],
    ],
  );
  if (!(ms <= HANDING_MS)) failures.push(`Handing a page over takes ${ms.toFixed(2)} ms, not ${HANDING_MS}.`);
  await page.close();
  return failures;
}

/**
 * What streaming events to the thread costs the page, on the built package.
 *
 * @returns a sentence for each limit that is not met
 */
export async function measureStream({ rounds }) {
  const log = await startEndlessLog({ count: EVENTS, now: MONDAY_AFTERNOON });
  const bench = await openBenchBrowser();
  try {
    return await measureCount(bench, log.url, rounds);
  } finally {
    await bench.close();
    await log.close();
  }
}
