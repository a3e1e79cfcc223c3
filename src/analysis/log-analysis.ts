import type { Breakdown, BreakdownRequest, TimelineCounts } from "../core/event-counts.js";
import type { Finding, FindingRequest } from "../core/findings.js";
import { countValues } from "./breakdown.js";
import type { EventBatch } from "./event-batch.js";
import { EventColumns } from "./event-columns.js";
import { ColumnSource } from "./findings/column-source.js";
import { findFindings } from "./findings/find-findings.js";
import { finish, type Steps } from "./steps.js";
import { countBars } from "./timeline.js";

/**
 * Counts the values and times of the events of one log: its rows, and older events that were only counted. Another redaction or
 * taxonomy needs another analysis, because it changes events. `RowStatistics` counts users and domains of rows.
 *
 * The methods that end with `Steps` do the same work in steps of about a millisecond. No other method may be called before
 * the last step.
 */
export class LogAnalysis {
  readonly #columns = new EventColumns();

  /** The number of rows and counted events. */
  get events(): number {
    return this.#columns.events;
  }

  /** The number of events that are no rows. */
  get countedOnly(): number {
    return this.#columns.events - this.#columns.rows;
  }

  /**
   * Inserts rows.
   *
   * @param positions where the events are afterwards, in ascending order: n, n + 1 and so on for an append to n rows
   */
  insert(positions: Uint32Array, batch: EventBatch): void {
    this.#columns.insert(positions, batch);
  }

  /** Adds events that are no rows. They are older than all others, the newest first. */
  count(batch: EventBatch): void {
    this.#columns.count(batch);
  }

  /**
   * Forgets counted events from `time` on, because they are rows now. An event without a readable time has the time of the
   * event before it.
   *
   * @param time in ms since 1970-01-01T00:00Z
   */
  keepCountedBefore(time: number): void {
    finish(this.keepCountedBeforeSteps(time));
  }

  keepCountedBeforeSteps(time: number): Steps<void> {
    return this.#columns.keepCountedBefore(time);
  }

  /** Counts the values of each requested field. `distinct` counts all values that match the search. */
  breakdown(requests: readonly BreakdownRequest[]): Breakdown[] {
    return finish(this.breakdownSteps(requests));
  }

  *breakdownSteps(requests: readonly BreakdownRequest[]): Steps<Breakdown[]> {
    const breakdowns: Breakdown[] = [];
    for (const request of requests) breakdowns.push(yield* countValues(this.#columns, request));
    return breakdowns;
  }

  /**
   * Counts the events in each bar, by color; events outside of all bars are left out.
   *
   * @param edges n + 1 ascending instants, in ms, for n bars; each bar begins at its first edge and ends before the next
   */
  timeline(edges: Float64Array): TimelineCounts {
    return finish(this.timelineSteps(edges));
  }

  timelineSteps(edges: Float64Array): Steps<TimelineCounts> {
    return countBars(this.#columns, edges);
  }

  /** Finds what stands out in the rows and the counted events. */
  findings(request: FindingRequest): Finding[] {
    return finish(this.findingsSteps(request));
  }

  findingsSteps(request: FindingRequest): Steps<Finding[]> {
    return findFindings(new ColumnSource(this.#columns), request);
  }
}
