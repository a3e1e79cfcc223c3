import type { AuditEvent } from "../domain/audit-event.js";
import type { Coverage, Span } from "../domain/coverage.js";
import { AuditLogError } from "../domain/errors.js";
import type { AuditFilters, TextFilter } from "../domain/filters.js";
import { parameterText } from "../domain/parameter-text.js";
import type { NamelessEvent } from "./normalise.js";
import type { EndpointHabits } from "./habits.js";
import { planFilters, type SendPlan } from "./send-plan.js";
import type { SourceOptions } from "./source-options.js";
import { FILTER_PARAMS } from "./wire.js";
import type { RequestScope, WindowRead, WindowReader } from "./window-reader.js";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** The first window; where it is sparse, the next ones grow. */
const FIRST_WINDOW = 4 * HOUR;
/** Records that a window is sized for: enough for several pages, few enough to come quickly. */
const TARGET = 400;
const LARGEST_STEP = 8;

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

/**
 * Walks a range from its newest record to its oldest, in half-open windows that never overlap, and hands out the matching
 * events in pages. Reading goes exactly as far as it is pulled. A read that fails or is given up loses nothing: the next
 * one goes on after the last window that was read whole.
 */
export class LogReader implements AsyncIterable<SourcePage> {
  readonly #query: LogQuery;
  readonly #windows: WindowReader;
  readonly #habits: EndpointHabits;
  readonly #options: SourceOptions;
  readonly #matches: (event: NamelessEvent) => boolean;

  readonly #from: number;
  readonly #until: number;
  /** Everything from here on has been read. */
  #edge: number;
  #window = FIRST_WINDOW;
  readonly #ready: AuditEvent[] = [];
  readonly #copies = new Map<string, number>();
  #undatedBefore = new Map<string, number>();

  #requests = 0;
  #records = 0;
  #matched = 0;
  #outside = 0;
  #undated = 0;
  #unreadable = 0;
  readonly #sent = new Set<TextFilter>();
  readonly #cut: { span: Span; atLeast: number }[] = [];

  constructor(
    query: LogQuery,
    windows: WindowReader,
    habits: EndpointHabits,
    options: SourceOptions,
    matches: (event: NamelessEvent) => boolean,
  ) {
    this.#query = query;
    this.#windows = windows;
    this.#habits = habits;
    this.#options = options;
    this.#matches = matches;
    const skew = query.endsNow ? options.clockSkewMinutes * 60 * SECOND : 0;
    // Windows lie on whole seconds, the API's resolution; what a second holds beyond the range is dropped.
    this.#from = Math.floor(query.span.from / SECOND) * SECOND;
    this.#edge = Math.ceil((query.span.until + skew) / SECOND) * SECOND;
    this.#until = query.span.until + skew;
  }

