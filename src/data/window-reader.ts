import type { Span } from "../domain/coverage.js";
import { isoSeconds } from "../domain/iso-time.js";
import { parameterText } from "../domain/parameter-text.js";
import { hasCase } from "../domain/text.js";
import type { AuditFilters } from "../domain/filters.js";
import type { ApiClient } from "./api-client.js";
import { newestFirst, readAnswer, within, type Answer, type Placed } from "./answer.js";
import { isRefusal } from "./error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import type { NormaliseOptions } from "./normalise.js";
import { PLAIN, type SendPlan } from "./send-plan.js";
import type { SourceOptions } from "./source-options.js";
import { FILTER_PARAMS, MOST_PER_ANSWER, PARAMS } from "./wire.js";

const SECOND = 1000;

/**
 * A cap under ten records is not believed: the API's smallest documented page is ten times that, and a portal could not
 * show its own lists.
 */
const SMALLEST_CAP = 10;

/** Far beyond the end of any second: where `start` is honoured, such a page is empty. */
const BEYOND = 1_000_000;

/** Zones that are tried: all whole hours, and the quarters that some countries keep. */
const MOST_SHIFTS = 48;

/** Requests of one search: what they carry, how they are counted and given up. */
export interface RequestScope {
  readonly signal: AbortSignal;
  readonly onRequest: () => void;
}

/** The newest part of a window, read whole. */
export interface WindowRead {
  /** The part that was read; it ends where the asked window ended and may begin later. */
  readonly span: Span;
  readonly items: readonly Placed[];
  /** Items that lie outside of what the server was asked for. */
  readonly outside: number;
  /** The server holds more records in this second than it gives: `items` are at least some of them. */
  readonly cut: boolean;
}

/**
 * Reads time windows of one endpoint so that no record is lost, whatever cap the server has and in whatever order it
 * answers.
 *
 * The rule: a cap is the same for every answer, so an answer with fewer records than the largest one ever seen was not
 * cut. An answer that is itself the largest proves nothing: its newer part is read again by itself, down to one second.
 * That also spares reading the older part of a dense window before it is wanted.
 */
export class WindowReader {
  readonly #client: ApiClient;
  readonly #path: string;
  readonly #habits: EndpointHabits;
  readonly #paging: SourceOptions["paging"];
  readonly #options: NormaliseOptions;

  constructor(
    client: ApiClient,
    path: string,
    habits: EndpointHabits,
    paging: SourceOptions["paging"],
    options: NormaliseOptions,
  ) {
    this.#client = client;
    this.#path = path;
    this.#habits = habits;
    this.#paging = paging;
    this.#options = options;
  }

  /** Reads the newest part of `span` (whole seconds) that one answer is proven to hold. */
  async readNewest(span: Span, plan: SendPlan, scope: RequestScope): Promise<WindowRead> {
    if (this.#habits.largestAnswer > 0 || span.until - span.from < 2 * SECOND) {
      return this.#settle(span, await this.#ask(span, plan, scope), plan, scope);
    }
    // Nothing is known yet, so the first answer will be the largest: its newer half is asked for at the same time.
    const newer = { from: middle(span), until: span.until };
    const [whole, half] = await Promise.all([this.#ask(span, plan, scope), this.#ask(newer, plan, scope)]);
    return this.#isProven(whole) ? accept(span, whole) : this.#settle(newer, half, plan, scope);
  }

  /**
   * Finds out whether the server ignores letter case in `param`, by asking for a record that it is known to have with the
   * case of its value turned round. Answers false without a record to ask for.
   */
  async probeCase(param: string, scope: RequestScope): Promise<boolean> {
    const sample = this.#habits.caseSamples.get(param);
    if (!sample) return false;
    const span = { from: sample.time, until: sample.time + SECOND };
    const ends = this.#ends(span, false);
    const query = this.#query(ends);
    query.set(param, turnCase(sample.value));
    const found = await this.#get(query, scope).then(
      (body) => readAnswer(body, ends, this.#options, { shiftMinutes: this.#habits.shiftMinutes }).items,
      (error: unknown) => {
        // A server may refuse a value that it does not know: then it minds letter case.
        if (isRefusal(error)) return [];
        throw error;
      },
    );
    const field = fieldOf(param);
    this.#habits.ignoresCase.set(
      param,
      found.some(({ original }) => original?.[field] === sample.value),
    );
    return true;
  }

  async #settle(span: Span, answer: Answer, plan: SendPlan, scope: RequestScope): Promise<WindowRead> {
    let at = span;
    let seen = answer;
    while (!this.#isProven(seen)) {
      if (at.until - at.from <= SECOND) return this.#settleSecond(at, plan, scope);
      const before = seen.count;
      at = { from: splitPoint(at, seen), until: at.until };
      seen = await this.#ask(at, plan, scope);
      // As many from the part as from the whole: that many is all the server gives.
      if (seen.count === before && before >= SMALLEST_CAP) this.#habits.cap = before;
    }
    return accept(at, seen);
  }

