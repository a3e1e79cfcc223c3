import { expect } from "@open-wc/testing";
import type { LogReader } from "../../src/api/reading/log-reader.js";
import type { FoundEvents, ListFollower } from "../../src/api/records/event-list.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import type { BreakdownRequest } from "../../src/core/event-counts.js";
import { Analysis } from "../../src/search/analysis.js";
import { AnalysisClient, type AnalysisWorker } from "../../src/worker/client/analysis-client.js";
import { WorkerDiedError } from "../../src/worker/client/thread-runner.js";
import type { Threads } from "../../src/worker/client/threads.js";
import { createAnalysisJobs } from "../support/analysis-jobs.js";
import { createTestClock } from "../support/clock.js";
import { Random } from "../../demo/mocks/records/random.js";
import { EMPTY_EVENT, taxonomy } from "../support/summary-facts.js";

/** The events that a reader has found. A test adds to them and replaces them. */
export class Found implements FoundEvents {
  follower: ListFollower | undefined;
  list: AuditEvent[] = [];

  get length(): number {
    return this.list.length;
  }

  events(from: number, until: number): AuditEvent[] {
    return this.list.slice(from, until);
  }

  append(events: readonly AuditEvent[]): void {
    for (const event of events) {
      this.list.push(event);
      this.follower?.onAppend();
    }
  }

  /** @param positions where the events are afterwards, ascending */
  insert(positions: readonly number[], events: readonly AuditEvent[]): void {
    positions.forEach((position, at) => this.list.splice(position, 0, events[at]!));
    this.follower?.onInsert(positions);
  }
}

/** A thread that dies when the test says so. */
class MortalThread {
  readonly jobs = createAnalysisJobs();
  isDead = false;
  #endReason: Error | undefined;
  /** The number of logs that were started, and of events in the last one. */
  logs = 0;
  events = 0;

  constructor() {
    const { jobs } = this;
    const [start, insert] = [jobs.startLog.bind(jobs), jobs.insert.bind(jobs)];
    jobs.startLog = (log) => {
      this.logs += 1;
      this.events = 0;
      start(log);
    };
    jobs.insert = (log, positions, batch) => {
      this.events += positions.length;
      return insert(log, positions, batch);
    };
  }

  calls = 0;

  async call<T>(run: (worker: AnalysisWorker) => T | Promise<T>): Promise<Awaited<T>> {
    this.calls += 1;
    await Promise.resolve();
    if (this.isDead) throw new WorkerDiedError("The worker ended.");
    if (this.#endReason) throw this.#endReason;
    return await run(this.jobs);
  }
  end(reason: Error): void {
    this.#endReason = reason;
  }
}

export function createStage({ pages = 0 } = {}) {
  const threads: MortalThread[] = [];
  const client = new AnalysisClient(
    {
      start: () => {
        if (threads.some(({ isDead }) => isDead)) return Promise.resolve(undefined);
        threads.push(new MortalThread());
        return Promise.resolve(threads[threads.length - 1]);
      },
    } as unknown as Threads,
    () => Promise.resolve(createAnalysisJobs()),
  );
  const clock = createTestClock();
  const analysis = new Analysis({ client, taxonomy: () => taxonomy, clock });
  const found = new Found();
  const reader = createReader(found);
  if (pages > 0) found.append(createEvents(pages * 10));
  analysis.follow(reader);
  return { analysis, found, threads, client, reader };
}

export const createReader = (list: Found) =>
  ({
    list,
    get found() {
      return list.length;
    },
    coverage: () => ({
      ...{ asked: { from: 0, until: 1 }, readFrom: 0, records: list.length, missing: [], cut: [] },
    }),
  }) as unknown as LogReader;

const USERS = ["maria", "Maria", "bob", "", "System", "ann"];

export function createEvents(count: number, random = new Random(count)): AuditEvent[] {
  return Array.from({ length: count }, (_, at) => ({
    ...EMPTY_EVENT,
    id: `${count} ${at}`,
    time: Date.UTC(2026, 10, 23) - at * 60_000,
    action: random.pick(["login", "update", "delete"]),
    byUser: random.pick(USERS),
    byDomain: random.pick(["abc.example", "xyz.example"]),
    affectedUser: random.pick(USERS),
  }));
}

export const BY_ACTION: BreakdownRequest = { field: "action", limit: 10, search: "" };

/** The number of events with each action, as the analysis counts them. */
export async function countActions(analysis: Analysis): Promise<Record<string, number>> {
  const answer = await analysis.breakdown([BY_ACTION]);
  expect(answer!.extent.events).to.equal(answer!.counts[0]!.values.reduce((sum, { count }) => sum + count, 0));
  return Object.fromEntries(answer!.counts[0]!.values.map(({ id, count }) => [id, count]));
}

export const recount = (events: readonly AuditEvent[]) => {
  const ids: Record<string, string> = { login: "login", update: "modify-update", delete: "delete" };
  const counts: Record<string, number> = {};
  for (const { action } of events) counts[ids[action]!] = (counts[ids[action]!] ?? 0) + 1;
  return counts;
};
