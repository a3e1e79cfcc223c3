import type { Clock } from "../../../core/clock.js";
import { AuditLogError } from "../../../core/errors.js";
import { Store } from "../../../core/store.js";
import type { LogStore } from "../../../search/log-store.js";
import type { LogReader, ReadProgress } from "../../../search/server.js";

/** The number of events that are counted at a time. */
const PAGE = 500;

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
  /** The time that the count has worked, in ms. */
  #worked = 0;
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
    this.update({ status: "stopped", rate: undefined });
  }

  /** Ends the count for good. */
  end(): void {
    this.#abort();
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
      this.update({ status: "waiting", rate: undefined });
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
      while (isCurrent()) {
        const start = this.#clock.now();
        const onProgress = ({ readFrom, records }: ReadProgress) =>
          isCurrent() && this.#showProgress(readFrom, records);
        const { events, coverage, hasMore } = await reader.read(PAGE, { signal, onProgress });
        if (!isCurrent() || reader !== this.#reader) return;
        this.#worked += this.#clock.now() - start;
        this.#steps.push(coverage);
        this.#log.server?.analysis?.count(events, {
          from: coverage.readFrom,
          recordsBefore: (time) => this.#countRecordsBefore(time),
          missing: coverage.missing,
          cut: coverage.cut,
        });
        this.update({ countedFrom: coverage.readFrom });
        this.#showProgress(coverage.readFrom, coverage.records);
        if (hasMore === false) return this.#finish();
      }
    } catch (cause) {
      if (!isCurrent()) return;
      this.#running = undefined;
      const error = cause instanceof AuditLogError ? cause : new AuditLogError("bad-data", String(cause), { cause });
      this.update({ status: "failed", error, rate: undefined });
    }
  }

  async #createReader(): Promise<LogReader> {
    const { server, state } = this.#log;
    const readFrom = server?.analysis?.readFrom;
    if (!server || !state.searched || readFrom === undefined) throw new AuditLogError("aborted", "There is no search.");
    const { span, filters } = state.searched;
    return server.read({ filters, span: { from: span.from, until: readFrom }, endsNow: false, pageSize: PAGE });
  }

  #showProgress(readFrom: number, records: number): void {
    const { from, until } = this.#log.state.searched!.span;
    const share = Math.min(1, Math.max(0, (until - readFrom) / (until - from)));
    const rate = this.#worked > 0 ? Math.round((records / this.#worked) * 1000) : undefined;
    this.update({ readFrom, records, share, rate });
  }

  #finish(): void {
    this.#running = undefined;
    this.update({ status: "complete", share: 1, rate: undefined });
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