  /** One second is as small as a window gets; there `start` is the only way on. */
  async #settleSecond(span: Span, plan: SendPlan, scope: RequestScope): Promise<WindowRead> {
    // Without the seconds beside it, which may be the ones that are full; an answer can show that more can be left out.
    let answer: Answer;
    let ends: Span;
    do {
      ends = this.#ends(span, true);
      answer = await this.#ask(span, plan, scope, { tight: true });
      if (this.#isProven(answer)) return accept(span, answer);
    } while (!isSame(ends, this.#ends(span, true)));
    // A wider window with a larger answer proves that this one was not cut.
    const around = { from: span.from - 3600 * SECOND, until: span.until + 3600 * SECOND };
    await this.#ask(around, plan, scope);
    if (this.#isProven(answer)) return accept(span, answer);
    if (!(await this.#startWorks(span, plan, scope))) return { ...accept(span, answer), cut: true };

    const items = [...answer.items];
    for (let count = answer.count; count < BEYOND;) {
      const next = await this.#ask(span, plan, scope, { tight: true, start: count });
      if (next.count === 0) break;
      items.push(...next.items);
      count += next.count;
    }
    items.sort(newestFirst);
    const whole = { ...answer, items };
    if (items.length === answer.count) return accept(span, whole);
    // Offsets mean something only if ties keep their order from request to request.
    const again = await this.#ask(span, plan, scope, { tight: true });
    const stable = parameterText(again.items.map(rawOf)) === parameterText(answer.items.map(rawOf));
    return { ...accept(span, whole), cut: !stable };
  }

  async #startWorks(span: Span, plan: SendPlan, scope: RequestScope): Promise<boolean> {
    if (this.#paging !== "auto") return this.#paging === "offset";
    if (this.#habits.startHonoured === "unknown") {
      this.#habits.startHonoured = await this.#ask(span, plan, scope, { tight: true, start: BEYOND }).then(
        (beyond) => beyond.count === 0,
        (error: unknown) => {
          if (isRefusal(error)) return false;
          throw error;
        },
      );
    }
    return this.#habits.startHonoured === true;
  }

  #isProven(answer: Answer): boolean {
    return answer.count < SMALLEST_CAP || answer.count < this.#habits.largestAnswer;
  }

  async #ask(
    span: Span,
    plan: SendPlan,
    scope: RequestScope,
    { start = 0, tight = false }: { start?: number; tight?: boolean } = {},
  ): Promise<Answer> {
    const ends = this.#ends(span, tight);
    const query = this.#query(ends);
    if (start > 0) query.set(PARAMS.start, String(start));
    for (const { param, value } of plan.sent.values()) query.set(param, value);
    const body = await this.#get(query, scope);
    const wantsShifts = !this.#habits.shiftSettled;
    let answer = readAnswer(body, ends, this.#options, { shiftMinutes: this.#habits.shiftMinutes, wantsShifts });
    if (answer.possibleShifts.length > 0) {
      const shiftMinutes = await this.#proveShift(answer, scope);
      answer = readAnswer(body, ends, this.#options, { shiftMinutes });
    }
    this.#habits.shiftMinutes = answer.shiftMinutes;
    this.#habits.noteAnswer(answer.count);
    this.#habits.noteOrder(answer.order);
    this.#habits.noteEnds(ends, answer.items);
    this.#rememberSamples(answer, plan);
    return answer;
  }

  /**
   * Which zone a server keeps that writes its times without offset: a record must be found in its very second. Tried once,
   * for the first such answer; where no shift is proven, none is applied.
   */
  async #proveShift({ items, possibleShifts, shiftMinutes }: Answer, scope: RequestScope): Promise<number> {
    const sample = items.find(({ time }) => time !== null)!;
    const key = parameterText(sample.raw);
    for (const minutes of possibleShifts.slice(0, MOST_SHIFTS)) {
      const from = Math.floor((sample.time! + (minutes - shiftMinutes) * 60 * SECOND) / SECOND) * SECOND;
      const ends = this.#ends({ from, until: from + SECOND }, true);
      const body = await this.#get(this.#query(ends), scope);
      if (Array.isArray(body) && body.some((one) => parameterText(one) === key)) {
        this.#habits.shiftSettled = true;
        return minutes;
      }
    }
    this.#habits.shiftSettled = true;
    return 0;
  }

  /**
   * The ends to ask for. Whether the server's ends belong to its range is unknown, so the start is asked one second
   * earlier, and the end is the first instant that is not wanted; what is too much is cut here. `tight` leaves out the
   * seconds beside the span as far as the server was seen to include its ends.
   */
  #ends(span: Span, tight: boolean): Span {
    const { startInclusive, endInclusive, fractions } = this.#habits;
    return {
      from: tight && startInclusive ? span.from : span.from - SECOND,
      until: tight && endInclusive && !fractions ? span.until - SECOND : span.until,
    };
  }

  #query(ends: Span): URLSearchParams {
    return new URLSearchParams([
      [PARAMS.from, isoSeconds(ends.from)],
      [PARAMS.until, isoSeconds(ends.until)],
      [PARAMS.limit, String(MOST_PER_ANSWER)],
    ]);
  }

  #get(query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    return this.#client.get(this.#path, query, scope.signal, scope.onRequest);
  }

