import type { AuditEvent } from "../domain/audit-event.js";
import type { Coverage, Span } from "../domain/coverage.js";
import { AuditLogError } from "../domain/errors.js";
import type { Placed } from "./answer.js";
import type { RequestScope } from "./asker.js";
import { EventList, latestOf, missing, type Entry, type Held } from "./event-list.js";
import type { LogReaderSetup } from "./log-reader-setup.js";
import type { MergedLog } from "./merged-log.js";
import type { NamelessEvent } from "./normalise.js";
import { Waits } from "./waits.js";
import type { LogQuery, ReadOptions, SourcePage } from "./reading.js";
import { turn } from "./turn.js";

export type { LogQuery, ReadOptions, ReadProgress, SourcePage } from "./reading.js";

/** A read of newer records, some of which are missing still. */
interface Debt {
  readonly reader: LogReader;
  /** The stretch that is this read's: older time is the list's own, newer time that of a later read. */
  readonly span: Span;
  /** What of its counts has been taken in. */
  readonly requests: number;
  readonly outside: number;
}

/** A record that another read may bring again. */
interface Recent extends Entry {
  readonly isUndated: boolean;
  readonly isUnreadable: boolean;
}

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
  readonly #waits = new Waits();
  /** A read ahead that is under way, and whether a real one waits for it. */
  #preparing: Promise<void> | undefined;
  #isWanted = false;

  #debts: Debt[] = [];
  /** The range that the list answers. */
  #asked: Span;
  #recentFrom: number;
  /** The records that another reader may read again, whether they match or not. */
  #recent: Recent[] = [];

  #requests = 0;
  #records = 0;
  #matched = 0;
  #undated = 0;
  #unreadable = 0;
  #cut: Coverage["cut"] = [];
  readonly #stand = () => `${this.#requests} ${this.#log.stand}`;
  #outside = 0;

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
      await this.#readWhile(() => this.#list.length < count, options, alone);
    });
  }

  /** Reads back to `place` at least; false when the budget was spent before. */
  async readBack(place: number, options: ReadOptions): Promise<boolean> {
    const isShort = () => this.#log.frontier > place;
    await this.#waits.during(options.onWait, () => this.#readWhile(isShort, options));
    return !isShort() || this.#log.isDone;
  }

  /**
   * Reads ahead, within one budget, so that the next read finds its events ready. Hands nothing out. Never rejects: what
   * fails here fails again, and is said, when it is wanted. A read that begins meanwhile takes over after the window that
   * is under way.
   */
  async prepare(count: number, signal: AbortSignal): Promise<void> {
    if (this.#preparing) return this.#preparing;
    const wants = () => this.#list.length < count && !this.#isWanted;
    this.#preparing = this.#readWhile(wants, { signal }).catch(() => undefined);
    await this.#preparing;
    this.#preparing = undefined;
  }

  /** Waits for the window that is being read ahead; a stop does not wait. */
  async #takeOver(signal: AbortSignal): Promise<void> {
    if (!this.#preparing || signal.aborted) return;
    this.#isWanted = true;
    const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    await Promise.race([this.#preparing, stopped]);
    this.#isWanted = false;
  }

  /** @param alone where the access log fails, the audit log is read without it */
  async #readWhile(wants: () => boolean, { signal, onProgress }: ReadOptions, alone = true): Promise<void> {
    const mayRead = this.#budget();
    while (wants() && !this.#log.isDone && mayRead()) {
      if (signal.aborted) throw new AuditLogError("aborted", "The search was canceled.");
      await turn(this.#stand, () => this.#log.readOn(this.#scope(signal), alone, (items) => this.#append(items)));
      onProgress?.(this.coverage());
    }
  }

  #budget(): () => boolean {
    const { requests, records } = this.#setup.options.budget;
    const [sent, read] = [this.#requests, this.#log.records];
    return () => this.#requests - sent < requests && this.#log.records - read < records;
  }

  #scope(signal: AbortSignal): RequestScope {
    return { signal, onRequest: () => (this.#requests += 1), onWait: this.#waits.change };
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
    const older = this.#debts.map((debt) => ({
      ...debt,
      span: { ...debt.span, until: Math.min(debt.span.until, from) },
    }));
    this.#debts = older.filter((debt) => missingOf(debt).length > 0);
    const added = this.#takeIn({ reader: newer, span: { from, until: Infinity }, requests: 0, outside: 0 });
    this.#log.skipTo(from);
    this.#asked = { from: this.#asked.from, until: newer.#asked.until };
    this.#recentFrom = newer.#setup.recentFrom;
    // A page that is refreshed all day must not keep all of it twice; a debt may go back further.
    if (this.#debts.length === 0) this.#recent = this.#recent.filter(({ latest }) => latest >= this.#recentFrom);
    return added;
  }

  #takeIn(debt: Debt): number {
    const { reader, span } = debt;
    const added = this.#list.absorb(reader.#list, span.from);
    const isRecent = ({ latest }: Entry) => latest >= span.from;
    const records = missing(this.#recent.filter(isRecent), reader.#recent.filter(isRecent));
    this.#recent = [...this.#recent, ...records];
    this.#matched += added;
    this.#records += records.length;
    this.#undated += records.filter(({ isUndated }) => isUndated).length;
    this.#unreadable += records.filter(({ isUnreadable }) => isUnreadable).length;
    this.#requests += reader.#requests - debt.requests;
    this.#outside += reader.#log.outside - debt.outside;
    const cut = reader.#allCut().filter((one) => one.span.from >= span.from);
    this.#cut = [...this.#cut.filter((old) => !cut.some((one) => one.span.from === old.span.from)), ...cut];
    const left = { ...debt, requests: reader.#requests, outside: reader.#log.outside };
    if (missingOf(left).length > 0) this.#debts.push(left);
    return added;
  }

  /** Reads what is missing of the access log, and nothing else; within one budget. */
  async mend(options: ReadOptions): Promise<void> {
    await this.#waits.during(options.onWait, () => this.#mend(options));
  }

  async #mend({ signal, onProgress, onWait }: ReadOptions): Promise<void> {
    await this.#takeOver(signal);
    const debts = this.#debts;
    for (const debt of debts) {
      await debt.reader.mend({ signal, onWait });
      this.#debts = this.#debts.filter((one) => one !== debt);
      this.#takeIn(debt);
    }
    const mayRead = this.#budget();
    while (mayRead()) {
      if (!this.#log.isLagging) return;
      const items = await turn(this.#stand, () => this.#log.catchUp(this.#scope(signal)));
      this.#list.insert(items.filter((item) => this.#counts(item)));
      onProgress?.(this.coverage());
    }
  }

  coverage(): Coverage {
    const { habits } = this.#setup;
    const cut = this.#allCut();
    const outside = this.#outside + this.#log.outside;
    const lacking = this.#missing();
    return {
      asked: this.#asked,
      readFrom: Math.min(Math.max(this.#log.frontier, this.#asked.from), this.#asked.until),
      complete: this.#log.isDone && cut.length + outside + lacking.length === 0 && this.#isTimeSure(),
      requests: this.#requests,
      records: this.#records,
      matched: this.#matched,
      sentFilters: this.#log.sent,
      narrowed: this.#log.narrowed,
      habits: habits.snapshot(),
      accessLog: this.#log.accessLog,
      missing: lacking,
      cut,
      outside,
      undated: this.#undated,
      unreadable: this.#unreadable,
    };
  }

  /** Times without an offset may be an hour off where clocks change, and were moved only as far as one record proved. */
  #isTimeSure(): boolean {
    const { habits, options } = this.#setup;
    return habits.shiftMinutes === 0 && (!habits.naive || options.naiveZone === "UTC");
  }

  #missing(): Coverage["missing"] {
    return [...this.#debts.flatMap(missingOf), ...this.#log.missing(this.#asked)];
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

  #append(items: readonly Placed[]): void {
    for (const item of items) if (this.#counts(item)) this.#list.append(item);
  }

  /** Counts an item; whether it is an event that matches. */
  #counts(item: Placed): item is Placed & { event: NamelessEvent } {
    const { event, time, place, kept } = item;
    const isUnreadable = event === undefined;
    const isUndated = !isUnreadable && time === null;
    const latest = latestOf(item);
    this.#records += 1;
    if (isUndated) this.#undated += 1;
    if (latest >= (this.#setup.since ?? this.#recentFrom)) {
      this.#recent.push({ place, latest, raw: kept, isUndated, isUnreadable });
    }
    if (isUnreadable) {
      this.#unreadable += 1;
      this.#list.appendUnreadable(item);
    }
    if (!event || !this.#setup.matches(event)) return false;
    this.#matched += 1;
    return true;
  }
}

function missingOf({ reader, span }: Debt): Coverage["missing"] {
  return reader.missingIn(span);
}
