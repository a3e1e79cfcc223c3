import type { Span } from "../../core/coverage.js";
import type { AnswerItem } from "../records/answer.js";
import { Overdue } from "../server/log-endpoint.js";
import type { SendPlan } from "../server/send-plan.js";
import type { RequestScope } from "../transport/request-scope.js";
import { createCanceledError } from "../transport/canceled-error.js";
import type { CursorFilters, Narrowed } from "./cursor-filters.js";
import type { LogCursorSetup } from "./log-cursor-setup.js";
import type { CursorStep } from "./cursor-step.js";
import { compareWindows, type ParallelWindow } from "../windows/parallel-window.js";
import { Overlap } from "../windows/overlap.js";
import { FilteredWindows, FIRST_WINDOW } from "../windows/filtered-windows.js";
import { Paused } from "../windows/paused.js";
import { planFirstWide, planWindows } from "../windows/window-plan.js";
import { WindowSizes } from "../windows/window-sizes.js";
import { WindowsInFlight } from "../windows/windows-in-flight.js";

const SECOND = 1000;
const NO_FILTERS: SendPlan = { sent: new Map(), undecided: [] };

/**
 * Reads one endpoint from its newest record to its oldest one. It requests several windows in parallel and takes them in
 * order: each window begins where the previous one is known to end. A window that is read early waits for the newer ones. A
 * window that fails changes nothing: the cursor reads it again.
 */
export class LogCursor {
  readonly #setup: LogCursorSetup;
  readonly #rangeStart: number;
  #readFrom: number;
  #sizes: WindowSizes;
  /** The filters of the windows that `#sizes` has measured. */
  #filterKey = "";
  readonly #inFlight = new WindowsInFlight<ParallelWindow>();
  /** Aborts the current call of `readOn`. */
  #call: AbortController | undefined;
  /** Windows that wait for newer ones. */
  #early: ParallelWindow[] = [];
  /** The window that the cursor has taken last. */
  #last: ParallelWindow | undefined;
  /** Windows to request again, because a record may have arrived while they were read. */
  #rereads: Span[] = [];
  /** Numbers the starts and ends of requests. */
  #ticks = 0;
  /** Items that the cursor has read and its user has not taken yet, newest first. */
  #items: AnswerItem[] = [];

  readonly #overlap: Overlap;
  readonly #filters: CursorFilters | undefined;
  readonly #windows: FilteredWindows;

  /** The number of items in the range. */
  records = 0;
  /** The number of items outside of the requested span. */
  outside = 0;
  /** Answers contradicted each other, so older answers may lack records. */
  isDoubtful = false;
  /** The number of windows that were answered or failed. */
  finishedWindows = 0;
  readonly cut: { span: Span; atLeast: number }[] = [];

  constructor(setup: LogCursorSetup) {
    this.#setup = setup;
    // The API has a resolution of one second. Records of these seconds outside of the range are dropped.
    this.#rangeStart = Math.floor(setup.range.from / SECOND) * SECOND;
    this.#readFrom = this.#rangeEnd;
    this.#sizes = new WindowSizes(setup.firstWindow ?? FIRST_WINDOW);
    this.#filters = setup.filters;
    this.#windows = new FilteredWindows(setup.windows, setup.behavior);
    this.#overlap = new Overlap(setup.range, setup.windows, setup.loadUndatedOverlap);
  }

  get #rangeEnd(): number {
    return Math.ceil(this.#setup.range.until / SECOND) * SECOND;
  }

  /** Everything from this instant on has been read. */
  get readFrom(): number {
    return this.#readFrom;
  }

  get isDone(): boolean {
    return this.#readFrom <= this.#rangeStart;
  }

  /** The number of windows that are being read. */
  get windowsInFlight(): number {
    return this.#inFlight.unanswered;
  }

  /** Whether long windows take long. */
  get isSlow(): boolean {
    return this.#setup.behavior.responseTimes.longestWindow < Infinity;
  }

  /** The filters that the server was asked to apply. */
  get sent(): Iterable<string> {
    return this.#filters?.sent ?? [];
  }

  get narrowed(): Narrowed | undefined {
    return this.#filters?.narrowed;
  }

