import type { ServerHabits, Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import type { Placed } from "../records/answer.js";
import { count } from "../records/count.js";
import { Pace } from "./pace.js";
import { WindowLengths } from "./window-lengths.js";
import { MOST_PER_ANSWER } from "../records/wire.js";

/** A record that can tell whether a parameter ignores letter case: ask for it with its case turned round. */
export interface CaseSample {
  readonly value: string;
  readonly time: number;
}

const MOST_SPELLINGS = 2000;

const TWICE = 2;
/** So many answers tell whether a server sends every record twice. */
const ENOUGH_ANSWERS = 4;
/** An answer with so many records may be a full one. */
const FULL = 10;

/** What an answer showed of the cap is believed for so many answers. */
const LATELY = 24;

/** How many records an answer held, and between which instants those lie that have one. */
interface Lately {
  readonly records: number;
  readonly times: Span;
}

/** What one endpoint of one server was seen to do; it holds as long as the adapter. */
export class EndpointHabits {
  /** The most records that one answer held. */
  largestAnswer = 0;
  /** The last answers, the newest one last. */
  readonly #lately: Lately[] = [];
  /** A part of a window was seen to bring less than the whole had there: nothing is vouched for by other answers any more. */
  capChanges = false;
  startHonoured: boolean | "unknown" = "unknown";
  order: ServerHabits["order"] = "unknown";
  /** Records were seen that lie exactly on an asked end; that none were proves nothing. */
  startInclusive = false;
  endInclusive = false;
  /** Times with parts of a second were seen. */
  fractions = false;
  /** By query parameter. */
  readonly ignoresCase = new Map<string, boolean>();
  /** By query parameter: the newest sample seen in an answer that this parameter did not narrow. */
  readonly caseSamples = new Map<string, CaseSample>();

  /** Actions and objects as this server spells them, as far as an answer showed them that was not narrowed to some. */
  readonly spellings = { action: new Set<string>(), object: new Set<string>() };
  /** Lists of spellings that were seen to bring every record that they should. */
  readonly verified = new Set<string>();

  /** Time of the oldest record ever seen, and a stretch that was seen to hold nothing at all. */
  oldest = Infinity;
  empty: Span | undefined;
  /** Of the first answers that were long enough to tell: how many there were, and how many had every record twice. */
  readonly #doubling = { seen: 0, doubled: 0 };
  /** How many records it is asked for at once, and whether it has answered to more than the smallest page. */
  limit = MOST_PER_ANSWER;
  takesLimit = false;
  /** How many records the server gives at the most, once it was seen to give no more; 0 while it was not. */
  cap = 0;
  /**
   * Whether a zone in brackets behind the asked ends makes the server answer in that zone; "unknown" until it was seen to
   * write times without offset.
   */
  bracketsHonoured: boolean | "unknown" = "unknown";
  /** How often it was refused to try that: a refusal may pass. */
  bracketRefusals = 0;
  /** Times without offset were seen, and there was no way to get others. */
  naive = false;
  /** By how many minutes times without offset lie beside what was asked for. */
  shiftMinutes = 0;
  /** It was found out whether times without offset have to be moved. */
  shiftSettled = false;
  /** How long a window may be: the same for all endpoints of a server. */
  readonly lengths: WindowLengths;
  /** How fast it answers: the two logs are searched in different ways. */
  readonly pace = new Pace();
  /** Parameters with which the server refused a request that it takes without them. */
  readonly refused = new Set<string>();

  /** @param lengths shared by the endpoints of one server */
  constructor(lengths = new WindowLengths()) {
    this.lengths = lengths;
  }

  noteAnswer(records: number, items: readonly Placed[] = []): void {
    if (records > this.largestAnswer) this.largestAnswer = records;
    if (records > this.cap) this.cap = 0;
    const counts = this.#lately.map((other) => other.records);
    // Twice as many, and never more lately: that many is all that the server gives.
    if (records >= FULL && counts.indexOf(records) !== -1 && counts.every((other) => other <= records))
      this.cap = records;
    const times = items.flatMap(({ time }) => time ?? []);
    // Newest first.
    this.#lately.push({ records, times: { from: times[times.length - 1] ?? 0, until: times[0] ?? 0 } });
    if (this.#lately.length > LATELY) this.#lately.shift();
  }

  /** Every record comes twice. */
  get doubles(): boolean {
    const { seen, doubled } = this.#doubling;
    return seen >= TWICE && doubled === seen;
  }

  noteDoubling(items: readonly Placed[]): void {
    if (items.length < FULL || this.#doubling.seen >= ENOUGH_ANSWERS) return;
    const copies = new Map<string, number>();
    for (const { raw } of items) count(copies, contentKey(raw));
    const odd = [...copies.values()].filter((number) => number % 2 === 1).length;
    this.#doubling.seen += 1;
    // A cap may have taken one of a pair at either end.
    if (odd <= 2 && copies.size <= items.length / 2 + 1) this.#doubling.doubled += 1;
  }

  /** The stretches of two readings are joined where they touch. */
  noteEmpty(span: Span): void {
    const { empty } = this;
    const joins = empty && span.from <= empty.until && empty.from <= span.until;
    this.empty = joins
      ? { from: Math.min(empty.from, span.from), until: Math.max(empty.until, span.until) }
      : { ...span };
  }

  /** Whether an answer with so many records was not cut, as another one had more lately: as long as the cap stays the same. */
  vouchesFor(records: number): boolean {
    return !this.capChanges && this.#lately.some((other) => other.records > records);
  }

  /** Whether an answer with other records than those of `span` held as many lately: that many may be all that the server gives. */
  hadElsewhere(records: number, span: Span): boolean {
    return this.#lately.some(
      (other) => other.records === records && (other.times.from < span.from || other.times.until >= span.until),
    );
  }

  noteEnds(ends: Span, items: readonly Placed[]): void {
    for (const { time, isNaive, comesTwice } of items) {
      if (time === null || isNaive || comesTwice) continue;
      if (time === ends.from) this.startInclusive = true;
      if (time === ends.until) this.endInclusive = true;
      if (time % 1000 !== 0) this.fractions = true;
    }
  }

  noteSpellings(field: "action" | "object", items: readonly Placed[]): void {
    const known = this.spellings[field];
    for (const { original } of items) {
      // A server that invents one per record must not fill the memory.
      if (original?.[field] && known.size < MOST_SPELLINGS) known.add(original[field]);
    }
  }

  noteOrder(seen: ServerHabits["order"]): void {
    if (seen === "unknown" || seen === this.order) return;
    this.order = this.order === "unknown" ? seen : "mixed";
  }

  snapshot(): ServerHabits {
    const cases = [...this.ignoresCase.values()];
    return {
      largestAnswer: this.largestAnswer,
      startHonoured: this.startHonoured,
      order: this.order,
      naiveTimes: this.naive,
      shiftMinutes: this.shiftMinutes,
      ignoresCase: cases.length === 0 ? "unknown" : cases.every(Boolean),
    };
  }
}
