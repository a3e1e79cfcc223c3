import type { Clock } from "../../../core/clock.js";
import type { Coverage, Span } from "../../../core/coverage.js";
import { AuditLogError } from "../../../core/errors.js";
import type { CountsExtent } from "../../../core/event-counts.js";
import { Store } from "../../../core/store.js";
import type { LogStore } from "../../../search/log-store.js";
import type { LogReader, ReadProgress, SourcePage } from "../../../search/server.js";
import { yieldToPage } from "../../../worker/client/analysis-client.js";

/** The number of events that are counted at a time. */
const PAGE = 500;
/** The least time between two changes of text, bars and values, in milliseconds: to paint them takes longer than to count. */
const REDRAW = 250;

export interface RangeCountState {
  /**
   * `waiting`: a search or another page goes first. `stopped`: the user stopped it, and can resume it. `lost`: the worker died or
   * the redaction changed, so that what was counted is gone.
   */
  readonly status: "idle" | "counting" | "waiting" | "stopped" | "failed" | "complete" | "lost";
  /** Everything from here on was counted, or are rows; in milliseconds since 1970-01-01T00:00Z. */
  readonly countedFrom: number | undefined;
  /** How far the running read has come. Its events are counted when it ends. */
  readonly readFrom: number | undefined;
  /** The share of the range that is read, 0 to 1. */
  readonly share: number;
  /** Records that this count has checked, and how many it checks in a second. */
  readonly records: number;
  readonly rate: number | undefined;
  readonly error: AuditLogError | undefined;
}

const IDLE: RangeCountState = {
  status: "idle",
  countedFrom: undefined,
  readFrom: undefined,
  share: 0,
  records: 0,
  rate: undefined,
  error: undefined,
};

interface Step {
  readonly readFrom: number;
  readonly records: number;
}

/**
 * Counts the rest of the searched range without keeping its events as rows. It begins where the search has read to, and lets a search
 * or another page go first. A failure or a stop keeps what was counted.
 */
export class RangeCount extends Store<RangeCountState> {
  readonly #log: LogStore;
  readonly #clock: Clock;
  /** Reads what is older than the rows were when the count began. */
  #reader: LogReader | undefined;
  /** How many records were checked, down to each instant. */
  #steps: Step[] = [];
  #running: AbortController | undefined;
  /** Until the worker has the events of the last read. */
  #handing: Promise<void> = Promise.resolve();
  /** The time that the count has worked, in ms. */
  #worked = 0;
  /** What the next change of the state will say, and when the last one was. */
  #due: Partial<RangeCountState> = {};
  #shownAt = -Infinity;
  readonly #unsubscribe: (() => void)[];

  constructor(log: LogStore, clock: Clock) {
    super(IDLE);
    this.#log = log;
    this.#clock = clock;
    const followAnalysis = log.server?.analysis?.subscribe((now, before) => {
      if (now.log !== before.log) this.#reset("idle");
      else if (now.losses !== before.losses) this.#reset("lost");
    });
    const followLog = log.subscribe((now, before) => {
      if (now.activity !== before.activity) this.#giveWay();
    });
    this.#unsubscribe = [followLog, ...(followAnalysis ? [followAnalysis] : [])];
  }

  /** Starts the count, or resumes it after a stop, a failure or a loss. */
  start(): void {
    if (this.#running || this.state.status === "complete") return;
    this.update({ status: "counting", error: undefined });
    void this.#run();
  }

  /** What was counted stays. */
  stop(): void {
    if (this.state.status !== "counting" && this.state.status !== "waiting") return;
    this.#abort();
    this.#show({ status: "stopped", rate: undefined });
  }

  /** Ends the count for good. */
  end(): void {
    const wasRunning = this.#running !== undefined;
    this.#abort();
    if (wasRunning) this.#tellViews();
    this.#reader?.stop();
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }

  #abort(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Another search, a refresh or another page goes first. */
  #giveWay(): void {
    const { status } = this.state;
    const isBusy = this.#log.state.activity !== undefined;
    if (status === "counting" && isBusy) {
      this.#abort();
      this.#show({ status: "waiting", rate: undefined });
    } else if (status === "waiting" && !isBusy) {
      this.update({ status: "counting" });
      void this.#run();
    }
  }

