import type { EventBatch } from "../analysis/event-batch.js";
import { LogAnalysis } from "../analysis/log-analysis.js";
import type { SlicedAnalysis } from "../analysis/sliced-analysis.js";
import type { BreakdownRequest } from "../core/event-counts.js";
import type { FindingRequest } from "../core/findings.js";
import type { DistinctCounts } from "../core/statistics.js";
import type { AnalysisWorker } from "./contract.js";

type AnyAnalysis = LogAnalysis | SlicedAnalysis;

/** Counts the events of one log at a time, in a thread or on the page. */
export class AnalysisJobs implements AnalysisWorker {
  readonly #create: () => AnyAnalysis;
  #number = 0;
  #analysis: AnyAnalysis | undefined;

  constructor(create: () => AnyAnalysis = () => new LogAnalysis()) {
    this.#create = create;
  }

  startLog(): number {
    this.#analysis = this.#create();
    this.#number += 1;
    return this.#number;
  }

  insert(log: number, positions: Uint32Array, batch: EventBatch): void | Promise<void> {
    return this.#find(log).insert(positions, batch);
  }

  count(log: number, batch: EventBatch): void | Promise<void> {
    return this.#find(log).count(batch);
  }

  async keepCountedBefore(log: number, time: number): Promise<number> {
    const analysis = this.#find(log);
    await analysis.keepCountedBefore(time);
    return analysis.countedOnly;
  }

  /** All answers are for the events at the time of the call, so the questions are asked in one turn. */
  statistics(log: number, loaded: readonly number[]): Promise<DistinctCounts[]> {
    const analysis = this.#find(log);
    return Promise.all(loaded.map((count) => analysis.statistics(count)));
  }

  breakdown(log: number, requests: readonly BreakdownRequest[]) {
    return this.#find(log).breakdown(requests);
  }

  timeline(log: number, edges: Float64Array) {
    return this.#find(log).timeline(edges);
  }

  findings(log: number, request: FindingRequest) {
    return this.#find(log).findings(request);
  }

  #find(log: number): AnyAnalysis {
    if (!this.#analysis || log !== this.#number) throw new Error(`There is no log ${log}.`);
    return this.#analysis;
  }
}