  /** Pages to the end of the range, across budgets: for whoever wants everything. */
  async *[Symbol.asyncIterator](): AsyncGenerator<SourcePage> {
    const { signal } = new AbortController();
    for (;;) {
      const page = await this.read(this.#query.pageSize, { signal });
      if (page.events.length > 0 || page.hasMore === false) yield page;
      if (page.hasMore === false) return;
    }
  }

  /**
   * Reads until `want` events are ready, the range ends, or the budget is spent. Rejects with an AuditLogError; events
   * found before are handed out by the next read.
   */
  async read(want: number, { signal, onProgress }: ReadOptions): Promise<SourcePage> {
    const budget = { requests: this.#requests, records: this.#records };
    const scope: RequestScope = { signal, onRequest: () => (this.#requests += 1) };
    let paused = false;
    while (this.#ready.length < want && this.#edge > this.#from) {
      const { requests, records } = this.#options.budget;
      if (this.#requests - budget.requests >= requests || this.#records - budget.records >= records) {
        paused = true;
        break;
      }
      await this.#readWindow(scope);
      onProgress?.({
        readFrom: this.#edge,
        requests: this.#requests,
        records: this.#records,
        matched: this.#matched,
      });
    }
    return this.#page(want, paused);
  }

  /** The events found so far, without reading on: what a stopped read leaves. */
  takeReady(want: number): SourcePage {
    return this.#page(want, this.#ready.length < want && this.#edge > this.#from);
  }

  #page(want: number, paused: boolean): SourcePage {
    const events = this.#ready.splice(0, want);
    return { events, paused, coverage: this.coverage(), hasMore: this.#hasMore() };
  }

  coverage(): Coverage {
    return {
      asked: this.#query.span,
      readFrom: Math.max(this.#edge, this.#query.span.from),
      complete: this.#edge <= this.#from && this.#cut.length === 0,
      requests: this.#requests,
      records: this.#records,
      matched: this.#matched,
      sentFilters: [...this.#sent],
      habits: this.#habits.snapshot(),
      cut: [...this.#cut],
      outside: this.#outside,
      undated: this.#undated,
      unreadable: this.#unreadable,
    };
  }

  #hasMore(): SourcePage["hasMore"] {
    if (this.#ready.length > 0) return true;
    return this.#edge > this.#from ? "unknown" : false;
  }

  async #readWindow(scope: RequestScope): Promise<void> {
    const plan = await this.#plan(scope);
    const asked = { from: Math.max(this.#from, this.#edge - this.#window), until: this.#edge };
    const read = await this.#windows.readNewest(asked, plan, scope);
    // Whoever gave it up may have begun another read of the same window, and would count its records twice.
    if (scope.signal.aborted) throw new AuditLogError("aborted", "The read was given up.");
    for (const field of plan.sent.keys()) this.#sent.add(field);
    this.#take(read);
    this.#edge = read.span.from;
    this.#window = nextWindow(read.span, read.items.length);
  }

  /** Which filters to send; the first time it matters, the server is asked whether it ignores letter case. */
  async #plan(scope: RequestScope): Promise<SendPlan> {
    const plan = planFilters(this.#query.filters, this.#options.sendFilters, this.#habits);
    let learned = false;
    for (const field of plan.undecided) {
      learned = (await this.#windows.probeCase(FILTER_PARAMS[field]!, scope)) || learned;
    }
    return learned ? planFilters(this.#query.filters, this.#options.sendFilters, this.#habits) : plan;
  }

  #take(read: WindowRead): void {
    const undated = new Map<string, number>();
    let taken = 0;
    for (const { event, raw, place } of read.items) {
      if (place < this.#query.span.from || place >= this.#until) continue;
      if (event === undefined || event.time === null) {
        // Such an item near an edge can come in both windows; the one read before has it already.
        const key = parameterText(raw);
        const before = this.#undatedBefore.get(key) ?? 0;
        if (before > 0) {
          this.#undatedBefore.set(key, before - 1);
          continue;
        }
        undated.set(key, (undated.get(key) ?? 0) + 1);
        if (event === undefined) this.#unreadable += 1;
        else this.#undated += 1;
      }
      taken += 1;
      if (event && this.#matches(event)) {
        this.#matched += 1;
        this.#ready.push({ id: this.#identify(event), ...event });
      }
    }
    this.#records += taken;
    this.#outside += read.outside;
    this.#undatedBefore = undated;
    if (read.cut) this.#cut.push({ span: read.span, atLeast: taken });
  }

  /** Equal records are told apart by their number: copies are records, too. */
  #identify(event: NamelessEvent): string {
    const hash = hashOf(parameterText(event.raw));
    const copy = (this.#copies.get(hash) ?? 0) + 1;
    this.#copies.set(hash, copy);
    return copy === 1 ? hash : `${hash}-${copy}`;
  }
}

/** Sized by the density just seen: grows where it is sparse, shrinks where it is dense. */
function nextWindow(span: Span, records: number): number {
  const length = span.until - span.from;
  const factor = Math.min(LARGEST_STEP, TARGET / Math.max(records, 1));
  return Math.max(SECOND, Math.round((length * factor) / SECOND) * SECOND);
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
