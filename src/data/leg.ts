import type { Span } from "../domain/coverage.js";
import type { AuditFilters, TextFilter } from "../domain/filters.js";
import { parameterText } from "../domain/parameter-text.js";
import type { Placed } from "./answer.js";
import type { EndpointHabits } from "./habits.js";
import { planFilters, type SendFilters, type SendPlan } from "./send-plan.js";
import type { RequestScope, WindowRead, WindowReader } from "./window-reader.js";
import { FILTER_PARAMS } from "./wire.js";

const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** The first window; where it is sparse, the next ones grow. */
const FIRST_WINDOW = 4 * HOUR;
/** Records that a window is sized for: enough for several pages, few enough to come quickly. */
const TARGET = 400;
const LARGEST_STEP = 8;

export interface LegSetup {
  readonly windows: WindowReader;
  readonly habits: EndpointHabits;
  readonly filters: AuditFilters;
  readonly sendFilters: SendFilters;
  /** The instants that belong to the search. */
  readonly range: Span;
}

/**
 * One endpoint of the server, read from its newest record to its oldest in half-open windows that never overlap. A window
 * that fails changes nothing: it is read again.
 */
export class Leg {
  readonly #setup: LegSetup;
  readonly #from: number;
  /** Everything from here on has been read. */
  #edge: number;
  #window = FIRST_WINDOW;
  /** Read, not taken yet; newest first. */
  #items: Placed[] = [];
  #undatedBefore = new Map<string, number>();

  /** Items read within the range. */
  records = 0;
  /** Items that came although their time lies outside of what was asked. */
  outside = 0;
  /** Filters that the server was asked to apply. */
  readonly sent = new Set<TextFilter>();
  readonly cut: { span: Span; atLeast: number }[] = [];

  constructor(setup: LegSetup) {
    this.#setup = setup;
    // Windows lie on whole seconds, the API's resolution; what a second holds beyond the range is dropped.
    this.#from = Math.floor(setup.range.from / SECOND) * SECOND;
    this.#edge = Math.ceil(setup.range.until / SECOND) * SECOND;
  }

  get edge(): number {
    return this.#edge;
  }

  get isDone(): boolean {
    return this.#edge <= this.#from;
  }

  /** Reads no further; what was read can still be taken. */
  close(): void {
    this.#edge = this.#from;
  }

  /** The items from `place` on that were not taken yet, newest first. */
  take(place: number): Placed[] {
    const older = this.#items.findIndex((item) => item.place < place);
    const count = older < 0 ? this.#items.length : older;
    return this.#items.splice(0, count);
  }

  async readWindow(scope: RequestScope): Promise<void> {
    const plan = await this.#plan(scope);
    const asked = { from: Math.max(this.#from, this.#edge - this.#window), until: this.#edge };
    const read = await this.#setup.windows.readNewest(asked, plan, scope);
    for (const field of plan.sent.keys()) this.sent.add(field);
    const taken = this.#keep(read);
    this.records += taken.length;
    this.outside += read.outside;
    if (read.cut) this.cut.push({ span: read.span, atLeast: taken.length });
    for (const item of taken) this.#items.push(item);
    this.#edge = read.span.from;
    this.#window = nextWindow(read.span, read.items.length);
  }

  /** Which filters to send; the first time it matters, the server is asked whether it ignores letter case. */
  async #plan(scope: RequestScope): Promise<SendPlan> {
    const { filters, sendFilters, habits, windows } = this.#setup;
    const plan = planFilters(filters, sendFilters, habits);
    let learned = false;
    for (const field of plan.undecided) {
      learned = (await windows.probeCase(FILTER_PARAMS[field]!, scope)) || learned;
    }
    return learned ? planFilters(filters, sendFilters, habits) : plan;
  }

  /**
   * The items of a window that belong to the search. One without a readable time that lies near an edge can come in both
   * windows; the one read before has it already.
   */
  #keep(read: WindowRead): Placed[] {
    const { from, until } = this.#setup.range;
    const undated = new Map<string, number>();
    const kept = read.items.filter(({ event, raw, place }) => {
      if (place < from || place >= until) return false;
      if (event && event.time !== null) return true;
      const key = parameterText(raw);
      const before = this.#undatedBefore.get(key) ?? 0;
      if (before > 0) {
        this.#undatedBefore.set(key, before - 1);
        return false;
      }
      undated.set(key, (undated.get(key) ?? 0) + 1);
      return true;
    });
    this.#undatedBefore = undated;
    return kept;
  }
}

/** Sized by the density just seen: grows where it is sparse, shrinks where it is dense. */
function nextWindow(span: Span, records: number): number {
  const length = span.until - span.from;
  const factor = Math.min(LARGEST_STEP, TARGET / Math.max(records, 1));
  return Math.max(SECOND, Math.round((length * factor) / SECOND) * SECOND);
}
