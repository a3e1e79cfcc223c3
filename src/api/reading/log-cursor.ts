import type { Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { TextFilter } from "../../core/fields.js";
import type { AuditFilters } from "../../core/filters/filters.js";
import type { Placed } from "../records/answer.js";
import { Overdue } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { WindowInFlight } from "./in-flight.js";
import { lacksOf, type EarlyWindow } from "./early-window.js";
import type { EndpointHabits } from "../server/habits.js";
import { Narrower } from "../server/narrower.js";
import { FIRST_WINDOW, PartReader } from "./part-reader.js";
import { Overlap } from "./overlap.js";
import { planFilters, type SendFilters, type SendPlan } from "../server/send-plan.js";
import type { CursorStep } from "./cursor-step.js";
import type { Narrowing, SpelledFilter } from "../server/spellings.js";
import { Paused } from "./second-reader.js";
import type { WindowReader } from "./window-reader.js";
import { planWindows, WindowSizes } from "./window-sizes.js";

const SECOND = 1000;

/** So much longer is the window that is asked for beside the very first one. */
const WIDER = 6;

export interface LogCursorSetup {
  readonly windows: WindowReader;
  readonly habits: EndpointHabits;
  readonly filters: AuditFilters;
  readonly sendFilters: SendFilters;
  readonly spelled: SpelledFilter;
  /** The instants that belong to the search. */
  readonly range: Span;
  /** The length of the first window, in milliseconds, where there is a reason for another than the usual one. */
  readonly firstWindow?: number | undefined;
}

/** From where on back in time the server was asked for some spellings of actions and objects alone. */
export interface Narrowed extends Pick<Narrowing, "actions" | "objects"> {
  readonly until: number;
}

/**
 * One endpoint of the server, read from its newest record to its oldest. Windows are read side by side, and taken in order:
 * each begins where the one before it was proven to end. What is read ahead waits until the time before it has been read. A
 * window that fails changes nothing: it is read again.
 */
export class LogCursor {
  readonly #setup: LogCursorSetup;
  readonly #from: number;
  /** Everything from here on has been read. */
  #edge: number;
  #sizes: WindowSizes;
  /** What the windows that they tell of were asked for. */
  #kind = "";
  #flights: WindowInFlight<EarlyWindow>[] = [];
  /** The call that reads on now. */
  #turn: AbortController | undefined;
  /** Read, but not next to the edge yet. */
  #held: EarlyWindow[] = [];
  #last: EarlyWindow | undefined;
  /** Windows whose answer did not agree with another one of the same moment. */
  #again: Span[] = [];
  #clock = 0;
  /** Read, not taken yet; newest first. */
  #items: Placed[] = [];
  readonly #seam: Overlap;

  readonly #narrower: Narrower;
  readonly #parts: PartReader;

  narrowed: Narrowed | undefined;
  /** Items read within the range. */
  records = 0;
  /** Items that came although their time lies outside of what was asked. */
  outside = 0;
  /** Answers contradicted each other: what was read before may lack records. */
  isDoubtful = false;
  /** Windows that were answered or failed. */
  turns = 0;
  /** Filters that the server was asked to apply. */
  readonly sent = new Set<TextFilter | "actions" | "objects">();
  readonly cut: { span: Span; atLeast: number }[] = [];

  constructor(setup: LogCursorSetup) {
    this.#setup = setup;
    // Windows lie on whole seconds, the API's resolution; what a second holds beyond the range is dropped.
    this.#from = Math.floor(setup.range.from / SECOND) * SECOND;
    this.#edge = Math.ceil(setup.range.until / SECOND) * SECOND;
    this.#sizes = new WindowSizes(setup.firstWindow ?? FIRST_WINDOW);
    this.#narrower = new Narrower(setup);
    this.#parts = new PartReader(setup, this.#narrower);
    this.#seam = new Overlap(setup.range, setup.windows);
  }

  get edge(): number {
    return this.#edge;
  }

  get isDone(): boolean {
    return this.#edge <= this.#from;
  }

  /** How many windows are being read. */
  get underWay(): number {
    return this.#flights.filter(({ isOver }) => !isOver).length;
  }

  /** Long windows take long. */
  get isSlow(): boolean {
    return this.#setup.habits.pace.longest < Infinity;
  }

  /** Leaves out what is newer than `place`. */
  skipTo(place: number): void {
    this.#edge = Math.min(this.#edge, place);
  }

  /** Reads again what is older than `place`. */
  rewind(place: number): void {
    // What was read ahead is older.
    this.stop();
    this.#held = [];
    if (this.#edge >= place) return;
    [this.#edge, this.#items, this.#last] = [place, [], undefined];
    this.#seam.forget();
  }

  /** Reads no further; what was read can still be taken. */
  close(): void {
    this.#edge = this.#from;
    this.stop();
  }

  /** Gives up what is under way. What was read is kept. */
  stop(): void {
    this.#turn?.abort();
    this.#letGo();
  }

  #letGo(): void {
    for (const flight of this.#flights) flight.stop();
    this.#flights = [];
  }

  /** What was read and not taken yet, newest first. */
  get waiting(): readonly Placed[] {
    return this.#items;
  }

  /** The items from `place` on that were not taken yet, newest first. */
  take(place: number): Placed[] {
    const older = this.#items.findIndex((item) => item.place < place);
    const count = older < 0 ? this.#items.length : older;
    return this.#items.splice(0, count);
  }

  /** Sends what is to be asked for now, waits for one answer, and takes what can be taken then. */
  async readOn(scope: RequestScope, turn: CursorStep): Promise<void> {
    const own = this.#begin(scope.signal);
    // Whoever gave it up may have begun another read of the same window.
    const isCurrent = () => !own.aborted;
    // What another reading began and gave up.
    this.#flights = this.#flights.filter(({ isStopped }) => !isStopped);
    await this.#decide({ ...scope, signal: own }, turn);
    if (!isCurrent()) throw given();
    // What a call before this one had, and was given up.
    if (this.#held.length > 0) await this.#takeHeld(scope, isCurrent);
    this.#send(scope, turn);
    if (this.#flights.length === 0) return;
    await Promise.race(this.#flights.map(({ ended }) => ended));
    if (!isCurrent()) throw given();
    const ended = this.#flights.filter(({ isOver }) => isOver);
    this.#flights = this.#flights.filter(({ isOver }) => !isOver);
    this.turns += ended.length;
    for (const { result } of ended) if (result) this.#held.push(result);
    await this.#takeHeld(scope, isCurrent);
    this.#giveUpSlow();
    for (const { error, isExtra, isForgiven } of ended) {
      if (error === undefined || isExtra || isForgiven || error instanceof Paused || error instanceof Overdue) continue;
      for (const flight of this.#flights) flight.isForgiven = true;
      throw error;
    }
  }

  /** Only the call begun last goes on. */
  #begin(signal: AbortSignal): AbortSignal {
    this.#turn?.abort();
    const turn = (this.#turn = new AbortController());
    if (signal.aborted) turn.abort();
    signal.addEventListener("abort", () => turn.abort(signal.reason), { once: true, signal: turn.signal });
    return turn.signal;
  }

  /** Finds out which filters can be sent, and whether to ask for some actions and objects alone. */
  async #decide(scope: RequestScope, { back }: CursorStep): Promise<void> {
    const plan = await this.#plan(scope);
    const isKnown = this.#sizes.isMeasured && this.#kind === kindOf(plan.sent, this.#narrower.narrowing);
    const left = isKnown ? this.#sizes.density * (this.#edge - Math.max(this.#from, back)) : 0;
    try {
      await this.#narrower.decide(this.records, left, [...plan.sent.values()], scope);
    } catch (error) {
      // The budget ended meanwhile: it is decided later.
      if (!(error instanceof Paused)) throw error;
    }
  }

  /** Uses the places that have become free while it waits for an answer. */
  sendMore(scope: RequestScope, turn: CursorStep): void {
    if (this.underWay > 0) this.#send(scope, turn);
  }

  #send(scope: RequestScope, { places, wanted, back }: CursorStep): void {
    const { filters, sendFilters, habits } = this.#setup;
    // What the first round shows of the server decides what to ask for next.
    if (this.#flights.some(({ isExtra }) => isExtra)) return;
    const plan = planFilters(filters, sendFilters, habits);
    const kind = kindOf(plan.sent, this.#narrower.narrowing);
    if (kind !== this.#kind)
      this.#sizes = this.#sizes.anew(this.#narrower.narrowing ? this.#narrower.share(this.records) : 1);
    this.#kind = kind;
    const isFirst = this.turns === 0 && this.#flights.length === 0 && habits.order === "unknown";
    const spans = planWindows({
      edge: this.#edge,
      from: Math.max(this.#from, back),
      isWholeRange: back <= this.#from,
      read: this.#held.map(({ span }) => span),
      underWay: this.#flights.map(({ span }) => span),
      places: isFirst ? 1 : places - this.#flights.length,
      isNewestFirst: habits.order === "descending",
      longest: Math.min(habits.lengths.longest, habits.pace.longest),
      cap: habits.cap,
      wanted,
      sizes: this.#sizes,
    });
    for (const span of [...this.#again.splice(0), ...spans]) this.#launch(span, plan, scope);
    const [first] = spans;
    if (!isFirst || !first) return;
    // A wider one beside it shows in which order the server answers, and that it does so wherever it cuts.
    const wide = { from: Math.max(this.#from, first.until - WIDER * (first.until - first.from)), until: first.until };
    if (wide.from < first.from) this.#launch(wide, { sent: new Map(), undecided: [] }, scope, true);
  }

  /** @param isExtra the reading goes on without it where it fails */
  #launch(span: Span, plan: SendPlan, scope: RequestScope, isExtra = false): void {
    const read = async (own: RequestScope): Promise<EarlyWindow> => {
      const { narrowing } = this.#narrower;
      const begun = (this.#clock += 1);
      const [result, sent] = await this.#parts.read(span, plan, own);
      const ended = (this.#clock += 1);
      return { ...result, asked: span, begun, ended, sent, narrowing: sent === plan.sent ? narrowing : undefined };
    };
    this.#flights.push(new WindowInFlight(span, scope, read, isExtra));
  }

  /** What another answer has shown to take too long is asked for in shorter windows. */
  #giveUpSlow(): void {
    const { pace } = this.#setup.habits;
    for (const flight of this.#flights) if (pace.isTooSlow(flight.span.until - flight.span.from)) flight.stop();
    this.#flights = this.#flights.filter(({ isStopped }) => !isStopped);
  }

  /** Takes whatever lies next to the edge. */
  async #takeHeld(scope: RequestScope, isCurrent: () => boolean): Promise<void> {
    for (;;) {
      const next = this.#held.find(({ span }) => span.until >= this.#edge && span.from < this.#edge);
      if (!next) break;
      this.#held = this.#held.filter((one) => one !== next);
      if (this.#agrees(next)) await this.#takeWindow(next, scope, isCurrent);
    }
    this.#held = this.#held.filter(({ span }) => span.from < this.#edge);
  }

  /**
   * Whether a window has what the one before it was answered of the same time, and the other way round. Of two that were asked at
   * the same time one may lack a record that has just come: then this one is asked for again. Otherwise the server does not sort,
   * or does not cut, as it seemed to: all that was read ahead is let go.
   */
  #agrees(read: EarlyWindow): boolean {
    const last = this.#last;
    if (!last) return true;
    const disputes = [
      [read, last],
      [last, read],
    ] as const;
    const found = disputes.filter(([whole, part]) => lacksOf(whole, part));
    if (found.length === 0) return true;
    if (found.some(([whole, part]) => whole.begun > part.ended)) {
      const { habits, range } = this.#setup;
      habits.order = "mixed";
      habits.capChanges = true;
      this.isDoubtful = this.#edge < Math.ceil(range.until / SECOND) * SECOND;
      this.#held = [];
      this.#last = undefined;
      this.#letGo();
    } else this.#again.push(read.asked);
    return false;
  }

  async #takeWindow(read: EarlyWindow, scope: RequestScope, isCurrent: () => boolean): Promise<void> {
    const span = { from: read.span.from, until: Math.min(read.span.until, this.#edge) };
    const isBeyond = read.span.until > span.until;
    // A wall time that comes twice may be taken for another hour in another window: only windows that do not overlap are right.
    if (isBeyond && (read.items.some(({ comesTwice }) => comesTwice) || this.#seam.isUnclear(read))) return;
    const part = { ...read, span, items: isBeyond ? this.#seam.olderOf(read, this.#edge) : read.items };
    const doubled = isBeyond
      ? new Map<string, number>()
      : await this.#seam.doubled(part, [...part.sent.values()], scope);
    if (!isCurrent()) {
      this.#held.push(read);
      throw given();
    }
    const taken = this.#seam.take(part, doubled);
    if (!read.narrowing) this.#narrower.compare(part);
    this.#noteSent(read, span.until);
    this.records += taken.length;
    this.outside += read.outside;
    if (read.cut) this.cut.push({ span, atLeast: taken.length });
    for (const item of taken) this.#items.push(item);
    // The last window may go on beyond the range: two logs that have been read are read equally far.
    this.#edge = Math.max(this.#from, span.from);
    this.#last = read;
    if (this.isDone) this.#letGo();
    if (kindOf(read.sent, read.narrowing) === this.#kind) this.#sizes.note(span, part.items.length);
  }

  /** Once something was read so, it is told. */
  #noteSent({ sent, narrowing }: EarlyWindow, until: number): void {
    for (const field of sent.keys()) this.sent.add(field);
    if (!narrowing) return;
    const { actions, objects } = narrowing;
    this.narrowed ??= { until, actions, objects };
    if (actions.length > 0) this.sent.add("actions");
    if (objects.length > 0) this.sent.add("objects");
  }

  /** Which filters to send; the first time it matters, the server is asked whether it ignores letter case. */
  async #plan(scope: RequestScope): Promise<SendPlan> {
    const { filters, sendFilters, habits, windows } = this.#setup;
    const plan = planFilters(filters, sendFilters, habits);
    const learned = await Promise.all(plan.undecided.map((field) => windows.probeCase(field, scope)));
    return learned.some(Boolean) ? planFilters(filters, sendFilters, habits) : plan;
  }
}

function given(): AuditLogError {
  return new AuditLogError("aborted", "The search was canceled.");
}

function kindOf(sent: SendPlan["sent"], narrowing: Narrowing | undefined): string {
  return JSON.stringify([[...sent.keys()], narrowing?.alternatives]);
}
