import type { Breakdown, BreakdownRequest, TimelineCounts } from "../core/event-counts.js";
import type { Finding, FindingRequest } from "../core/findings.js";
import type { EventBatch } from "./event-batch.js";
import { LogAnalysis } from "./log-analysis.js";
import { finishInSlices, type PauseSteps, type Steps } from "./steps.js";

/**
 * A `LogAnalysis` on the page, which pauses between short slices of its work. Its methods run one after the other, so an
 * answer is for the events at the time of the call.
 */
export class SlicedAnalysis {
  readonly #analysis = new LogAnalysis();
  readonly #pause: PauseSteps;
  #last: Promise<unknown> = Promise.resolve();

  constructor(pause: PauseSteps) {
    this.#pause = pause;
  }

  /** The number of events that are no rows, at this moment. */
  get countedOnly(): number {
    return this.#analysis.countedOnly;
  }

  insert(positions: Uint32Array, batch: EventBatch): Promise<void> {
    return this.#run(() => this.#analysis.insert(positions, batch));
  }

  count(batch: EventBatch): Promise<void> {
    return this.#run(() => this.#analysis.count(batch));
  }

  keepCountedBefore(time: number): Promise<void> {
    return this.#slice(() => this.#analysis.keepCountedBeforeSteps(time));
  }

  breakdown(requests: readonly BreakdownRequest[]): Promise<Breakdown[]> {
    return this.#slice(() => this.#analysis.breakdownSteps(requests));
  }

  timeline(edges: Float64Array): Promise<TimelineCounts> {
    return this.#slice(() => this.#analysis.timelineSteps(edges));
  }

  findings(request: FindingRequest): Promise<Finding[]> {
    return this.#slice(() => this.#analysis.findingsSteps(request));
  }

  #slice<Result>(start: () => Steps<Result>): Promise<Result> {
    return this.#run(() => finishInSlices(start(), this.#pause));
  }

  #run<Result>(act: () => Result | Promise<Result>): Promise<Result> {
    const result = this.#last.then(act);
    // Also between calls, so that a hundred of them are no long task.
    this.#last = result.catch(() => undefined).then(() => this.#pause());
    return result;
  }
}
