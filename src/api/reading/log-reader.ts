import type { AuditEvent } from "../../core/audit-event.js";
import type { Coverage, Span } from "../../core/coverage.js";
import type { AnswerItem } from "../records/answer.js";
import type { FoundEvents, ListSnapshot } from "../records/event-list.js";
import type { RequestScope } from "../transport/request-scope.js";
import { WaitReports } from "../transport/wait-reports.js";
import { Budget } from "./budget.js";
import { createCanceledError } from "../transport/canceled-error.js";
import type { LogReaderSetup } from "./log-reader-setup.js";
import type { LogQuery, ReadOptions, SourcePage } from "./log-reader-types.js";
import type { MergedLog } from "./merged-log.js";
import { ReadAhead } from "./read-ahead.js";
import { ReadResults } from "./read-results.js";
import { createCoverage } from "./reader-coverage.js";
import { requireProgress } from "./require-progress.js";
import { findMissing, type UnfinishedRefresh } from "./unfinished-refresh.js";

export type { FoundEvents } from "../records/event-list.js";
export type { LogQuery, ReadOptions, ReadProgress, SourcePage } from "./log-reader-types.js";

/** What a read must reach. */
interface ReadGoal {
  /** How many more events the read needs. It ends when this is 0. */
  readonly wantedEvents: () => number;
  /** The read needs nothing older than this. */
  readonly backTo?: number;
  /** Whether the read only reads ahead. */
  readonly isReadAhead?: () => boolean;
}

/**
 * Reads a range from its newest record to its oldest one and lists the matching events. It reads only as far as the caller
 * asks. A read that fails or is aborted loses nothing: the next one continues after the last complete window.
 *
 * There are two ways to use a reader. `read` returns pages and does not keep them. `readTo` keeps everything, and
 * `addRefresh` adds newer records.
 */
export class LogReader {
  readonly #setup: LogReaderSetup;
  readonly #log: MergedLog;
  readonly #results: ReadResults;
  readonly #waits = new WaitReports();
  readonly #readAhead = new ReadAhead();
  #unfinished: UnfinishedRefresh<LogReader>[] = [];
  /** The range of the results. */
  #asked: Span;
  #recentFrom: number;
  /** The cut spans of refreshes. */
  #cut: Coverage["cut"] = [];
  readonly #progressKey = () => `${this.#counts.requests} ${this.#log.progressKey}`;

  constructor(setup: LogReaderSetup) {
    this.#setup = setup;
    this.#log = setup.log;
    this.#results = new ReadResults(setup);
    this.#asked = setup.query.span;
    this.#recentFrom = setup.recentFrom;
  }

  get query(): LogQuery {
    return { ...this.#setup.query, span: this.#asked };
  }

  get #counts() {
    return this.#results.counts;
  }

