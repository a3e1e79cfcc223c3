import type { Span } from "../domain/coverage.js";
import { AuditLogError } from "../domain/errors.js";
import type { AuditFilters, TextFilter } from "../domain/filters.js";
import { contentKey } from "../domain/parameter-text.js";
import type { Placed } from "./answer.js";
import { count } from "./count.js";
import { isRefusal, toAuditLogError } from "./error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import type { RequestScope } from "./asker.js";
import { Narrower } from "./narrower.js";
import { planFilters, type SendFilters, type SendPlan } from "./send-plan.js";
import type { Narrowing, SpelledFilter } from "./spellings.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** The first window; where it is sparse, the next ones grow. */
const FIRST_WINDOW = 4 * HOUR;
/** Records that a window is sized for: enough for several pages, few enough to come quickly. */
const TARGET = 400;
/** Once several windows were read for one page, few of their records match: then more is worth waiting for. */
const SCANNING_TARGET = 800;
const WINDOWS_BEFORE_SCANNING = 3;
/** Four hours and five times as long are a day: a long range begins no other way than a day does. */
const LARGEST_STEP = 5;

export interface LegSetup {
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
 * One endpoint of the server, read from its newest record to its oldest in half-open windows that never overlap. A window
 * that fails changes nothing: it is read again.
 */
export class Leg {
  readonly #setup: LegSetup;
  readonly #from: number;
  /** Everything from here on has been read. */
  #edge: number;
  #window: number;
  #windows = 0;
  /** Read, not taken yet; newest first. */
  #items: Placed[] = [];
  /** Items without a readable time at the older edge of the window read last, by content. */
  #atEdge = new Map<string, number>();

  readonly #narrower: Narrower;

  narrowed: Narrowed | undefined;
  /** Items read within the range. */
  records = 0;
  /** Items that came although their time lies outside of what was asked. */
  outside = 0;
  /** Filters that the server was asked to apply. */
  readonly sent = new Set<TextFilter | "actions" | "objects">();
  readonly cut: { span: Span; atLeast: number }[] = [];

  constructor(setup: LegSetup) {
    this.#setup = setup;
    // Windows lie on whole seconds, the API's resolution; what a second holds beyond the range is dropped.
    this.#from = Math.floor(setup.range.from / SECOND) * SECOND;
    this.#edge = Math.ceil(setup.range.until / SECOND) * SECOND;
    this.#window = setup.firstWindow ?? FIRST_WINDOW;
    this.#narrower = new Narrower(setup);
  }

  get edge(): number {
    return this.#edge;
  }

  get isDone(): boolean {
    return this.#edge <= this.#from;
  }

  /** Leaves out what is newer than `place`. */
  skipTo(place: number): void {
    this.#edge = Math.min(this.#edge, place);
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
    await this.#narrower.decide(this.records, [...plan.sent.values()], scope);
    const read = await this.#readNewest(plan, scope);
    const doubled = await this.#doubled(read, plan, scope);
    // Whoever gave it up may have begun another read of the same window, and would count its records twice.
    if (scope.signal.aborted) throw new AuditLogError("aborted", "The search was canceled.");
    const taken = this.#keep(read, doubled);
    this.#narrower.compare(read);
    this.#noteNarrowing(this.#edge);
    this.records += taken.length;
    this.outside += read.outside;
    if (read.cut) this.cut.push({ span: read.span, atLeast: taken.length });
    for (const item of taken) this.#items.push(item);
    this.#edge = read.span.from;
    this.#windows += 1;
    const target = this.#windows > WINDOWS_BEFORE_SCANNING ? SCANNING_TARGET : TARGET;
    this.#window = nextWindow(read.span, read.items.length, target, this.#setup.habits.cap);
  }

