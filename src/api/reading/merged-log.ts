import type { Coverage, Span } from "../../core/coverage.js";
import type { ErrorKind } from "../../core/errors.js";
import type { AnswerItem } from "../records/answer.js";
import type { RequestScope } from "../transport/request-scope.js";
import { findErrorKind } from "../transport/error-mapping.js";
import { createCanceledError } from "../transport/canceled-error.js";
import { CursorRead, waitForFirst } from "./cursor-read.js";
import type { CursorStep } from "./cursor-step.js";
import type { LogCursor } from "./log-cursor.js";
import { RecordMerger } from "../records/record-merger.js";
import type { SignInLog } from "../server/sign-in-log.js";

export interface MergedLogSetup {
  readonly auditLog: LogCursor;
  /** undefined if the access log cannot add sign-ins to this search. */
  readonly accessLog: LogCursor | undefined;
  /** What the viewer has learned about the access log; undefined if the search cannot show sign-ins. */
  readonly signInLog: SignInLog | undefined;
}

/**
 * Reads the audit log and the access log in parallel and merges their records. If the access log fails, the viewer can still
 * show the audit log: the audit log continues alone, and the missing part of the access log can be read later.
 */
export class MergedLog {
  readonly #setup: MergedLogSetup;
  readonly #cursors: readonly LogCursor[];
  readonly #merger = new RecordMerger();
  readonly #reads = new Map<LogCursor, CursorRead>();
  /** The number of reads that have progressed. */
  #progress = 0;
  /** The end of the range, where both cursors begin. */
  readonly #start: number;
  #releasedFrom: number;
  /** Why the audit log continues without the access log. */
  #accessLogFailure: ErrorKind | undefined;
  /** Whether the audit log has worked since then. If not, the whole server fails. */
  #hasWorked = false;

  constructor(setup: MergedLogSetup) {
    const { auditLog, accessLog } = setup;
    this.#setup = setup;
    this.#cursors = accessLog ? [auditLog, accessLog] : [auditLog];
    this.#start = this.#releasedFrom = this.#cursorsReadFrom;
  }

  /**
   * Everything from this instant on has been read from every active log and released. The cursors may be further back: they
   * continue between two calls of `readOn`, and what they read then waits for the next `release`.
   */
  get readFrom(): number {
    return this.#releasedFrom;
  }

  /** Everything from this instant on has been read from every active log. */
  get #cursorsReadFrom(): number {
    return Math.max(...this.#active.map((cursor) => cursor.readFrom));
  }

  /** Whether everything has been read and released. */
  get isDone(): boolean {
    const isReleased = this.#releasedFrom <= this.#cursorsReadFrom;
    return this.#isRead && isReleased && this.#cursors.every((cursor) => cursor.waiting.length === 0);
  }

