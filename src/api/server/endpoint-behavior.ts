import type { ServerHabits, Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import type { AnswerItem } from "../records/answer.js";
import { addToCount } from "../records/add-to-count.js";
import { ResponseTimes } from "./response-times.js";
import { WindowLengths } from "./window-lengths.js";
import { MOST_PER_ANSWER } from "../records/wire.js";

/** A value and the time of a record that has it. A request for the value in the opposite case shows whether the server ignores case. */
export interface CaseSample {
  readonly value: string;
  readonly time: number;
}

const MOST_SPELLINGS = 2000;

const TWICE = 2;
/** The number of answers that show whether the server sends every record twice. */
const ENOUGH_ANSWERS = 4;
/** An answer with this many records may be cut by the server's cap. */
const MAYBE_FULL = 10;

/** The cap may change, so only this many answers count. */
const MOST_RECENT = 24;

/** The number of records of an answer, and the span of their times. */
interface RecentAnswer {
  readonly records: number;
  readonly times: Span;
}

/** What the viewer has learned about one endpoint of a server. It is kept as long as the adapter. */
export class EndpointBehavior {
  /** The largest number of records in one answer. */
  largestAnswer = 0;
  /** The newest one is last. */
  readonly #recentAnswers: RecentAnswer[] = [];
  /** A part of a window had fewer records than the whole window had there. So the length of an answer proves nothing. */
  capChanges = false;
  startHonored: boolean | "unknown" = "unknown";
  order: ServerHabits["order"] = "unknown";
  /** A record was exactly at the start or end of a requested span. `false` proves nothing. */
  startInclusive = false;
  endInclusive = false;
  /** Some times have fractions of a second. */
  hasFractions = false;
  /** By query parameter. */
  readonly ignoresCase = new Map<string, boolean>();
  /** By query parameter: a sample from an answer that this parameter did not filter. */
  readonly caseSamples = new Map<string, CaseSample>();

  /** Query parameters for whose field the server has values with outer spaces: it may withhold them if it compares exactly. */
  readonly paddedParams = new Set<string>();

  /** The server's spellings of actions and objects, from answers without such a filter. */
  readonly spellings = { action: new Set<string>(), object: new Set<string>() };
  /** Lists of spellings for which the server has returned every match. */
  readonly verifiedSpellings = new Set<string>();

  /** The time of the oldest record so far, and a span without any record. */
  oldestTime = Infinity;
  emptySpan: Span | undefined;
  /** The first long answers: their number, and how many of them had every record twice. */
  readonly #doubling = { seen: 0, doubled: 0 };
  /** The `limit` of the requests, and whether the server has accepted more than the smallest page. */
  limit = MOST_PER_ANSWER;
  takesLimit = false;
  /** The server's cap of records per answer; 0 if unknown. */
  cap = 0;
  /** Whether a zone in brackets after the requested times sets the zone of the answer; "unknown" until times are zoneless. */
  bracketsHonored: boolean | "unknown" = "unknown";
  /** How often the server has refused brackets. One refusal may have another reason. */
  bracketRefusals = 0;
  /** The server writes times without an offset, with and without brackets. */
  zonelessTimes = false;
  /** The shift that moves zoneless times into the requested span, in minutes. */
  shiftMinutes = 0;
  /** The viewer has found out whether it must shift zoneless times. */
  isShiftKnown = false;
  /** The limits for the length of a window, shared by the endpoints of a server. */
  readonly windowLengths: WindowLengths;
  /** How fast the endpoint answers. */
  readonly responseTimes = new ResponseTimes();
  /** Parameters that the server refuses. */
  readonly refusedParams = new Set<string>();

  /** @param lengths shared by the endpoints of one server */
  constructor(lengths = new WindowLengths()) {
    this.windowLengths = lengths;
  }

  noteAnswer(records: number, items: readonly AnswerItem[] = []): void {
    if (records > this.largestAnswer) this.largestAnswer = records;
    if (records > this.cap) this.cap = 0;
    const counts = this.#recentAnswers.map((other) => other.records);
    // Two recent answers have the same number of records and none has more, so the number is the cap.
    if (records >= MAYBE_FULL && counts.indexOf(records) !== -1 && counts.every((other) => other <= records))
      this.cap = records;
    const times = items.flatMap(({ time }) => time ?? []);
    // Newest first.
    this.#recentAnswers.push({ records, times: { from: times[times.length - 1] ?? 0, until: times[0] ?? 0 } });
    if (this.#recentAnswers.length > MOST_RECENT) this.#recentAnswers.shift();
  }

  /** The server sends every record twice. */
  get sendsDoubles(): boolean {
    const { seen, doubled } = this.#doubling;
    return seen >= TWICE && doubled === seen;
  }

  noteDoubling(items: readonly AnswerItem[]): void {
    if (items.length < MAYBE_FULL || this.#doubling.seen >= ENOUGH_ANSWERS) return;
    const copies = new Map<string, number>();
    for (const { raw } of items) addToCount(copies, createContentKey(raw));
    const odd = [...copies.values()].filter((number) => number % 2 === 1).length;
    this.#doubling.seen += 1;
    // A cap may cut a pair at either end.
    if (odd <= 2 && copies.size <= items.length / 2 + 1) this.#doubling.doubled += 1;
  }

  /** Joins spans that touch. */
  noteEmpty(span: Span): void {
    const { emptySpan } = this;
    const joins = emptySpan && span.from <= emptySpan.until && emptySpan.from <= span.until;
    this.emptySpan = joins
      ? { from: Math.min(emptySpan.from, span.from), until: Math.max(emptySpan.until, span.until) }
      : { ...span };
  }

  /** Whether a recent answer had more records. If the cap never changes, an answer with fewer records was not cut. */
  hadLargerAnswer(records: number): boolean {
    return !this.capChanges && this.#recentAnswers.some((other) => other.records > records);
  }

  /** Whether a recent answer with records outside of `span` had the same number of records: it may be the cap. */
  hadEqualAnswerElsewhere(records: number, span: Span): boolean {
    return this.#recentAnswers.some(
      (other) => other.records === records && (other.times.from < span.from || other.times.until >= span.until),
    );
  }

  noteRequestEnds(ends: Span, items: readonly AnswerItem[]): void {
    for (const { time, isZoneless, isAmbiguous } of items) {
      if (time === null || isZoneless || isAmbiguous) continue;
      if (time === ends.from) this.startInclusive = true;
      if (time === ends.until) this.endInclusive = true;
      if (time % 1000 !== 0) this.hasFractions = true;
    }
  }

  noteSpellings(field: "action" | "object", items: readonly AnswerItem[]): void {
    const known = this.spellings[field];
    for (const { originalEvent } of items) {
      // A server with a different spelling in every record must not fill the memory.
      if (originalEvent?.[field] && known.size < MOST_SPELLINGS) known.add(originalEvent[field]);
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
      startHonoured: this.startHonored,
      order: this.order,
      naiveTimes: this.zonelessTimes,
      shiftMinutes: this.shiftMinutes,
      ignoresCase: cases.length === 0 ? "unknown" : cases.every(Boolean),
    };
  }
}