  /** Forgets everything: another search has begun, or the worker has lost what was counted. */
  #reset(status: "idle" | "lost"): void {
    this.#abort();
    this.#reader?.stop();
    this.#reader = undefined;
    this.#steps = [];
    this.#worked = 0;
    this.#due = {};
    this.update({ ...IDLE, status });
  }

  async #run(): Promise<void> {
    const running = (this.#running = new AbortController());
    const { signal } = running;
    const isCurrent = () => this.#running === running;
    try {
      const reader = this.#reader ?? (await this.#createReader());
      // Another search may have begun, or another run of this count.
      if (!isCurrent()) return;
      this.#reader = reader;
      // A run that was stopped may still hand over newer events.
      await this.#handing.catch(() => undefined);
      while (isCurrent()) {
        const start = this.#clock.now();
        const onProgress = (progress: ReadProgress) => isCurrent() && this.#showProgress(progress);
        const page = await reader.read(PAGE, { signal, onProgress });
        this.#worked += this.#clock.now() - start;
        this.#handing = this.#handOver(page, reader);
        await this.#handing;
        if (isCurrent() && page.hasMore === false) return this.#finish();
      }
    } catch (cause) {
      if (!isCurrent()) return;
      this.#running = undefined;
      const error = cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
      this.#show({ status: "failed", error, rate: undefined });
    }
  }

  /** In a task of its own, because the one before has parsed an answer. The reader gives these events only once, so a stop loses none. */
  async #handOver({ events, coverage }: SourcePage, reader: LogReader): Promise<void> {
    await yieldToPage();
    // Another search has begun.
    if (reader !== this.#reader) return;
    this.#steps.push(coverage);
    this.#log.server?.analysis?.count(events, (rows, countedOnly) => this.#addTo(rows, countedOnly, coverage));
    this.#due = { countedFrom: coverage.readFrom };
    this.#showProgress(coverage);
  }

  async #createReader(): Promise<LogReader> {
    const { server, state } = this.#log;
    const readFrom = server?.analysis?.readFrom;
    if (!server || !state.searched || readFrom === undefined) throw new AuditLogError("aborted", "There is no search.");
    const { span, filters } = state.searched;
    return server.read({ filters, span: { from: span.from, until: readFrom }, endsNow: false, pageSize: PAGE });
  }

  /** Shows how far the count has come, unless the last change was a moment ago. */
  #showProgress({ readFrom, records }: ReadProgress): void {
    const { from, until } = this.#log.state.searched!.span;
    const share = Math.min(1, Math.max(0, (until - readFrom) / (until - from)));
    const rate = this.#worked > 0 ? Math.round((records / this.#worked) * 1000) : undefined;
    this.#due = { ...this.#due, readFrom, records, share, rate: this.#running && rate };
    if (!this.#running || this.#clock.now() - this.#shownAt >= REDRAW) this.#show();
  }

  /** Changes the state, and makes the views ask for the counts so far. */
  #show(change: Partial<RangeCountState> = {}): void {
    this.#shownAt = this.#clock.now();
    this.update({ ...this.#due, ...change });
    this.#due = {};
    this.#tellViews();
  }

  #tellViews(): void {
    this.#log.server?.analysis?.tellViews({ isCounting: this.#running !== undefined });
  }

  #finish(): void {
    this.#running = undefined;
    this.#show({ status: "complete", share: 1, rate: undefined });
  }

  /** Adds what was counted to what the rows cover, which may have grown in the meantime. */
  #addTo(rows: CountsExtent, countedOnly: number, counted: Coverage): CountsExtent {
    const { readFrom } = rows;
    const isOlder = ({ span }: { readonly span: Span }) => span.from < readFrom;
    return {
      ...rows,
      countedFrom: Math.min(readFrom, counted.readFrom),
      countedOnly,
      events: rows.events + countedOnly,
      records: rows.records + this.#countRecordsBefore(readFrom),
      missing: [...rows.missing, ...counted.missing.filter(isOlder)],
      cut: [...rows.cut, ...counted.cut.filter(isOlder)],
    };
  }

  /** The records that were checked before `time`; the rows have those from then on. At least so many, as a read takes long spans. */
  #countRecordsBefore(time: number): number {
    const all = this.#steps[this.#steps.length - 1]?.records ?? 0;
    const isBeyondRows = this.#reader !== undefined && time >= this.#reader.query.span.until;
    if (isBeyondRows) return all;
    const shared = this.#steps.find(({ readFrom }) => readFrom <= time);
    return all - (shared?.records ?? all);
  }
}