  /** Asks for a shorter window where a long one fails, and without filters where the server refuses them. */
  async #readNewest(plan: SendPlan, scope: RequestScope): Promise<WindowRead> {
    const { habits, windows } = this.#setup;
    const longest = habits.longestWindow;
    const params = [...plan.sent.values()];
    for (;;) {
      const length = Math.min(this.#window, habits.longestWindow);
      const asked = { from: Math.max(this.#from, this.#edge - length), until: this.#edge };
      try {
        const read = await this.#narrower.read(asked, params, scope);
        for (const field of plan.sent.keys()) this.sent.add(field);
        return read;
      } catch (error) {
        const isLong = asked.until - asked.from > DAY && mayBeTooLong(error);
        if (isLong) habits.longestWindow = Math.max(DAY, (asked.until - asked.from) / 4);
        if (isLong && isRefusal(error)) continue;
        const names = [...params, ...(this.#narrower.narrowing?.alternatives[0] ?? [])].map(({ name }) => name);
        if (names.length === 0 || !isRefusal(error)) throw error;
        const read = await windows.readNewest(
          { ...asked, from: Math.max(asked.from, asked.until - FIRST_WINDOW) },
          [],
          scope,
        );
        // It takes the request without them: it is the filters that it refuses, and not the length.
        habits.longestWindow = longest;
        for (const name of names) habits.refused.add(name);
        this.#narrower.drop();
        return read;
      }
    }
  }

  /** Once something was read so, it is told. */
  #noteNarrowing(until: number): void {
    const { narrowing } = this.#narrower;
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
    let learned = false;
    for (const field of plan.undecided) {
      learned = (await windows.probeCase(field, scope)) || learned;
    }
    return learned ? planFilters(filters, sendFilters, habits) : plan;
  }

  /** The items of a window that belong to the search, each once. */
  #keep(read: WindowRead, doubled: Map<string, number>): Placed[] {
    const { from, until } = this.#setup.range;
    const { span } = read;
    const atEdge = new Map<string, number>();
    const kept = read.items.filter((item) => {
      if (item.time !== null) return item.place >= from && item.place < until;
      const key = contentKey(item.raw);
      if (item.older === undefined || item.older < span.from + SECOND) count(atEdge, key);
      if (!isAtNewerEdge(item, span) || (doubled.get(key) ?? 0) === 0) return true;
      count(doubled, key, -1);
      return false;
    });
    this.#atEdge = atEdge;
    return kept;
  }

  /**
   * How often items without a readable time were read with the window before already. One that stands at the edge of both
   * can come in both, or be another one that is alike: what both had to answer, the second of grace, tells.
   */
  async #doubled({ items, span }: WindowRead, plan: SendPlan, scope: RequestScope): Promise<Map<string, number>> {
    const doubled = new Map<string, number>();
    const isDoubtful = items.some(
      (item) => item.time === null && isAtNewerEdge(item, span) && this.#atEdge.has(contentKey(item.raw)),
    );
    if (!isDoubtful) return doubled;
    const both = await this.#setup.windows.overlap(span.until, [...plan.sent.values()], scope);
    for (const { raw, time } of both) {
      const key = contentKey(raw);
      if (time === null && this.#atEdge.has(key)) count(doubled, key);
    }
    return doubled;
  }
}

function isAtNewerEdge({ newer }: Placed, span: Span): boolean {
  return newer === undefined || newer >= span.until - SECOND;
}

/** A gateway's time-out, and one of ours, tell of a long search; other failures of a server do not. */
function mayBeTooLong(error: unknown): boolean {
  const { kind, status } = toAuditLogError(error);
  return kind === "bad-request" || kind === "timeout" || status === 504;
}

/**
 * Sized by the density just seen: grows where it is sparse, shrinks where it is dense.
 *
 * @param target how many records are wanted
 * @param cap how many records the server gives at the most, 0 when that is not known
 */
function nextWindow(span: Span, records: number, target: number, cap: number): number {
  const length = span.until - span.from;
  const most = cap > 0 ? Math.min(target, cap / 2) : target;
  const factor = Math.min(LARGEST_STEP, most / Math.max(records, 1));
  return Math.max(SECOND, Math.round((length * factor) / SECOND) * SECOND);
}