  /** Skips what `other` has read from `time` on. The list has its items from `listedFrom` on. */
  skipTo(time: number, other: LogCursor, listedFrom: number): void {
    if (this.#readFrom <= time) return;
    this.stop();
    [this.#readFrom, this.#early, this.#last] = [time, [], undefined];
    this.#overlap.skipTo(time, other.#overlap, listedFrom);
  }

  /** Makes the cursor read everything older than `time` again. */
  rewind(time: number): void {
    this.stop();
    this.#early = [];
    if (this.#readFrom >= time) return;
    [this.#readFrom, this.#items, this.#last] = [time, [], undefined];
    this.#overlap.rewind(time);
  }

  /** Ends the reading. Items that have been read can still be taken. */
  close(): void {
    this.#readFrom = this.#rangeStart;
    this.stop();
  }

  /** Aborts the requests. The cursor keeps what it has read. */
  stop(): void {
    this.#call?.abort();
    this.#inFlight.stopAll();
  }

  /** Items that have been read and not taken yet, newest first. */
  get waiting(): readonly AnswerItem[] {
    return this.#items;
  }

  /** Removes and returns the waiting items from `time` on, newest first. */
  take(time: number): AnswerItem[] {
    const older = this.#items.findIndex((item) => item.sortTime < time);
    return this.#items.splice(0, older < 0 ? this.#items.length : older);
  }

  /** Sends the next requests, waits for one answer, and takes the windows that are then complete. */
  async readOn(scope: RequestScope, step: CursorStep): Promise<void> {
    const signal = this.#beginCall(scope.signal);
    // After each wait, a newer call may have started to read the same windows.
    const isCurrent = () => !signal.aborted;
    this.#inFlight.removeStopped();
    await this.#filters?.decide(this.records, (key) => this.#recordsLeft(key, step), { ...scope, signal });
    if (!isCurrent()) throw createCanceledError();
    // A call that was aborted may have left windows that were read early.
    if (this.#early.length > 0) await this.#takeEarly(scope, isCurrent);
    this.#send(scope, step);
    if (this.#inFlight.spans.length === 0) return;
    await this.#inFlight.waitForOne();
    if (!isCurrent()) throw createCanceledError();
    const finished = this.#inFlight.takeFinished();
    this.finishedWindows += finished.length;
    for (const { result } of finished) if (result) this.#early.push(result);
    await this.#takeEarly(scope, isCurrent);
    // If an answer shows that long windows are slow, the cursor requests shorter ones.
    const { responseTimes } = this.#setup.behavior;
    this.#inFlight.stopWhere((span) => responseTimes.isTooSlow(span.until - span.from));
    for (const { error, isOptional, isFailureReported } of finished) {
      if (error === undefined || isOptional || isFailureReported) continue;
      if (error instanceof Paused || error instanceof Overdue) continue;
      this.#inFlight.noteFailureReported();
      throw error;
    }
  }

  /** Aborts the previous call and returns the signal of this one. */
  #beginCall(signal: AbortSignal): AbortSignal {
    this.#call?.abort();
    const call = (this.#call = new AbortController());
    if (signal.aborted) call.abort();
    signal.addEventListener("abort", () => call.abort(signal.reason), { once: true, signal: call.signal });
    return call.signal;
  }

  /** The number of records that the rest of the range probably has; 0 if nothing was read with these filters. */
  #recordsLeft(filterKey: string, { backTo }: CursorStep): number {
    if (!this.#sizes.isMeasured || this.#filterKey !== filterKey) return 0;
    return this.#sizes.density * (this.#readFrom - Math.max(this.#rangeStart, backTo));
  }

  /** Uses slots that have become free while the cursor waits for an answer. */
  sendMore(scope: RequestScope, step: CursorStep): void {
    if (this.windowsInFlight > 0) this.#send(scope, step);
  }

  #send(scope: RequestScope, { slots, wantedRecords, backTo }: CursorStep): void {
    const { behavior } = this.#setup;
    const filters = this.#filters;
    // The first round shows how the server behaves, which decides what to request next.
    if (this.#inFlight.hasOptional) return;
    const plan = filters?.plan() ?? NO_FILTERS;
    if (filters) {
      const filterKey = filters.createKey(plan.sent, filters.spellings);
      if (filterKey !== this.#filterKey) this.#sizes = this.#sizes.withShare(filters.findShare(this.records));
      this.#filterKey = filterKey;
    }
    const inFlight = this.#inFlight.spans;
    const isFirst = this.finishedWindows === 0 && inFlight.length === 0 && behavior.order === "unknown";
    const spans = planWindows({
      readFrom: this.#readFrom,
      backTo: Math.max(this.#rangeStart, backTo),
      isWholeRange: backTo <= this.#rangeStart,
      early: this.#early.map(({ span }) => span),
      inFlight,
      slots: isFirst ? 1 : slots - inFlight.length,
      isNewestFirst: behavior.order === "descending",
      longest: Math.min(behavior.windowLengths.longest, behavior.responseTimes.longestWindow),
      cap: behavior.cap,
      wantedRecords,
      sizes: this.#sizes,
    });
    for (const span of [...this.#rereads.splice(0), ...spans]) this.#startWindow(span, plan, scope);
    const [first] = spans;
    if (!isFirst || !first) return;
    const wide = planFirstWide(first, this.#rangeStart);
    if (wide) this.#startWindow(wide, NO_FILTERS, scope, true);
  }

  /** @param isOptional the cursor continues if this window fails */
  #startWindow(span: Span, plan: SendPlan, scope: RequestScope, isOptional = false): void {
    const read = async (own: RequestScope): Promise<ParallelWindow> => {
      const spellings = this.#filters?.spellings;
      const startedAt = (this.#ticks += 1);
      const [result, sent] = await this.#windows.read(span, plan, spellings, own);
      const endedAt = (this.#ticks += 1);
      const isRefused = sent !== plan.sent;
      if (isRefused) this.#filters?.noteRefused();
      return { ...result, requested: span, startedAt, endedAt, sent, spellings: isRefused ? undefined : spellings };
    };
    this.#inFlight.start(span, scope, read, isOptional);
  }

  /** Takes all windows that adjoin what has been read. */
  async #takeEarly(scope: RequestScope, isCurrent: () => boolean): Promise<void> {
    for (;;) {
      const next = this.#early.find(({ span }) => span.until >= this.#readFrom && span.from < this.#readFrom);
      if (!next) break;
      this.#early = this.#early.filter((one) => one !== next);
      if (this.#agrees(next)) await this.#takeWindow(next, scope, isCurrent);
    }
    this.#early = this.#early.filter(({ span }) => span.from < this.#readFrom);
  }

  /** Whether a window agrees with the last one about the time that both have. If not, the window is read again. */
  #agrees(window: ParallelWindow): boolean {
    const result = this.#last ? compareWindows(window, this.#last) : "agree";
    if (result === "new-record") this.#rereads.push(window.requested);
    if (result === "contradiction") {
      const { behavior } = this.#setup;
      behavior.order = "mixed";
      behavior.capChanges = true;
      this.isDoubtful = this.#readFrom < this.#rangeEnd;
      this.#early = [];
      this.#last = undefined;
      this.#inFlight.stopAll();
    }
    return result === "agree";
  }

  async #takeWindow(window: ParallelWindow, scope: RequestScope, isCurrent: () => boolean): Promise<void> {
    if (this.#overlap.needsCode(window)) await this.#overlap.load();
    if (!isCurrent()) this.#giveBack(window);
    const part = this.#overlap.cut(window, this.#readFrom);
    if (!part) return;
    const { span, sent, spellings } = part;
    const isCut = span.until < window.span.until;
    const repeated = isCut
      ? new Map<string, number>()
      : await this.#overlap.countRepeated(part, [...sent.values()], scope);
    if (!isCurrent()) this.#giveBack(window);
    const taken = this.#overlap.take(part, repeated);
    this.isDoubtful ||= this.#overlap.isDoubtful;
    this.#filters?.noteWindow(part, sent, spellings);
    this.records += taken.length;
    this.outside += window.outside;
    if (window.cut) this.cut.push({ span, atLeast: taken.length });
    for (const item of taken) this.#items.push(item);
    // The last window may start before the range. Two logs that are done must have the same `readFrom`.
    this.#readFrom = Math.max(this.#rangeStart, span.from);
    this.#last = window;
    if (this.isDone) this.#inFlight.stopAll();
    const filterKey = this.#filters?.createKey(sent, spellings) ?? "";
    if (filterKey === this.#filterKey) this.#sizes.note(span, part.items.length);
  }

  /** A newer call takes the window. */
  #giveBack(window: ParallelWindow): never {
    this.#early.push(window);
    throw createCanceledError();
  }
}
