import type { Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { straddles, type Placed } from "../records/answer.js";
import type { RequestScope } from "../transport/request-scope.js";
import { count } from "../records/count.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import { Merger } from "../records/merge.js";
import type { Param, SendFilters } from "./send-plan.js";
import type { Narrowing, SpelledFilter } from "./spellings.js";
import type { WindowRead, WindowReader } from "../reading/window-reader.js";
import { NARROWING } from "../records/wire.js";

/**
 * Records that are read whole, whatever action or object is looked for, before the server is asked for those alone: so many show
 * the spellings that a server uses besides the usual ones.
 */
const READ_WHOLE = 2000;
/** Where so few records are left, reading them all costs no more than finding out how to ask for some. */
const FEW_LEFT = 700;
/** How few of them, for each request that it takes, make that worth while: one in so many. */
const FEW = 4;

interface NarrowerSetup {
  readonly windows: WindowReader;
  readonly habits: EndpointHabits;
  readonly spelled: SpelledFilter;
  readonly sendFilters: SendFilters;
}

/**
 * Asks for the wanted actions and objects alone, where that saves much and the server was seen to answer every one of a
 * window that was read whole before; where the page says so, from the start and without that.
 */
export class Narrower {
  readonly #setup: NarrowerSetup;
  #isOpen: boolean;
  #narrowing: Narrowing | undefined;
  /** Records read whole that have a wanted action and object. */
  #fitting = 0;
  /** The newest window that has any, and how often it has each. */
  #sample: { readonly span: Span; readonly counts: ReadonlyMap<string, number> } | undefined;

  constructor(setup: NarrowerSetup) {
    this.#setup = setup;
    this.#isOpen = setup.sendFilters !== "never" && setup.spelled.fields.length > 0;
  }

  /** What is asked for; undefined while that is everything. */
  get narrowing(): Narrowing | undefined {
    return this.#narrowing;
  }

  /**
   * How much of what was read has a wanted action and object.
   *
   * @param records how many were read
   */
  share(records: number): number {
    return records > 0 ? this.#fitting / records : 1;
  }

  drop(): void {
    this.#narrowing = undefined;
  }

  /**
   * Decides whether to ask for less from here on: as soon as one window that was read whole can prove it.
   *
   * @param records how many were read so far
   * @param left how many more there may be
   * @param params what is sent besides
   */
  async decide(records: number, left: number, params: readonly Param[], scope: RequestScope): Promise<void> {
    if (!this.#isOpen || this.#narrowing) return;
    const { spelled, habits, sendFilters, windows } = this.#setup;
    const isTold = sendFilters === "always";
    const isRare = (requests: number) => this.#fitting * FEW * requests <= records;
    if (!isTold && (records < READ_WHOLE || left < FEW_LEFT || !this.#sample || !isRare(1))) return;
    if (!spelled.narrowing()) return;
    for (const field of spelled.fields) {
      if (!habits.ignoresCase.has(NARROWING[field])) await windows.probeCase(field, scope);
    }
    const narrowing = spelled.narrowing();
    if (!narrowing || (!isTold && !isRare(narrowing.alternatives.length))) return;
    const key = JSON.stringify(narrowing.alternatives);
    if (!isTold && !habits.verified.has(key)) {
      this.#isOpen = await this.#verify(narrowing, params, scope);
      if (!this.#isOpen) return;
      habits.verified.add(key);
    }
    this.#narrowing = narrowing;
  }

  /** Counts what a window read whole holds of the wanted actions and objects. */
  compare(read: WindowRead): void {
    if (!this.#isOpen || this.#narrowing) return;
    const fitting = read.items.filter(({ original }) => original && this.#setup.spelled.matches(original));
    this.#fitting += fitting.length;
    if (this.#sample || fitting.length === 0) return;
    const counts = new Map<string, number>();
    for (const { raw } of fitting) count(counts, contentKey(raw));
    this.#sample = { span: read.span, counts };
  }

  read(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    return this.#narrowing
      ? this.#readNarrowed(span, params, this.#narrowing, scope)
      : this.#setup.windows.read(span, params, scope);
  }

  /** One request for each spelling; what all of their answers cover is read. */
  async #readNarrowed(
    span: Span,
    params: readonly Param[],
    { alternatives }: Narrowing,
    scope: RequestScope,
  ): Promise<WindowRead> {
    const { windows } = this.#setup;
    const ask = (asked: Span, spelling: readonly Param[]) => windows.read(asked, [...params, ...spelling], scope);
    const reads = await Promise.all(alternatives.map((spelling) => ask(span, spelling)));
    for (;;) {
      const part = {
        from: Math.max(...reads.map((read) => read.span.from)),
        until: Math.min(...reads.map((read) => read.span.until)),
      };
      const unclear = reads.findIndex(({ span: own, items }) =>
        [part.from, part.until].some(
          (edge) => own.from < edge && own.until > edge && items.some((item) => straddles(edge, item)),
        ),
      );
      if (unclear === -1) return this.#merged(part, reads);
      // On which side of the edge it is can only be told by asking for one.
      reads[unclear] = await ask(part, alternatives[unclear]!);
    }
  }

  #merged(span: Span, reads: readonly WindowRead[]): WindowRead {
    const isInside = ({ place }: Placed) => place >= span.from && place < span.until;
    return {
      span,
      askedUntil: Math.min(span.until, Math.max(...reads.map(({ askedUntil }) => askedUntil))),
      // A server that compares loosely answers one record to several spellings.
      items: new Merger().merge(reads.map(({ items }) => items.filter(isInside))),
      rest: [],
      outside: Math.max(...reads.map(({ outside }) => outside)),
      cut: reads.some(({ cut, span: own }) => cut && own.from === span.from),
    };
  }

  /** Whether the server answers everything that a window read whole is known to hold. */
  async #verify(narrowing: Narrowing, params: readonly Param[], scope: RequestScope): Promise<boolean> {
    const { span, counts } = this.#sample!;
    const left = new Map(counts);
    try {
      const read = (part: Span) => this.#readNarrowed(part, params, narrowing, scope);
      for (const { raw } of await this.#setup.windows.readAll(span, read)) count(left, contentKey(raw), -1);
    } catch (error) {
      // A server that refuses to be asked so is asked for everything.
      if (!isRefusal(error)) throw error;
      return false;
    }
    return [...left.values()].every((lack) => lack <= 0);
  }
}
