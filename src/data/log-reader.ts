import type { AuditEvent } from "../domain/audit-event.js";
import type { Coverage, Span } from "../domain/coverage.js";
import { AuditLogError } from "../domain/errors.js";
import type { AuditFilters } from "../domain/filters.js";
import { parameterText } from "../domain/parameter-text.js";
import type { Placed } from "./answer.js";
import type { EndpointHabits } from "./habits.js";
import type { Leg } from "./leg.js";
import { Merger } from "./merge.js";
import type { NamelessEvent } from "./normalise.js";
import type { SignInLog } from "./sign-in-log.js";
import type { SourceOptions } from "./source-options.js";
import type { RequestScope } from "./window-reader.js";

/** How far a read has come, told while it goes on. */
export type ReadProgress = Pick<Coverage, "readFrom" | "requests" | "records" | "matched">;

/** Some events, newest first, and what they cover. */
export interface SourcePage {
  readonly events: readonly AuditEvent[];
  /** `unknown`: older time has not been read. */
  readonly hasMore: boolean | "unknown";
  /** The budget was spent before the page was full: whoever reads decides whether to go on. */
  readonly paused: boolean;
  readonly coverage: Coverage;
}

export interface ReadOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** What one search reads: a frozen range, prepared filters. */
export interface LogQuery {
  readonly filters: AuditFilters;
  /** Frozen; milliseconds since 1970-01-01T00:00Z. */
  readonly span: Span;
  readonly endsNow: boolean;
  readonly pageSize: number;
}

export interface LogReaderSetup {
  readonly query: LogQuery;
  readonly options: SourceOptions;
  readonly matches: (event: NamelessEvent) => boolean;
  /** What the audit log was seen to do. */
  readonly habits: EndpointHabits;
  readonly auditLog: Leg;
  /** The access log, where it may add sign-ins. */
  readonly accessLog: Leg | undefined;
  /** What is known of it; undefined where the search cannot show sign-ins. */
  readonly signInLog: SignInLog | undefined;
}

/**
 * Walks a range from its newest record to its oldest and hands out the matching events in pages. Reading goes exactly as
 * far as it is pulled. A read that fails or is given up loses nothing: the next one goes on after the last window that was
 * read whole.
 */
export class LogReader implements AsyncIterable<SourcePage> {
  readonly #setup: LogReaderSetup;
  readonly #legs: readonly Leg[];
  readonly #merger = new Merger();
  readonly #ready: AuditEvent[] = [];
  readonly #copies = new Map<string, number>();
  /** A read ahead that is under way, and whether a real one waits for it. */
  #preparing: Promise<void> | undefined;
  #isWanted = false;

  /** Where the legs began. */
  readonly #start: number;

  #requests = 0;
  #records = 0;
  #matched = 0;
  #undated = 0;
  #unreadable = 0;

  constructor(setup: LogReaderSetup) {
    this.#setup = setup;
    this.#legs = setup.accessLog ? [setup.auditLog, setup.accessLog] : [setup.auditLog];
    this.#start = this.#frontier();
  }

