import type { Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { RequestScope } from "../transport/request-scope.js";
import { isoSeconds } from "../../core/time/iso-time.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { hasCase } from "../../core/text/text.js";
import { readAnswer, type Answer } from "../records/answer.js";
import type { ApiClient } from "../transport/api-client.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import type { EventOptions } from "../records/to-event.js";
import { PLAIN, type Param } from "./send-plan.js";
import { NARROWING, PARAMS, SMALL_PAGE, type NarrowingField } from "../records/wire.js";

const SECOND = 1000;

/**
 * A cap under ten records is not believed: the API's smallest documented page is ten times that, and a portal could not
 * show its own lists.
 */
export const SMALLEST_CAP = 10;

/** A server that refuses so often means it. */
const MOST_REFUSALS = 3;

/** A long window was not waited for as long as other requests are: shorter ones are to be asked for. */
export class Overdue extends AuditLogError {}

export interface WindowRequestOptions {
  /** Records to skip. */
  readonly start?: number;
  /** What to ask for, where that is not what the span needs: offsets mean something only with the same ends. */
  readonly ends?: Span;
}

/** Asks one endpoint for stretches of time, and learns from every answer what the server does. */
export class LogEndpoint {
  readonly #client: ApiClient;
  readonly #path: string;
  readonly #habits: EndpointHabits;
  readonly #options: EventOptions;

  constructor(client: ApiClient, path: string, habits: EndpointHabits, options: EventOptions) {
    this.#client = client;
    this.#path = path;
    this.#habits = habits;
    this.#options = options;
  }

  /** Whether an answer was not cut, for all that other answers tell. */
  isProven(answer: Answer): boolean {
    return answer.count < SMALLEST_CAP || this.#habits.vouchesFor(answer.count);
  }

  async ask(
    span: Span,
    params: readonly Param[],
    scope: RequestScope,
    { start = 0, ends = this.ends(span) }: WindowRequestOptions = {},
  ): Promise<Answer> {
    const query = (inBrackets: boolean) => {
      const made = this.#query(ends, params, inBrackets);
      if (start > 0) made.set(PARAMS.start, String(start));
      return made;
    };
    const hadBrackets = this.#habits.bracketsHonoured === true;
    let body = await this.#getWindow(ends, query(hadBrackets), scope);
    let answer = this.#read(body, ends);
    if (answer.isNaive && !hadBrackets && this.#habits.bracketsHonoured !== false) {
      body = (await this.#tryBrackets(query(true), ends, answer.count, scope)) ?? body;
      answer = this.#read(body, ends);
    }
    if (answer.isNaive) this.#habits.naive = true;
    if (answer.possibleShifts.length > 0) {
      const shiftMinutes = await this.#proveShift(answer, scope);
      answer = readAnswer(body, ends, this.#options, { shiftMinutes, order: this.#habits.order });
    }
    this.#learn(answer, ends, params);
    return answer;
  }

  /**
   * The ends to ask for. Whether the server's ends belong to its range is unknown, so the start is asked one second
   * earlier, and the end is the first instant that is not wanted; what is too much is cut here.
   *
   * @param tight leave out the seconds beside the span as far as the server was seen to include its ends
   */
  ends(span: Span, tight = false): Span {
    const { startInclusive, endInclusive, fractions } = this.#habits;
    return {
      from: tight && startInclusive ? span.from : span.from - SECOND,
      until: tight && endInclusive && !fractions ? span.until - SECOND : span.until,
    };
  }

  /**
   * Finds out whether the server ignores letter case in the parameter of `field`, by asking for a record that it is known
   * to have with the case of its value turned round. Answers false without a record to ask for.
   */
  async probeCase(field: NarrowingField, scope: RequestScope): Promise<boolean> {
    const param = NARROWING[field];
    const sample = this.#habits.caseSamples.get(param);
    if (!sample) return false;
    const ends = this.ends({ from: sample.time, until: sample.time + SECOND });
    const query = this.#query(ends, [{ name: param, value: turnCase(sample.value) }]);
    const found = await this.#get(query, scope).then(
      (body) => readAnswer(body, ends, this.#options, { shiftMinutes: this.#habits.shiftMinutes }).items,
      (error: unknown) => {
        // A server may refuse a value that it does not know: then it minds letter case.
        if (isRefusal(error)) return [];
        throw error;
      },
    );
    this.#habits.ignoresCase.set(
      param,
      found.some(({ original }) => original?.[field] === sample.value),
    );
    return true;
  }

  #read(body: unknown, ends: Span): Answer {
    const { shiftMinutes, shiftSettled, order } = this.#habits;
    return readAnswer(body, ends, this.#options, { shiftMinutes, order, wantsShifts: !shiftSettled });
  }

  /**
   * The API's documents: with a zone in brackets behind an asked date-time "the server then answers in that zone and
   * format", which leaves nothing to assume. Answers the new body, or undefined where the server does no such thing; one that
   * does not understand it may as well answer nothing.
   *
   * @param count how many items the same request brought without it
   */
  async #tryBrackets(query: URLSearchParams, ends: Span, count: number, scope: RequestScope): Promise<unknown> {
    const body = await this.#get(query, scope).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return undefined;
    });
    if (body === undefined) {
      this.#habits.bracketRefusals += 1;
      if (this.#habits.bracketRefusals >= MOST_REFUSALS) this.#habits.bracketsHonoured = false;
      return undefined;
    }
    const answer = this.#read(body, ends);
    // The cap may be another one from answer to answer.
    const isLong = answer.count >= Math.min(count, SMALLEST_CAP);
    const isWhole = !answer.isNaive && isLong && answer.items.some(({ time }) => time !== null);
    this.#habits.bracketsHonoured = isWhole;
    return isWhole ? body : undefined;
  }

  /**
   * Which zone a server keeps that writes its times without offset: a record must be found in its very second. Tried once,
   * for the first such answer; where no shift is proven, none is applied.
   */
  async #proveShift({ items, possibleShifts, shiftMinutes }: Answer, scope: RequestScope): Promise<number> {
    // A wall time that comes twice would prove one of two shifts.
    const sample = items.find((item) => item.time !== null && item.isNaive && !item.comesTwice);
    if (!sample) return shiftMinutes;
    const key = contentKey(sample.raw);
    for (const minutes of possibleShifts) {
      const from = Math.floor((sample.time! + (minutes - shiftMinutes) * 60 * SECOND) / SECOND) * SECOND;
      const ends = this.ends({ from, until: from + SECOND }, true);
      const body = await this.#get(this.#query(ends, []), scope);
      if (Array.isArray(body) && body.some((one) => contentKey(one) === key)) {
        this.#habits.shiftSettled = true;
        return minutes;
      }
    }
    this.#habits.shiftSettled = true;
    return 0;
  }

  #query(ends: Span, params: readonly Param[], inBrackets = this.#habits.bracketsHonoured === true): URLSearchParams {
    const written = (time: number) => (inBrackets ? `${isoSeconds(time)}[UTC]` : isoSeconds(time));
    return new URLSearchParams([
      [PARAMS.from, written(ends.from)],
      [PARAMS.until, written(ends.until)],
      [PARAMS.limit, String(this.#habits.limit)],
      ...params.map(({ name, value }) => [name, value]),
    ]);
  }

  /** One answer, of which the time that it takes is noted. */
  async #getWindow(ends: Span, query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const { pace } = this.#habits;
    const length = ends.until - ends.from;
    const patienceMs = pace.patience(length);
    try {
      return await this.#get(query, { ...scope, patienceMs, onAnswer: (ms) => pace.note(length, ms) });
    } catch (error) {
      const { kind, message } = toAuditLogError(error);
      if (patienceMs === undefined || kind !== "timeout") throw error;
      pace.noteOverdue(length);
      throw new Overdue(kind, message);
    }
  }

  /** One answer. Where a server refuses as many records as are asked for, the smallest documented page is asked for. */
  async #get(query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const habits = this.#habits;
    // Another request may have found out meanwhile that this is too many.
    const isLarge = Number(query.get(PARAMS.limit)) > SMALL_PAGE;
    try {
      const body = await this.#client.get(this.#path, query, scope);
      if (isLarge) habits.takesLimit = true;
      return body;
    } catch (error) {
      const isRefused = toAuditLogError(error).kind === "bad-request";
      if (habits.takesLimit || !isLarge || !isRefused) throw error;
      const smaller = new URLSearchParams(query);
      smaller.set(PARAMS.limit, String(SMALL_PAGE));
      const body = await this.#client.get(this.#path, smaller, scope).catch(() => {
        // It was something else.
        throw error;
      });
      habits.limit = SMALL_PAGE;
      return body;
    }
  }

  #learn(answer: Answer, ends: Span, params: readonly Param[]): void {
    const habits = this.#habits;
    habits.shiftMinutes = answer.shiftMinutes;
    habits.noteAnswer(answer.count, answer.items);
    habits.noteDoubling(answer.items);
    habits.noteOrder(answer.order);
    habits.noteEnds(ends, answer.items);
    for (const field of Object.keys(NARROWING) as NarrowingField[]) {
      const param = NARROWING[field];
      // What an answer was narrowed to tells nothing about what else there is.
      if (params.some(({ name }) => name === param)) continue;
      if (field === "action" || field === "object") habits.noteSpellings(field, answer.items);
      if (habits.caseSamples.has(param)) continue;
      const found = answer.items.find(({ original, time }) => original && time !== null && isSample(original[field]));
      if (!found) continue;
      const time = Math.floor(found.place / SECOND) * SECOND;
      habits.caseSamples.set(param, { value: found.original![field], time });
    }
  }
}

/** A value whose case can be turned round and back. */
function isSample(value: string): boolean {
  return PLAIN.test(value) && hasCase(value) && turnCase(turnCase(value)) === value;
}

function turnCase(value: string): string {
  return [...value].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join("");
}