  #rememberSamples(answer: Answer, plan: SendPlan): void {
    for (const field of Object.keys(FILTER_PARAMS) as (keyof AuditFilters & keyof typeof FILTER_PARAMS)[]) {
      const param = FILTER_PARAMS[field]!;
      if (plan.sent.has(field) || this.#habits.caseSamples.has(param)) continue;
      const found = answer.items.find(({ original, time }) => original && time !== null && isSample(original[field]));
      if (found) {
        const time = Math.floor(found.place / SECOND) * SECOND;
        this.#habits.caseSamples.set(param, { value: found.original![field], time });
      }
    }
  }
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

function accept(span: Span, answer: Answer): WindowRead {
  // Anything beyond the second of grace was not asked for: the server's clock or zone is not what it seems.
  const outside = answer.items.filter(
    ({ time }) => time !== null && (time < span.from - 2 * SECOND || time >= span.until + 2 * SECOND),
  ).length;
  return { span, items: within(answer, span), outside, cut: false };
}

/**
 * Where to cut a window whose answer may be incomplete: in the middle of its time, or in the middle of the records seen,
 * whichever is newer. Where a server gives the newest records, the second one gets there at once; where it gives the
 * oldest, the first one does.
 */
function splitPoint(span: Span, answer: Answer): number {
  const inside = within(answer, span);
  const median = inside[Math.floor(inside.length / 2)]?.place ?? span.from;
  const at = Math.max(Math.floor(median / SECOND) * SECOND, middle(span));
  return Math.min(at, span.until - SECOND);
}

/** The middle of a window of at least two seconds, on a whole second. */
function middle(span: Span): number {
  return span.from + Math.max(SECOND, Math.floor((span.until - span.from) / 2 / SECOND) * SECOND);
}

function rawOf(item: Placed): unknown {
  return item.raw;
}

function fieldOf(param: string): keyof typeof FILTER_PARAMS {
  return (Object.keys(FILTER_PARAMS) as (keyof typeof FILTER_PARAMS)[]).find((key) => FILTER_PARAMS[key] === param)!;
}

/** A value whose case can be turned round and back. */
function isSample(value: string): boolean {
  return PLAIN.test(value) && hasCase(value) && turnCase(turnCase(value)) === value;
}

function turnCase(value: string): string {
  return [...value].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join("");
}