  /** Pages to the end of the range, across budgets: for whoever wants everything. */
  async *[Symbol.asyncIterator](): AsyncGenerator<SourcePage> {
    const { signal } = new AbortController();
    for (;;) {
      const page = await this.read(this.#setup.query.pageSize, { signal });
      if (page.events.length > 0 || page.hasMore === false) yield page;
      if (page.hasMore === false) return;
    }
  }

  /**
   * Reads until `want` events are ready, the range ends, or the budget is spent. Rejects with an AuditLogError; events
   * found before are handed out by the next read.
   */
  async read(want: number, options: ReadOptions): Promise<SourcePage> {
    await this.fill(want, options);
    return this.takeReady(want);
  }

  /**
   * Reads like `read`, and hands nothing out: whoever may be overtaken while it waits takes the page with `takeReady`, in
   * one step with finding out that it was not.
   */
  async fill(want: number, { signal, onProgress }: ReadOptions): Promise<void> {
    await this.#takeOver(signal);
    await this.#fill(want, signal, onProgress, () => false);
  }

  /**
   * Reads ahead, within one budget, so that the next read finds its events ready. Hands nothing out. Never rejects: what
   * fails here fails again, and is said, when it is wanted. A read that begins meanwhile takes over after the window that
   * is under way.
   */
  async prepare(want: number, signal: AbortSignal): Promise<void> {
    if (this.#preparing) return this.#preparing;
    this.#preparing = this.#fill(want, signal, undefined, () => this.#isWanted).catch(() => undefined);
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

  async #fill(
    want: number,
    signal: AbortSignal,
    onProgress: ReadOptions["onProgress"],
    isOver: () => boolean,
  ): Promise<void> {
    const { requests, records } = this.#setup.options.budget;
    const spent = { requests: this.#requests, records: this.#recordsRead() };
    const scope: RequestScope = { signal, onRequest: () => (this.#requests += 1) };
    while (this.#ready.length < want && !this.#isDone() && !isOver()) {
      if (this.#requests - spent.requests >= requests || this.#recordsRead() - spent.records >= records) return;
      if (signal.aborted) throw new AuditLogError("aborted", "The reading was given up.");
      await this.#readOn(scope);
      onProgress?.(this.coverage());
    }
  }

  /** The events found so far, without reading on: what a stopped read leaves. */
  takeReady(want: number): SourcePage {
    return this.#page(want, this.#ready.length < want && !this.#isDone());
  }

  coverage(): Coverage {
    const { query, habits, auditLog, signInLog } = this.#setup;
    const cut = this.#legs.flatMap((leg) => leg.cut);
    const outside = this.#legs.reduce((sum, leg) => sum + leg.outside, 0);
    return {
      asked: query.span,
      readFrom: Math.min(Math.max(this.#frontier(), query.span.from), query.span.until),
      complete: this.#isDone() && cut.length === 0 && outside === 0,
      requests: this.#requests,
      records: this.#records,
      matched: this.#matched,
      sentFilters: [...auditLog.sent],
      habits: habits.snapshot(),
      accessLog: signInLog?.status ?? "not-asked",
      cut,
      outside,
      undated: this.#undated,
      unreadable: this.#unreadable,
    };
  }

  #page(want: number, paused: boolean): SourcePage {
    const events = this.#ready.splice(0, want);
    return { events, paused, coverage: this.coverage(), hasMore: this.hasMore };
  }

  /** Whether anything has been read yet, in every leg. */
  get hasRead(): boolean {
    return this.#frontier() < this.#start;
  }

  /** Whether there are events that were not handed out; `unknown` while older time has not been read. */
  get hasMore(): SourcePage["hasMore"] {
    if (this.#ready.length > 0) return true;
    return this.#isDone() ? false : "unknown";
  }

  #isDone(): boolean {
    return this.#legs.every((leg) => leg.isDone);
  }

  #recordsRead(): number {
    return this.#legs.reduce((sum, leg) => sum + leg.records, 0);
  }

  /** Everything from here on has been read, in every leg. */
  #frontier(): number {
    return Math.max(...this.#legs.map((leg) => leg.edge));
  }

  /** Reads one window of every leg that holds the others up. */
  async #readOn(scope: RequestScope): Promise<void> {
    const frontier = this.#frontier();
    const behind = this.#legs.filter((leg) => !leg.isDone && leg.edge === frontier);
    const outcomes = await Promise.allSettled(behind.map((leg) => this.#readWindow(leg, scope)));
    this.#release();
    for (const outcome of outcomes) if (outcome.status === "rejected") throw outcome.reason;
  }

  async #readWindow(leg: Leg, scope: RequestScope): Promise<void> {
    const { accessLog, signInLog } = this.#setup;
    try {
      await leg.readWindow(scope);
    } catch (error) {
      if (leg !== accessLog || !signInLog?.isRefusal(error)) throw error;
      leg.close();
    }
  }

  /** Hands on what lies before the frontier: only there has every leg been read. */
  #release(): void {
    const frontier = this.#isDone() ? -Infinity : this.#frontier();
    const batches = this.#legs.map((leg) => leg.take(frontier));
    const items = batches.length === 1 ? batches[0]! : this.#merger.merge(batches);
    for (const item of items) this.#take(item);
    this.#judgeSignIns();
  }

  #judgeSignIns(): void {
    const { accessLog, signInLog } = this.#setup;
    if (!accessLog || !signInLog) return;
    if (signInLog.judge(this.#merger.given[1] ?? 0, this.#merger.added[1] ?? 0)) accessLog.close();
  }

  #take({ event, time }: Placed): void {
    this.#records += 1;
    if (event === undefined) this.#unreadable += 1;
    else if (time === null) this.#undated += 1;
    if (!event || !this.#setup.matches(event)) return;
    this.#matched += 1;
    this.#ready.push({ id: this.#identify(event), ...event });
  }

  /** Equal records are told apart by their number: copies are records, too. */
  #identify(event: NamelessEvent): string {
    const hash = hashOf(parameterText(event.raw));
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    return copy === 1 ? hash : `${hash}-${copy}`;
  }
}

/** 64 bits of FNV-1a in two halves with different offsets; short, and stable from search to search. */
function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0xcbf29ce4;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + at), 0x01000193);
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36);
}
