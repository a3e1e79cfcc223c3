import { encodeEvents, listTransferables } from "../../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../../src/analysis/log-analysis.js";
import { SlicedAnalysis } from "../../../src/analysis/sliced-analysis.js";
import { RowStatistics } from "../../../src/analysis/row-statistics.js";
import { AnalysisJobs } from "../../../src/worker/analysis-jobs.js";
import { createSlicedPause } from "../../../src/worker/client/sliced-pause.js";
import { makeEvents } from "./events.mjs";
import { divideIntoPages, edges, requests, taxonomy, touchPeople, WAYS } from "./ways.mjs";

/* Runs in the browser, in a page and in its worker. */

function measureTime(act) {
  const begun = performance.now();
  act();
  return performance.now() - begun;
}

/** Starts a new task. The mark identifies the task in the trace. */
async function startTask(mark) {
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage("");
  });
  performance.mark(mark);
}

/** Takes turns, so that other work of the machine affects all ways alike. */
async function compareAnswers({ count, rounds, mixed }) {
  const events = makeEvents(count, { mixed });
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, { fill, ask }] of Object.entries(WAYS)) {
      const store = fill(events);
      await startTask(`${name}, first`);
      ask(store);
      await startTask(`${name}, again`);
      ask(store);
      await startTask("end");
    }
  }
}

/** The names of the ways whose answer differs from that of d3-array. */
function findDifferent(count) {
  const events = makeEvents(count);
  const answers = Object.entries(WAYS).map(([name, { fill, ask, read }]) => [
    name,
    JSON.stringify(read(ask(fill(events)))),
  ]);
  const [, expected] = answers.find(([name]) => name === "d3-array");
  return answers.filter(([, answer]) => answer !== expected).map(([name]) => name);
}

async function compareStatistics({ count, rounds }) {
  const events = makeEvents(count);
  for (let round = 0; round < rounds; round += 1) {
    const statistics = new RowStatistics();
    for (const { page, positions } of divideIntoPages(events))
      statistics.insert(positions, encodeEvents(page, taxonomy));
    await startTask("viewer");
    while (!statistics.count(count));
    await startTask("touching the fields");
    touchPeople(events);
    await startTask("end");
  }
}

/** Keeps the shortest time of each page: all rounds do the same, and noise only makes them longer. */
function keepLeast(least, times) {
  times.forEach((ms, at) => (least[at] = Math.min(least[at] ?? Infinity, ms)));
}

function encodePages({ count, rounds }) {
  const events = makeEvents(count);
  const least = [];
  for (let round = 0; round < rounds; round += 1) {
    keepLeast(
      least,
      [...divideIntoPages(events)].map(({ page }) => measureTime(() => encodeEvents(page, taxonomy))),
    );
  }
  return least;
}

/**
 * In the worker: measures from the arrival of a message to the end of the insertion. A message is only decoded when its
 * data is read.
 */
function serveInsertions() {
  let analysis;
  let statistics;
  globalThis.onmessage = (message) => {
    const begun = performance.now();
    const { data } = message;
    if (data === "start") [analysis, statistics] = [new LogAnalysis(), new RowStatistics()];
    else for (const store of [statistics, analysis]) store.insert(data.positions, data.batch);
    postMessage(performance.now() - begun);
  };
  postMessage("ready");
}

/** Sends the pages to a worker. @param code this module as text */
async function addInWorker({ count, rounds, code }) {
  const events = makeEvents(count);
  const worker = new Worker(URL.createObjectURL(new Blob([code], { type: "text/javascript" })), { type: "module" });
  const hear = () =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
    });
  await hear();
  const least = [];
  for (let round = 0; round < rounds; round += 1) {
    worker.postMessage("start");
    await hear();
    const times = [];
    for (const { page, positions } of divideIntoPages(events)) {
      const batch = encodeEvents(page, taxonomy);
      worker.postMessage({ positions, batch }, listTransferables(batch));
      times.push(await hear());
    }
    keepLeast(least, times);
  }
  worker.terminate();
  return least;
}

/** Keeps an analysis on the page, without its events and batches. */
function keep(count) {
  const [analysis, statistics] = [new LogAnalysis(), new RowStatistics()];
  for (let from = 0; from < count; from += 100) {
    const events = makeEvents(100, { mixed: true, from, of: count });
    const positions = Uint32Array.from(events, (_, at) => from + at);
    const batch = structuredClone(encodeEvents(events, taxonomy));
    for (const store of [statistics, analysis]) store.insert(positions, batch);
  }
  globalThis.kept = [analysis, statistics];
  return analysis.events;
}

/** Prepares what the page does if workers are blocked. The hard case: each event has its own client. */
function prepareSlices({ count, isHard }) {
  const made = makeEvents(count, { mixed: true });
  const events = isHard ? made.map((event) => ({ ...event, client: `client ${event.id}` })) : made;
  const pages = [...divideIntoPages(events)];
  globalThis.batches = pages.map(({ page, positions }) => ({ positions, batch: encodeEvents(page, taxonomy) }));
}

async function answerInSlices() {
  const pause = createSlicedPause();
  const jobs = new AnalysisJobs(() => Promise.resolve(new SlicedAnalysis(pause)), pause);
  const log = 1;
  jobs.startLog(log);
  for (const { positions, batch } of globalThis.batches) {
    jobs.insert(log, positions, batch);
    await pause();
  }
  for (let turn = 0; turn < 2; turn += 1) {
    await Promise.all([
      jobs.statistics(log, [globalThis.batches.length * 100]),
      jobs.breakdown(log, requests),
      jobs.breakdown(log, [{ field: "client", limit: 1e6, search: "client" }]),
      jobs.timeline(log, edges),
    ]);
  }
}

if (globalThis.document === undefined) serveInsertions();
else {
  globalThis.analysisBench = { compareAnswers, findDifferent, compareStatistics, encodePages, addInWorker };
  Object.assign(globalThis.analysisBench, { keep, prepareSlices, answerInSlices });
}
