import type { AuditEvent } from "../core/audit-event.js";
import type { EventBatch } from "../analysis/event-batch.js";
import type { Breakdown, BreakdownRequest, TimelineCounts } from "../core/event-counts.js";
import type { Finding, FindingRequest } from "../core/findings.js";
import type { DistinctCounts } from "../core/statistics.js";
import type { FileFormat, FileSetting } from "../files/file-setting.js";

export type { FileFormat, FileSetting };

export interface FileProgress {
  readonly rows: number;
  /** The number of bytes so far. A CSV file gets its header and the padding of narrow rows at the end. */
  readonly bytes: number;
}

export interface FinishedFile extends FileProgress {
  readonly data: Blob;
  /** The number of columns of a CSV file; 0 for other formats. */
  readonly columns: number;
  /** The hash of `data`, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Writes files in a thread. If workers are blocked, the same functions run on the page and write the same bytes. */
export interface FileWorker {
  /** Starts a file and returns its number. */
  startFile(setting: FileSetting): number;
  /**
   * @param events from newest to oldest
   * @param unreadable items that are not records, as the server sent them; a CSV file leaves them out
   */
  write(
    file: number,
    events: readonly AuditEvent[],
    unreadable: readonly unknown[],
  ): FileProgress | Promise<FileProgress>;
  finish(file: number): Promise<FinishedFile>;
  /** Removes a file from memory. Unknown numbers are ignored. */
  cancel(file: number): void;
}

/**
 * Counts the events of one log in a thread, or on the page. Each function takes the number of the log that `startLog` started last;
 * a call for another log rejects.
 */
export interface AnalysisWorker {
  /** Forgets the earlier log and starts an empty one with this number. */
  startLog(log: number): void;
  /** @param positions the positions that the events have afterwards, ascending; newest first */
  insert(log: number, positions: Uint32Array, batch: EventBatch): void;
  /** Adds events that are not rows and are older than all rows, newest first. */
  count(log: number, batch: EventBatch): void;
  /**
   * Forgets the events of `count` from `time` on, which are rows now.
   *
   * @param time in milliseconds since 1970-01-01T00:00Z
   * @returns the number of events of `count` that are left; undefined if the code for it cannot be fetched: the next call tries again
   */
  keepCountedBefore(log: number, time: number): Promise<number | undefined>;
  /** @param loaded the number of newest rows to count, one for each answer */
  statistics(log: number, loaded: readonly number[]): Promise<DistinctCounts[]>;
  /** Resolves with undefined like `keepCountedBefore`. */
  breakdown(log: number, requests: readonly BreakdownRequest[]): Promise<Breakdown[] | undefined>;
  /**
   * Resolves with undefined like `keepCountedBefore`.
   *
   * @param edges the ascending instants between bars, in milliseconds since 1970-01-01T00:00Z: one more than there are bars
   */
  timeline(log: number, edges: Float64Array): Promise<TimelineCounts | undefined>;
  /** Resolves with undefined like `keepCountedBefore`. */
  findings(log: number, request: FindingRequest): Promise<Finding[] | undefined>;
}

/** The parts of a thread. The viewer's own threads have one of them each, a worker on the page's origin has both. */
export interface ThreadParts {
  readonly files: FileWorker;
  readonly analysis: AnalysisWorker;
}

export interface ViewerThread extends ThreadParts {
  /** Returns the version of the viewer that the thread belongs to. */
  hello(): string;
}