  get #isRead(): boolean {
    return this.#active.every((cursor) => cursor.isDone);
  }

  get hasRead(): boolean {
    return this.readFrom < this.#start;
  }

  /** A text that changes with every progress. */
  get progressKey(): string {
    return [
      ...this.#cursors.map(({ readFrom, waiting }) => `${readFrom} ${waiting.length}`),
      this.#progress,
      this.isAccessLogBehind,
    ].join();
  }

  /** Whether a part of the access log is missing. */
  get isAccessLogBehind(): boolean {
    return this.#accessLogFailure !== undefined;
  }

  /** The number of items of both logs, including records that are in both. */
  get records(): number {
    return this.#cursors.reduce((sum, cursor) => sum + cursor.records, 0);
  }

  get outside(): number {
    return this.#cursors.reduce((sum, cursor) => sum + cursor.outside, 0);
  }

  /** Answers contradicted each other, so older answers may lack records. */
  get isDoubtful(): boolean {
    return this.#cursors.some((cursor) => cursor.isDoubtful);
  }

  get cut(): Coverage["cut"] {
    return this.#cursors.flatMap((cursor) => cursor.cut);
  }

  get accessLog(): Coverage["accessLog"] {
    const { signInLog, accessLog } = this.#setup;
    const [received = 0, added = 0] = [this.#merger.received[1], this.#merger.added[1]];
    return signInLog?.status(received, added, accessLog?.isDone ?? false) ?? "not-asked";
  }

  get sent(): readonly string[] {
    return [...this.#setup.auditLog.sent];
  }

  get narrowed(): Coverage["narrowed"] {
    const parts = this.#cursors.flatMap(({ narrowed }) => narrowed ?? []);
    if (parts.length === 0) return undefined;
    const all = (lists: readonly (readonly string[])[]) => [...new Set(lists.flat())];
    return {
      until: Math.max(...parts.map(({ until }) => until)),
      actions: all(parts.map(({ actions }) => actions)),
      objects: all(parts.map(({ objects }) => objects)),
    };
  }

  /** The part of `asked` for which only the audit log has been read. */
  missing(asked: Span): Coverage["missing"] {
    const { accessLog } = this.#setup;
    if (!this.#accessLogFailure || !accessLog) return [];
    const span = { from: Math.max(this.readFrom, asked.from), until: Math.min(accessLog.readFrom, asked.until) };
    return span.until > span.from ? [{ kind: this.#accessLogFailure, span }] : [];
  }

  /**
   * Continues every active log until one that the others wait for has a new answer.
   *
   * @param mayOmitAccessLog continues with the audit log if the access log fails
   */
  async readOn(scope: RequestScope, step: CursorStep, mayOmitAccessLog: boolean): Promise<void> {
    const readFrom = this.#cursorsReadFrom;
    if (!this.#accessLogFailure) this.#hasWorked = false;
    const unfinished = this.#active.filter((cursor) => !cursor.isDone);
    const failures = this.#takeEnded();
    // If one log has enough and long windows are slow, the other log is read only as far as that.
    const ends = unfinished.flatMap((cursor) => step.findEnd(cursor.waiting) ?? []);
    for (const cursor of unfinished) {
      const hasEnough = cursor.readFrom < readFrom && step.findEnd(cursor.waiting) !== undefined;
      if (failures.size > 0 || hasEnough) continue;
      const read = this.#reads.get(cursor);
      const backTo = cursor.isSlow ? Math.max(step.backTo, ...ends) : step.backTo;
      const cursorStep = { ...step, backTo, slots: this.#countSlots(cursor, unfinished, step.slots) };
      if (!read || read.scope.signal.aborted) {
        this.#reads.set(cursor, new CursorRead(cursor, scope, this.#readCursor(cursor, scope, cursorStep)));
      } else if (read.scope.signal === scope.signal) {
        // Not for the read of another call: aborting this call would make that one fail.
        cursor.sendMore(scope, cursorStep);
      }
    }
    const isBehind = (cursor: LogCursor) => cursor.readFrom === readFrom;
    const reads = unfinished.flatMap((cursor) => {
      const read = this.#reads.get(cursor);
      return read ? [isBehind(cursor) ? read.ended : read.progressed] : [];
    });
    // If no cursor is at `readFrom` any more, the records have been read in the meantime.
    if (failures.size === 0 && unfinished.some(isBehind)) await waitForFirst(reads, scope.signal);
    if (scope.signal.aborted) throw createCanceledError();
    for (const [cursor, failure] of this.#takeEnded()) failures.set(cursor, failure);
    this.#noteFailures(failures, mayOmitAccessLog);
    for (const error of failures.values()) {
      // If the other log fails too, "Try again" reads it again: the user need not see a second error.
      this.#reads.clear();
      throw error;
    }
  }

  /** Gives all slots but one to the log that the other one waits for. */
  #countSlots(cursor: LogCursor, unfinished: readonly LogCursor[], slots: number): number {
    const other = unfinished.find((one) => one !== cursor);
    if (!other) return slots;
    const isAuditLog = cursor === this.#setup.auditLog;
    const isBehind = cursor.readFrom > other.readFrom || (cursor.readFrom === other.readFrom && isAuditLog);
    return Math.max(1, Math.min(isBehind ? slots - 1 : 1, slots - other.windowsInFlight));
  }

  /** Decides whether the audit log continues alone. It does not if the whole server fails. */
  #noteFailures(failures: Map<LogCursor, unknown>, mayOmitAccessLog: boolean): void {
    const { auditLog, accessLog } = this.#setup;
    if (failures.has(auditLog)) {
      // If the list has records without the access log's, this part of the access log stays missing.
      const isPartMissing = accessLog !== undefined && accessLog.readFrom > this.#releasedFrom;
      if (!this.#hasWorked && !isPartMissing) this.#accessLogFailure = undefined;
    } else if (mayOmitAccessLog && accessLog && failures.has(accessLog)) {
      this.#accessLogFailure = findErrorKind(failures.get(accessLog)) ?? "bad-data";
      failures.clear();
      accessLog.stop();
      this.#reads.delete(accessLog);
    }
  }

  /**
   * Reads one step of the missing part of the access log.
   *
   * @returns the records that it adds, newest first
   */
  async catchUp(scope: RequestScope, slots: number): Promise<readonly AnswerItem[]> {
    const { accessLog } = this.#setup;
    if (!accessLog || !this.#accessLogFailure) return [];
    const step = { slots, wantedRecords: Infinity, backTo: this.readFrom, findEnd: () => undefined };
    if (accessLog.readFrom > this.readFrom) {
      const { finishedWindows } = accessLog;
      await this.#readCursor(accessLog, scope, step);
      if (accessLog.finishedWindows > finishedWindows) this.#progress += 1;
    }
    const items = this.#merger.mergeList(1, accessLog.take(this.readFrom));
    if (accessLog.readFrom <= this.readFrom) this.#accessLogFailure = undefined;
    this.#forget();
    return items;
  }

  /** Reads everything older than `readFrom` again, because records may have arrived there in the meantime. */
  rewind(): void {
    const { readFrom } = this;
    for (const cursor of this.#active) cursor.rewind(readFrom);
    this.#reads.clear();
  }

  /** Skips the missing part that is newer than `time`: a refresh has read it, or reads it later. */
  skipTo(time: number, refresh: MergedLog): void {
    const { accessLog } = this.#setup;
    if (!this.#accessLogFailure || !accessLog) return;
    accessLog.skipTo(time, refresh.#setup.accessLog ?? accessLog, refresh.readFrom);
    if (accessLog.readFrom <= this.readFrom) this.#accessLogFailure = undefined;
  }

  /** Aborts the requests. What has been read stays. */
  stop(): void {
    this.#reads.clear();
    for (const cursor of this.#cursors) cursor.stop();
  }

  /** The logs that are read. */
  get #active(): readonly LogCursor[] {
    return this.#accessLogFailure ? [this.#setup.auditLog] : this.#cursors;
  }

  /** Removes the reads that are over. Returns the errors of those that failed, except aborted ones. */
  #takeEnded(): Map<LogCursor, unknown> {
    const failures = new Map<LogCursor, unknown>();
    for (const [cursor, read] of this.#reads) {
      const { isOver, failure, scope } = read;
      if (!isOver) continue;
      this.#reads.delete(cursor);
      if (read.hasProgressed) this.#progress += 1;
      if (cursor === this.#setup.auditLog && failure === undefined) this.#hasWorked = true;
      if (failure !== undefined && !scope.signal.aborted) failures.set(cursor, failure);
    }
    return failures;
  }

  async #readCursor(cursor: LogCursor, scope: RequestScope, step: CursorStep): Promise<void> {
    const { accessLog, signInLog } = this.#setup;
    try {
      await cursor.readOn(scope, step);
    } catch (error) {
      if (cursor !== accessLog || !signInLog?.acceptRefusal(error)) throw error;
      cursor.close();
    }
  }

  /** Merges and returns the records that every log has been read for, newest first; also after a read that failed. */
  release(): AnswerItem[] {
    const { accessLog, signInLog } = this.#setup;
    this.#releasedFrom = Math.min(this.#releasedFrom, this.#cursorsReadFrom);
    const from = this.#isRead ? -Infinity : this.#releasedFrom;
    const lists = this.#cursors.map((cursor) => cursor.take(from));
    if (!accessLog || !signInLog) return lists[0]!;
    this.#merger.isComparing = this.narrowed === undefined;
    const items = this.#merger.merge(lists);
    this.#forget();
    if ((this.#merger.added[1] ?? 0) > 0) signInLog.noteAdded();
    return items;
  }

  /** A log that is behind may still return records that the other log has returned. */
  #forget(): void {
    this.#merger.forget(Math.max(...this.#cursors.map((cursor) => cursor.readFrom)));
  }
}
