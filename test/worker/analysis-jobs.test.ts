import { expect } from "@open-wc/testing";
import { encodeEvents } from "../../src/analysis/event-batch.js";
import { LogAnalysis } from "../../src/analysis/log-analysis.js";
import { SlicedAnalysis } from "../../src/analysis/sliced-analysis.js";
import { countStatistics } from "../../src/analysis/statistics.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import { AnalysisJobs } from "../../src/worker/analysis-jobs.js";
import { EMPTY_EVENT, taxonomy } from "../support/summary-facts.js";

const range = (from: number, count: number) => Uint32Array.from({ length: count }, (_, at) => from + at);

function createEvents(count: number, client = "portal"): AuditEvent[] {
  return Array.from({ length: count }, (_, at) => ({
    ...EMPTY_EVENT,
    id: `${client} ${at}`,
    time: count - at,
    client,
    byUser: `user ${at % 700}`,
    byDomain: "abc.example",
    affectedUser: at % 2 === 0 ? `user ${at % 900}` : "System",
    affectedDomain: at % 3 === 0 ? "abc.example" : "",
  }));
}

const encode = (events: readonly AuditEvent[]) => encodeEvents(events, taxonomy);

/** The code for values and times arrives, or fails to, when the test says so. */
function createLateJobs() {
  const loads: { resolve: () => void; reject: () => void }[] = [];
  const jobs = new AnalysisJobs(
    () =>
      new Promise((resolve, reject) => {
        loads.push({
          resolve: () => resolve(new LogAnalysis()),
          reject: () => reject(new Error("Offline.")),
        });
      }),
  );
  return { jobs, loads };
}

const BY_CLIENT = [{ field: "client", limit: 5, search: "" }] as const;

async function listClients(answer: ReturnType<AnalysisJobs["breakdown"]>): Promise<string[] | undefined> {
  return (await answer)?.[0]!.values.map(({ text, count }) => `${text} ${count}`);
}

/** Starts a log and returns its number. */
function startLog(jobs: AnalysisJobs, number = 1): number {
  jobs.startLog(number);
  return number;
}

describe("the code that counts values and times", () => {
  it("is not loaded for statistics", async () => {
    const { jobs, loads } = createLateJobs();
    const events = createEvents(300);
    const log = startLog(jobs);
    jobs.insert(log, range(0, 300), encode(events));
    expect(await jobs.statistics(log, [300])).to.deep.equal([countStatistics(events)]);
    expect(loads).to.have.length(0);
  });

  it("gets all earlier events, and answers for those at the time of the question", async () => {
    const { jobs, loads } = createLateJobs();
    const log = startLog(jobs);
    jobs.insert(log, range(0, 3), encode(createEvents(3, "a")));
    jobs.insert(log, range(0, 2), encode(createEvents(2, "b")));
    const first = jobs.breakdown(log, BY_CLIENT);
    jobs.count(log, encode(createEvents(4, "c")));
    const second = jobs.breakdown(log, BY_CLIENT);
    const left = jobs.keepCountedBefore(log, 2);
    jobs.insert(log, range(0, 1), encode(createEvents(1, "a")));
    const bars = jobs.timeline(log, Float64Array.of(0, 2, 5));
    for (const { resolve } of loads) resolve();
    expect(await listClients(first)).to.deep.equal(["a 3", "b 2"]);
    expect(await listClients(second)).to.deep.equal(["c 4", "a 3", "b 2"]);
    expect(await left).to.equal(1);
    expect((await bars)!.counts.reduce((sum, count) => sum + count, 0)).to.equal(7);
    expect(await listClients(jobs.breakdown(log, BY_CLIENT))).to.deep.equal(["a 4", "b 2", "c 1"]);
    expect(loads).to.have.length(4);
  });

  it("is loaded by the next question if it cannot be fetched; no event is lost, and statistics are counted", async () => {
    const { jobs, loads } = createLateJobs();
    const events = createEvents(3, "a");
    const log = startLog(jobs);
    jobs.insert(log, range(0, 3), encode(events));
    const questions = [jobs.breakdown(log, BY_CLIENT), jobs.timeline(log, Float64Array.of(0, 9))];
    for (const { reject } of loads) reject();
    expect(await Promise.all(questions)).to.deep.equal([undefined, undefined]);
    expect(await jobs.statistics(log, [3])).to.deep.equal([countStatistics(events)]);
    const again = listClients(jobs.breakdown(log, BY_CLIENT));
    loads.at(-1)!.resolve();
    expect(await again).to.deep.equal(["a 3"]);
  });

  it("belongs to one log: a later one begins without events", async () => {
    const { jobs, loads } = createLateJobs();
    const first = startLog(jobs);
    jobs.insert(first, range(0, 3), encode(createEvents(3, "a")));
    const old = jobs.breakdown(first, BY_CLIENT);
    const second = startLog(jobs, 2);
    jobs.insert(second, range(0, 1), encode(createEvents(1, "b")));
    const current = jobs.breakdown(second, BY_CLIENT);
    for (const { resolve } of loads) resolve();
    expect(await listClients(old)).to.deep.equal(["a 3"]);
    expect(await listClients(current)).to.deep.equal(["b 1"]);
    expect(() => jobs.insert(first, range(0, 1), encode(createEvents(1)))).to.throw("no log");
  });
});

describe("statistics of many rows", () => {
  const events = createEvents(20_000);

  function createJobs() {
    let pauses = 0;
    const pause = () => {
      pauses += 1;
      return Promise.resolve();
    };
    const jobs = new AnalysisJobs(() => Promise.resolve(new SlicedAnalysis(pause)), pause);
    const log = startLog(jobs);
    jobs.insert(log, range(0, events.length), encode(events));
    return { jobs, log, pauses: () => pauses };
  }

  it("are counted with pauses in between", async () => {
    const { jobs, log, pauses } = createJobs();
    const expected = [20_000, 500, 7000, 0].map((loaded) => countStatistics(events.slice(0, loaded)));
    expect(await jobs.statistics(log, [20_000, 500, 7000, 0])).to.deep.equal(expected);
    expect(pauses()).to.be.greaterThan(20);
  });

  it("are those of the newest rows if rows come in front during a pause", async () => {
    const { jobs, log } = createJobs();
    const answer = jobs.statistics(log, [15_000]);
    const newest = createEvents(3).map((event) => ({ ...event, byUser: `new ${event.id}` }));
    jobs.insert(log, range(0, 3), encode(newest));
    expect(await answer).to.deep.equal([countStatistics([...newest, ...events].slice(0, 15_000))]);
  });
});
