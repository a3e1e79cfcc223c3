import type { EventBatch } from "../analysis/event-batch.js";
import type { LogAnalysis } from "../analysis/log-analysis.js";
import { RowStatistics } from "../analysis/row-statistics.js";
import type { SlicedAnalysis } from "../analysis/sliced-analysis.js";
import type { PauseSteps } from "../analysis/steps.js";
import type { BreakdownRequest } from "../core/event-counts.js";
import type { FindingRequest } from "../core/findings.js";
import type { DistinctCounts } from "../core/statistics.js";
import type { AnalysisWorker } from "./contract.js";

type AnyAnalysis = LogAnalysis | SlicedAnalysis;

/** One log. Its events wait until a question needs them in columns: many searches only need statistics. */
interface Log {
  readonly number: number;
  readonly statistics: RowStatistics;
  analysis: AnyAnalysis | undefined;
  /** What happened to the log and is not in `analysis` yet. */
  readonly waiting: ((analysis: AnyAnalysis) => unknown)[];
  /** The number of changes so far, and how many of them are in `analysis`. */
  changes: number;
  applied: number;
}

/** Counts the events of one log at a time, in a thread or on the page. */
export class AnalysisJobs implements AnalysisWorker {
  readonly #load: () => Promise<AnyAnalysis>;
  readonly #pause: PauseSteps | undefined;
  #log: Log | undefined;

  /**
   * @param load creates what counts values and times; its code may be fetched at the first question about them
   * @param pause called between steps of the statistics; not needed in a thread
   */
  constructor(load: () => Promise<AnyAnalysis>, pause?: PauseSteps) {
    this.#load = load;
    this.#pause = pause;
  }

  startLog(number: number): void {
    const statistics = new RowStatistics();
    this.#log = { number, statistics, analysis: undefined, waiting: [], changes: 0, applied: 0 };
  }

  insert(number: number, positions: Uint32Array, batch: EventBatch): void {
    this.#find(number).statistics.insert(positions, batch);
    this.#change(number, (analysis) => analysis.insert(positions, batch));
  }

  count(number: number, batch: EventBatch): void {
    this.#change(number, (analysis) => analysis.count(batch));
  }

  keepCountedBefore(number: number, time: number): Promise<number | undefined> {
    return this.#ask(number, async (analysis) => {
      await analysis.keepCountedBefore(time);
      return analysis.countedOnly;
    });
  }

  async statistics(number: number, loaded: readonly number[]): Promise<DistinctCounts[]> {
    const { statistics } = this.#find(number);
    const answers: DistinctCounts[] = [];
    for (const count of loaded) {
      let answer: DistinctCounts | undefined;
      while (!(answer = statistics.count(count))) await this.#pause?.();
      answers.push(answer);
    }
    return answers;
  }

  breakdown(number: number, requests: readonly BreakdownRequest[]) {
    return this.#ask(number, (analysis) => analysis.breakdown(requests));
  }

  timeline(number: number, edges: Float64Array) {
    return this.#ask(number, (analysis) => analysis.timeline(edges));
  }

  findings(number: number, request: FindingRequest) {
    return this.#ask(number, (analysis) => analysis.findings(request));
  }

  #change(number: number, act: Log["waiting"][number]): void {
    const log = this.#find(number);
    log.changes = log.applied + log.waiting.push(act);
  }

  /** The answer is for the events at the time of the call. */
  async #ask<T>(number: number, question: (analysis: AnyAnalysis) => T | Promise<T>): Promise<T | undefined> {
    const log = this.#find(number);
    const { changes } = log;
    // Offline, or a new version has replaced the code. The events stay, and the next question tries again.
    const analysis = log.analysis ?? (await this.#load().catch(() => undefined));
    if (!analysis) return undefined;
    // Several questions may have waited.
    log.analysis ??= analysis;
    for (; log.applied < changes; log.applied += 1) void log.waiting.shift()!(log.analysis);
    return question(log.analysis);
  }

  #find(number: number): Log {
    if (this.#log?.number !== number) throw new Error(`There is no log ${number}.`);
    return this.#log;
  }
}