  /**
   * Reads until `count` events are found, the range ends, or the budget is spent, and returns them. Nothing can be added to a
   * page later, so it waits for the access log too. Rejects with an AuditLogError; the next read returns the events found
   * before.
   */
  async read(count: number, options: ReadOptions): Promise<SourcePage> {
    await this.#readTo(count, options, false);
    const paused = this.found < count && !this.#log.isDone;
    return { ...this.#results.list.take(count), paused, coverage: this.coverage(), hasMore: this.hasMoreThan(0) };
  }

  /** Reads until the list has `count` events, the range ends, or the budget is spent. Rejects with an AuditLogError. */
  async readTo(count: number, options: ReadOptions): Promise<void> {
    await this.#readTo(count, options, true);
  }

  #readTo(count: number, options: ReadOptions, mayOmitAccessLog: boolean): Promise<void> {
    return this.#run(options, async () => {
      await this.#readAhead.takeOver(options.signal);
      await this.#readWhile({ wantedEvents: () => count - this.found }, options, mayOmitAccessLog);
    });
  }

  /** Reads back to `time` at least. Returns false if the budget ends before. Rejects with an AuditLogError. */
  async readBack(time: number, options: ReadOptions): Promise<boolean> {
    const isShort = () => this.#log.readFrom > time;
    const goal = { wantedEvents: () => (isShort() ? Infinity : 0), backTo: time };
    await this.#run(options, () => this.#readWhile(goal, options));
    return !isShort() || this.#log.isDone;
  }

  /**
   * Reads within one budget until the list has `count` events, so that the next read has its events ready. Never rejects. A
   * read that starts in the meantime takes over.
   */
  async readAhead(count: number, signal: AbortSignal): Promise<void> {
    await this.#readAhead.run((isNeeded) => {
      const goal = { wantedEvents: () => (isNeeded() ? 0 : count - this.found), isReadAhead: () => !isNeeded() };
      return this.#readWhile(goal, { signal });
    });
  }

  /** Runs a read, and adds the text to its error. */
  async #run({ onWait, signal }: ReadOptions, read: () => Promise<void>): Promise<void> {
    try {
      await this.#waits.during(onWait, read);
    } catch (error) {
      throw await this.#setup.withText(error, signal);
    }
  }

  /** @param mayOmitAccessLog continues with the audit log if the access log fails */
  async #readWhile(goal: ReadGoal, { signal, onProgress }: ReadOptions, mayOmitAccessLog = true): Promise<void> {
    const budget = this.#createBudget();
    const { concurrency } = this.#setup.options;
    const { wantedEvents, backTo = -Infinity, isReadAhead } = goal;
    const takeReleased = () => this.#results.append(this.#log.release(), this.#refreshFrom);
    // The logs may have gone on since the last call.
    takeReleased();
    while (wantedEvents() > 0 && !this.#log.isDone && budget.mayRead()) {
      if (signal.aborted) throw createCanceledError();
      const { matched, records } = this.#counts;
      const recordsPerMatch = matched > 0 ? records / matched : Infinity;
      const step = {
        slots: Math.max(1, Math.min(concurrency, budget.requestsLeft)),
        wantedRecords: wantedEvents() * recordsPerMatch,
        backTo,
        findEnd: (items: readonly AnswerItem[]) => this.#results.findEnd(items, wantedEvents()),
      };
      const scope = this.#createScope(signal, budget, isReadAhead);
      try {
        await requireProgress(this.#progressKey, () => this.#log.readOn(scope, step, mayOmitAccessLog));
      } finally {
        takeReleased();
      }
      onProgress?.(this.coverage());
    }
    // A full page does not need the open requests. They are needed at the end of a budget, or when another read takes over.
    if (wantedEvents() <= 0 && isReadAhead?.() !== false) this.#log.stop();
  }

  /** A refresh, or the refresh of a refresh, may read records from here on again. */
  get #refreshFrom(): number {
    return this.#setup.refreshFrom ?? this.#recentFrom;
  }

  #createBudget(): Budget {
    const { options, clock } = this.#setup;
    return new Budget(options.budget, clock, () => ({ requests: this.#counts.requests, records: this.#log.records }));
  }

  #createScope(signal: AbortSignal, { mayRead }: Budget, isReadAhead = () => false): RequestScope {
    const onRequest = () => (this.#counts.requests += 1);
    return { signal, mayRequest: mayRead, isReadAhead, onRequest, onWait: this.#waits.change };
  }

  /** Aborts the requests of a search that will not be continued. */
  stop(): void {
    this.#log.stop();
    for (const { reader } of this.#unfinished) reader.stop();
  }

  /** The events found so far. */
  get list(): FoundEvents {
    return this.#results.list;
  }

  get found(): number {
    return this.#results.list.length;
  }

  /** The newest `count` events. */
  first(count: number): AuditEvent[] {
    return this.#results.list.first(count);
  }

  /** The newest `count` events, for a caller that reads them later. */
  snapshot(count: number): ListSnapshot {
    return this.#results.list.snapshot(count);
  }

  /** The number of events up to and including `event`. */
  countTo(event: AuditEvent): number {
    return this.#results.list.countTo(event);
  }

  /** Items that are not records, as the server sent them. */
  get unreadable(): readonly unknown[] {
    return this.#results.list.unreadable;
  }

  /** Whether there are more than `count` events; `unknown` while older time has not been searched. */
  hasMoreThan(count: number): boolean | "unknown" {
    if (this.found > count) return true;
    return this.#log.isDone ? false : "unknown";
  }

  /** Whether any time has been searched. */
  get hasRead(): boolean {
    return this.#log.hasRead;
  }

  /** How far back a refresh must read. Older records are in the list, or are read later. */
  get recentFrom(): number {
    return Math.max(this.#recentFrom, this.#log.readFrom);
  }

  /** Whether both readers convert records to events in the same way, so that a refresh can be added. */
  isCompatibleWith(other: LogReader): boolean {
    return this.#setup.conversionKey.every((part, at) => part === other.#setup.conversionKey[at]);
  }

  /**
   * Adds the records that a refresh has found from `from` to its end of the range: new records and late ones.
   *
   * @returns the number of new events
   */
  addRefresh(refresh: LogReader, from: number): number {
    const earlier = this.#unfinished.map((one) => ({
      ...one,
      span: { ...one.span, until: Math.min(one.span.until, from) },
    }));
    this.#unfinished = earlier.filter((one) => findMissing(one).length > 0);
    const added = this.#add({ reader: refresh, span: { from, until: Infinity }, requests: 0, outside: 0 });
    if (from > this.#recentFrom) this.#log.rewind();
    this.#log.skipTo(from, refresh.#log);
    this.#asked = { from: this.#asked.from, until: refresh.#asked.until };
    this.#recentFrom = refresh.#setup.recentFrom;
    // An unfinished refresh may read older records again.
    if (this.#unfinished.length === 0) this.#results.forgetRecent(this.#recentFrom);
    return added;
  }

  #add(refresh: UnfinishedRefresh<LogReader>): number {
    const { reader, span } = refresh;
    const added = this.#results.addRefresh(reader.#results, span.from);
    const { requests } = reader.#counts;
    const { outside } = reader.#log;
    this.#counts.requests += requests - refresh.requests;
    this.#counts.outside += outside - refresh.outside;
    const cut = reader.#allCut().filter((one) => one.span.from >= span.from);
    this.#cut = [...this.#cut.filter((old) => !cut.some((one) => one.span.from === old.span.from)), ...cut];
    const rest = { ...refresh, requests, outside };
    if (findMissing(rest).length > 0) this.#unfinished.push(rest);
    return added;
  }

  /** Reads only the missing parts of the access log, within one budget. Rejects with an AuditLogError. */
  async readMissing(options: ReadOptions): Promise<void> {
    await this.#run(options, () => this.#readMissing(options));
  }

  async #readMissing({ signal, onProgress, onWait }: ReadOptions): Promise<void> {
    await this.#readAhead.takeOver(signal);
    for (const refresh of this.#unfinished) {
      await refresh.reader.readMissing({ signal, onWait });
      this.#unfinished = this.#unfinished.filter((one) => one !== refresh);
      this.#add(refresh);
    }
    const budget = this.#createBudget();
    while (budget.mayRead()) {
      if (!this.#log.isAccessLogBehind) return;
      const items = await requireProgress(this.#progressKey, () =>
        this.#log.catchUp(this.#createScope(signal, budget), this.#setup.options.concurrency),
      );
      this.#results.insert(items, this.#refreshFrom);
      onProgress?.(this.coverage());
    }
  }

  coverage(): Coverage {
    const state = { asked: this.#asked, counts: this.#counts, cut: this.#allCut(), missing: this.#missing() };
    return createCoverage(this.#setup, state);
  }

  #missing(): Coverage["missing"] {
    return [...this.#unfinished.flatMap(findMissing), ...this.#log.missing(this.#asked)];
  }

  /** Returns the missing parts of a span. */
  missingIn({ from, until }: Span): Coverage["missing"] {
    return this.#missing().flatMap(({ kind, span }) => {
      const part = { from: Math.max(from, span.from), until: Math.min(until, span.until) };
      return part.from < part.until ? [{ kind, span: part }] : [];
    });
  }

  #allCut(): Coverage["cut"] {
    return [...this.#cut, ...this.#log.cut];
  }
}
