import type { AuditEvent } from "../../core/audit-event.js";
import type { Coverage, Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { Placed } from "../records/answer.js";
import { Budget } from "./budget.js";
import type { RequestScope } from "../transport/request-scope.js";
import { missingOf, type UnfinishedRefresh } from "./unfinished-refresh.js";
import { EventList, latestOf, type Held } from "../records/event-list.js";
import type { LogReaderSetup } from "./log-reader-setup.js";
import type { MergedLog } from "./merged-log.js";
import type { NamelessEvent } from "../records/to-event.js";
import { RecentRecords } from "../records/recent-records.js";
import { signsOf } from "../server/signs.js";
import { ReadCounts } from "./read-counts.js";
import { RetryWaits } from "../transport/retry-waits.js";
import type { Goal, LogQuery, ReadOptions, SourcePage } from "./reading.js";
import { turn } from "./turn.js";

export type { LogQuery, ReadOptions, ReadProgress, SourcePage } from "./reading.js";

/**
 * Walks a range from its newest record to its oldest and lists the matching events. Reading goes exactly as far as it is
 * pulled. A read that fails or is given up loses nothing: the next one goes on after the last window that was read whole.
 *
 * It is read in one of two ways: `read` hands out pages and forgets them, `readTo` keeps everything, and `absorb` brings
 * that up to date.
 */
export class LogReader implements AsyncIterable<SourcePage> {
  readonly #setup: LogReaderSetup;
  readonly #log: MergedLog;
  readonly #list: EventList;
  readonly #waits = new RetryWaits();
  /** A read ahead that is under way, and whether a real one waits for it. */
  #preparing: { readonly ended: Promise<void>; isWanted: boolean } | undefined;

  #unfinished: UnfinishedRefresh<LogReader>[] = [];
  /** The range that the list answers. */
  #asked: Span;
  #recentFrom: number;
  readonly #recents = new RecentRecords();

  readonly #tally = new ReadCounts();
  #cut: Coverage["cut"] = [];
  readonly #stand = () => `${this.#tally.requests} ${this.#log.stand}`;

  constructor(setup: LogReaderSetup) {
    this.#setup = setup;
    this.#log = setup.log;
    this.#list = new EventList(setup.rereading);
    this.#asked = setup.query.span;
    this.#recentFrom = setup.recentFrom;
  }

  get query(): LogQuery {
    return { ...this.#setup.query, span: this.#asked };
  }

  /** Pages to the end of the range, across budgets: for whoever wants everything. */
  async *[Symbol.asyncIterator](): AsyncGenerator<SourcePage> {
    const { signal } = new AbortController();
    for (;;) {
      const page = await this.read(this.#setup.query.pageSize, { signal });
      if (page.events.length > 0 || page.unreadable.length > 0 || page.hasMore === false) yield page;
      if (page.hasMore === false) return;
    }
  }

  /**
   * Reads until `want` events are ready, the range ends, or the budget is spent, and hands them out. Rejects with an
   * AuditLogError; events found before are handed out by the next read. What is handed out is whole: nothing can be added
   * to it, so it waits for the access log, too.
   */
  async read(want: number, options: ReadOptions): Promise<SourcePage> {
    await this.#readTo(want, options, false);
    const paused = this.#list.length < want && !this.#log.isDone;
    return { ...this.#list.take(want), paused, coverage: this.coverage(), hasMore: this.hasMoreThan(0) };
  }

  /** Reads until the list has `count` events, the range ends, or the budget is spent. */
  async readTo(count: number, options: ReadOptions): Promise<void> {
    await this.#readTo(count, options, true);
  }

  #readTo(count: number, options: ReadOptions, alone: boolean): Promise<void> {
    return this.#waits.during(options.onWait, async () => {
      await this.#takeOver(options.signal);
      await this.#readWhile({ wanted: () => count - this.#list.length }, options, alone);
    });
  }

  /** Reads back to `place` at least; false when the budget was spent before. */
  async readBack(place: number, options: ReadOptions): Promise<boolean> {
    const isShort = () => this.#log.frontier > place;
    const goal = { wanted: () => (isShort() ? Infinity : 0), back: place };
    await this.#waits.during(options.onWait, () => this.#readWhile(goal, options));
    return !isShort() || this.#log.isDone;
  }

  /**
   * Reads ahead, within one budget, so that the next read finds its events ready. Hands nothing out. Never rejects: what
   * fails here fails again, and is said, when it is wanted. A read that begins meanwhile takes over after the window that
   * is under way.
   */
  async prepare(count: number, signal: AbortSignal): Promise<void> {
    if (this.#preparing) return this.#preparing.ended;
    const isAhead = () => !ahead.isWanted;
    const goal = { wanted: () => (ahead.isWanted ? 0 : count - this.#list.length), isAhead };
    const ahead = { isWanted: false, ended: Promise.resolve() };
    this.#preparing = ahead;
    ahead.ended = this.#readWhile(goal, { signal }).catch(() => undefined);
    await ahead.ended;
    this.#preparing = undefined;
  }

  /** Waits for the window that is being read ahead; a stop does not wait. */
  async #takeOver(signal: AbortSignal): Promise<void> {
    if (!this.#preparing || signal.aborted) return;
    this.#preparing.isWanted = true;
    const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    await Promise.race([this.#preparing.ended, stopped]);
  }

  /** @param alone where the access log fails, the audit log is read without it */
  async #readWhile(goal: Goal, { signal, onProgress }: ReadOptions, alone = true): Promise<void> {
    const budget = this.#budget();
    const { concurrency } = this.#setup.options;
    const { wanted, back = -Infinity, isAhead } = goal;
    while (wanted() > 0 && !this.#log.isDone && budget.mayRead()) {
      if (signal.aborted) throw new AuditLogError("aborted", "The search was canceled.");
      // As many as it takes if they go on matching as seldom.
      const seldom = this.#tally.matched > 0 ? this.#tally.records / this.#tally.matched : Infinity;
      const places = Math.max(1, Math.min(concurrency, budget.requestsLeft));
      const endOf = (items: readonly Placed[]) => this.#endOf(items, wanted());
      const part = { places, wanted: wanted() * seldom, back, endOf };
      const scope = this.#scope(signal, budget, isAhead);
      await turn(this.#stand, () =>
        this.#log.readOn(scope, part, alone, (items) =>
          items.forEach((item) => this.#counts(item) && this.#list.append(item)),
        ),
      );
      onProgress?.(this.coverage());
    }
    // Nobody waits for the rest. At a pause, and where a read waits for what is read ahead, it is needed soon.
    if (wanted() <= 0 && isAhead?.() !== false) this.#log.stop();
  }

  #budget(): Budget {
    const { options, clock } = this.#setup;
    return new Budget(options.budget, clock, () => ({ requests: this.#tally.requests, records: this.#log.records }));
  }

  #scope(signal: AbortSignal, { mayRead: mayAsk }: Budget, isAhead = () => false): RequestScope {
    return { signal, mayAsk, isAhead, onRequest: () => (this.#tally.requests += 1), onWait: this.#waits.change };
  }

  /** Gives up what is still under way, when nobody will read on. */
  stop(): void {
    this.#log.stop();
    for (const { reader } of this.#unfinished) reader.stop();
  }

  /** Events found so far, shown or not. */
  get found(): number {
    return this.#list.length;
  }

  /** The newest `count` events found. */
  first(count: number): AuditEvent[] {
    return this.#list.first(count);
  }

  /** What was found, for whoever takes his time with it. */
  hold(count: number): Held {
    return this.#list.hold(count);
  }

  /** How many events are as new as `event` or newer. */
  countTo(event: AuditEvent): number {
    return this.#list.countTo(event);
  }

  /** Items that are no records, as they came. */
  get unreadable(): readonly unknown[] {
    return this.#list.unreadable;
  }

  /** Whether there are more events than `count`; `unknown` while older time has not been read. */
  hasMoreThan(count: number): boolean | "unknown" {
    if (this.#list.length > count) return true;
    return this.#log.isDone ? false : "unknown";
  }

  /** Whether anything has been read yet. */
  get hasRead(): boolean {
    return this.#log.hasRead;
  }

  /** What a read of newer records has to go back to: older time is this reader's, or was settled. */
  get recentFrom(): number {
    return Math.max(this.#recentFrom, this.#log.frontier);
  }

  /** Whether both read records in the same way. */
  isLike(other: LogReader): boolean {
    return this.#setup.basis.every((part, at) => part === other.#setup.basis[at]);
  }

  /**
   * Takes in what another reader found from `from` on, up to its end of the range: records that are new, and those that
   * came late.
   *
   * @returns how many events are new
   */
  absorb(newer: LogReader, from: number): number {
    const older = this.#unfinished.map((refresh) => ({
      ...refresh,
      span: { ...refresh.span, until: Math.min(refresh.span.until, from) },
    }));
    this.#unfinished = older.filter((refresh) => missingOf(refresh).length > 0);
    const added = this.#takeIn({ reader: newer, span: { from, until: Infinity }, requests: 0, outside: 0 });
    if (from > this.#recentFrom) this.#log.rewind();
    this.#log.skipTo(from);
    this.#asked = { from: this.#asked.from, until: newer.#asked.until };
    this.#recentFrom = newer.#setup.recentFrom;
    // An unfinished refresh may go back further.
    if (this.#unfinished.length === 0) this.#recents.forget(this.#recentFrom);
    return added;
  }

  #takeIn(refresh: UnfinishedRefresh<LogReader>): number {
    const { reader, span } = refresh;
    const added = this.#list.absorb(reader.#list, span.from);
    const records = this.#recents.takeIn(reader.#recents, span.from);
    this.#tally.takeIn(reader.#tally, records);
    this.#tally.matched += added;
    this.#tally.requests += reader.#tally.requests - refresh.requests;
    this.#tally.outside += reader.#log.outside - refresh.outside;
    const cut = reader.#allCut().filter((one) => one.span.from >= span.from);
    this.#cut = [...this.#cut.filter((old) => !cut.some((one) => one.span.from === old.span.from)), ...cut];
    const left = { ...refresh, requests: reader.#tally.requests, outside: reader.#log.outside };
    if (missingOf(left).length > 0) this.#unfinished.push(left);
    return added;
  }

  /** Reads what is missing of the access log, and nothing else; within one budget. */
  async mend(options: ReadOptions): Promise<void> {
    await this.#waits.during(options.onWait, () => this.#mend(options));
  }

  async #mend({ signal, onProgress, onWait }: ReadOptions): Promise<void> {
    await this.#takeOver(signal);
    const refreshes = this.#unfinished;
    for (const refresh of refreshes) {
      await refresh.reader.mend({ signal, onWait });
      this.#unfinished = this.#unfinished.filter((one) => one !== refresh);
      this.#takeIn(refresh);
    }
    const budget = this.#budget();
    while (budget.mayRead()) {
      if (!this.#log.isLagging) return;
      const items = await turn(this.#stand, () =>
        this.#log.catchUp(this.#scope(signal, budget), this.#setup.options.concurrency),
      );
      this.#list.insert(items.filter((item) => this.#counts(item)));
      onProgress?.(this.coverage());
    }
  }

  coverage(): Coverage {
    const { habits } = this.#setup;
    const cut = this.#allCut();
    const outside = this.#tally.outside + this.#log.outside;
    const lacking = this.#missing();
    return {
      asked: this.#asked,
      readFrom: Math.min(Math.max(this.#log.frontier, this.#asked.from), this.#asked.until),
      complete:
        this.#log.isDone && !this.#log.isDoubtful && cut.length + outside + lacking.length === 0 && this.#isTimeSure(),
      requests: this.#tally.requests,
      records: this.#tally.records,
      matched: this.#tally.matched,
      sentFilters: this.#log.sent,
      narrowed: this.#log.narrowed,
      habits: habits.snapshot(),
      accessLog: this.#log.accessLog,
      missing: lacking,
      cut,
      outside,
      undated: this.#tally.undated,
      unreadable: this.#tally.unreadable,
      ...signsOf({ ...this.#setup, asked: this.#asked, tally: this.#tally, log: this.#log }),
    };
  }

  /** Times without an offset may be an hour off where clocks change, and were moved only as far as one record proved. */
  #isTimeSure(): boolean {
    const { habits, options } = this.#setup;
    return habits.shiftMinutes === 0 && (!habits.naive || options.naiveZone === "UTC");
  }

  #missing(): Coverage["missing"] {
    return [...this.#unfinished.flatMap(missingOf), ...this.#log.missing(this.#asked)];
  }

  /** What this reader lacks of a stretch. */
  missingIn({ from, until }: Span): Coverage["missing"] {
    return this.#missing().flatMap(({ kind, span }) => {
      const part = { from: Math.max(from, span.from), until: Math.min(until, span.until) };
      return part.from < part.until ? [{ kind, span: part }] : [];
    });
  }

  #allCut(): Coverage["cut"] {
    return [...this.#cut, ...this.#log.cut];
  }

  #endOf(items: readonly Placed[], wanted: number): number | undefined {
    let found = 0;
    return items.find((item) => this.#isMatch(item) && (found += 1) >= wanted)?.place;
  }

  #isMatch(item: Placed): item is Placed & { event: NamelessEvent } {
    return item.event !== undefined && this.#setup.matches(item.event);
  }

  /** Counts an item; whether it is an event that matches. */
  #counts(item: Placed): item is Placed & { event: NamelessEvent } {
    const { event, time, place, kept } = item;
    const isUnreadable = event === undefined;
    const isUndated = !isUnreadable && time === null;
    const latest = latestOf(item);
    this.#tally.note(item);
    if (latest >= (this.#setup.since ?? this.#recentFrom)) {
      this.#recents.note({ place, latest, raw: kept, isUndated, isUnreadable });
    }
    if (isUnreadable) this.#list.appendUnreadable(item);
    if (!this.#isMatch(item)) return false;
    this.#tally.matched += 1;
    return true;
  }
}
