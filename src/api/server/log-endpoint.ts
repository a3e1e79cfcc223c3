import type { Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { RequestScope } from "../transport/request-scope.js";
import { isoSeconds } from "../../core/time/iso-time.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { hasCase } from "../../core/text/text.js";
import { readAnswer, type Answer } from "../records/answer.js";
import type { ApiClient } from "../transport/api-client.js";
import { isRefusal, toAuditLogError } from "../transport/error-mapping.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";
import type { EventOptions } from "../records/to-event.js";
import { PLAIN, type Param } from "./send-plan.js";
import { FILTER_PARAMS, PARAMS, SMALL_PAGE, type ServerFilterField } from "../records/wire.js";

const SECOND = 1000;

/** No server has a cap of fewer than ten records: the smallest page in the API document is ten times as long. */
export const SMALLEST_CAP = 10;

/** After this many refusals, the viewer sends no brackets. */
const MOST_REFUSALS = 3;

/** A long window took too long, so the viewer requests shorter ones. */
export class Overdue extends AuditLogError {}

export interface WindowRequestOptions {
  /** The number of records to skip. */
  readonly start?: number;
  /** The span to request; by default the one that `requestSpan` returns. `start` needs the same span in every request. */
  readonly requestSpan?: Span;
}

/** Requests windows from one endpoint and learns from every answer. */
export class LogEndpoint {
  readonly #client: ApiClient;
  readonly #path: string;
  readonly #behavior: EndpointBehavior;
  readonly #options: EventOptions;

  constructor(client: ApiClient, path: string, behavior: EndpointBehavior, options: EventOptions) {
    this.#client = client;
    this.#path = path;
    this.#behavior = behavior;
    this.#options = options;
  }

  /** Whether other answers show that this one was not cut. */
  isKnownComplete(answer: Answer): boolean {
    return answer.count < SMALLEST_CAP || this.#behavior.hadLargerAnswer(answer.count);
  }

  async request(
    span: Span,
    params: readonly Param[],
    scope: RequestScope,
    { start = 0, requestSpan = this.requestSpan(span) }: WindowRequestOptions = {},
  ): Promise<Answer> {
    const query = (inBrackets: boolean) => {
      const made = this.#query(requestSpan, params, inBrackets);
      if (start > 0) made.set(PARAMS.start, String(start));
      return made;
    };
    const hadBrackets = this.#behavior.bracketsHonored === true;
    let body = await this.#getWindow(requestSpan, query(hadBrackets), scope);
    let answer = this.#read(body, requestSpan);
    if (answer.hasZonelessTimes && !hadBrackets && this.#behavior.bracketsHonored !== false) {
      body = (await this.#tryBrackets(query(true), requestSpan, answer.count, scope)) ?? body;
      answer = this.#read(body, requestSpan);
    }
    if (answer.hasZonelessTimes) this.#behavior.zonelessTimes = true;
    if (answer.possibleShifts.length > 0) {
      const shiftMinutes = await this.#proveShift(answer, scope);
      answer = readAnswer(body, requestSpan, this.#options, { shiftMinutes, order: this.#behavior.order });
    }
    this.#learn(answer, requestSpan, params);
    return answer;
  }

  /**
   * Returns the span to request. A server may or may not include the ends of a span. So the request starts one second
   * earlier and ends at the first instant after the span, and the viewer removes the records outside.
   *
   * @param tight leaves out the neighboring seconds if the server is known to include the ends
   */
  requestSpan(span: Span, tight = false): Span {
    const { startInclusive, endInclusive, hasFractions } = this.#behavior;
    return {
      from: tight && startInclusive ? span.from : span.from - SECOND,
      until: tight && endInclusive && !hasFractions ? span.until - SECOND : span.until,
    };
  }

  /**
   * Finds out whether the server ignores case in the parameter of `field`: requests a known record by its value in the
   * opposite case. Returns false if no record is known.
   */
  async probeCase(field: ServerFilterField, scope: RequestScope): Promise<boolean> {
    const param = FILTER_PARAMS[field];
    const sample = this.#behavior.caseSamples.get(param);
    if (!sample) return false;
    const requestSpan = this.requestSpan({ from: sample.time, until: sample.time + SECOND });
    const query = this.#query(requestSpan, [{ name: param, value: swapCase(sample.value) }]);
    const found = await this.#get(query, scope).then(
      (body) => readAnswer(body, requestSpan, this.#options, { shiftMinutes: this.#behavior.shiftMinutes }).items,
      (error: unknown) => {
        // The server may refuse a value that it does not know. Then it does not ignore case.
        if (isRefusal(error)) return [];
        throw error;
      },
    );
    this.#behavior.ignoresCase.set(
      param,
      found.some(({ originalEvent }) => originalEvent?.[field] === sample.value),
    );
    return true;
  }

  #read(body: unknown, requestSpan: Span): Answer {
    const { shiftMinutes, isShiftKnown, order } = this.#behavior;
    return readAnswer(body, requestSpan, this.#options, { shiftMinutes, order, wantsShifts: !isShiftKnown });
  }

  /**
   * Requests times with a zone. The API document says of a zone in brackets after a requested time: "the server then
   * answers in that zone and format". A server that does not understand brackets may return nothing.
   *
   * @param count the number of items in the answer without brackets
   * @returns the new body; undefined if the server ignores or refuses brackets
   */
  async #tryBrackets(query: URLSearchParams, requestSpan: Span, count: number, scope: RequestScope): Promise<unknown> {
    const body = await this.#get(query, scope).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return undefined;
    });
    if (body === undefined) {
      this.#behavior.bracketRefusals += 1;
      if (this.#behavior.bracketRefusals >= MOST_REFUSALS) this.#behavior.bracketsHonored = false;
      return undefined;
    }
    const answer = this.#read(body, requestSpan);
    // The cap may change from answer to answer.
    const isLong = answer.count >= Math.min(count, SMALLEST_CAP);
    const isWhole = !answer.hasZonelessTimes && isLong && answer.items.some(({ time }) => time !== null);
    this.#behavior.bracketsHonored = isWhole;
    return isWhole ? body : undefined;
  }

  /**
   * Finds the shift of zoneless times: a request for the shifted second of a record must return this record. Tried once, for
   * the first answer with other possible shifts. Returns 0 if no shift is proven.
   */
  async #proveShift({ items, possibleShifts, shiftMinutes }: Answer, scope: RequestScope): Promise<number> {
    // An ambiguous time could prove the wrong shift.
    const sample = items.find((item) => item.time !== null && item.isZoneless && !item.isAmbiguous);
    if (!sample) return shiftMinutes;
    const key = contentKey(sample.raw);
    for (const minutes of possibleShifts) {
      const from = Math.floor((sample.time! + (minutes - shiftMinutes) * 60 * SECOND) / SECOND) * SECOND;
      const requestSpan = this.requestSpan({ from, until: from + SECOND }, true);
      const body = await this.#get(this.#query(requestSpan, []), scope);
      if (Array.isArray(body) && body.some((one) => contentKey(one) === key)) {
        this.#behavior.isShiftKnown = true;
        return minutes;
      }
    }
    this.#behavior.isShiftKnown = true;
    return 0;
  }

  #query(
    requestSpan: Span,
    params: readonly Param[],
    inBrackets = this.#behavior.bracketsHonored === true,
  ): URLSearchParams {
    const written = (time: number) => (inBrackets ? `${isoSeconds(time)}[UTC]` : isoSeconds(time));
    return new URLSearchParams([
      [PARAMS.from, written(requestSpan.from)],
      [PARAMS.until, written(requestSpan.until)],
      [PARAMS.limit, String(this.#behavior.limit)],
      ...params.map(({ name, value }) => [name, value]),
    ]);
  }

  /** Requests a window and notes how long the answer takes. */
  async #getWindow(requestSpan: Span, query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const { responseTimes } = this.#behavior;
    const length = requestSpan.until - requestSpan.from;
    const timeoutMs = responseTimes.timeoutFor(length);
    try {
      return await this.#get(query, { ...scope, timeoutMs, onAnswer: (ms) => responseTimes.noteAnswer(length, ms) });
    } catch (error) {
      const { kind, message } = toAuditLogError(error);
      if (timeoutMs === undefined || kind !== "timeout") throw error;
      responseTimes.noteOverdue(length);
      throw new Overdue(kind, message);
    }
  }

  /** Sends a request. If the server refuses a large `limit`, sends it again with the smallest documented page. */
  async #get(query: URLSearchParams, scope: RequestScope): Promise<unknown> {
    const behavior = this.#behavior;
    // `behavior.limit` may change while the request is under way, so the query itself says its limit.
    const isLarge = Number(query.get(PARAMS.limit)) > SMALL_PAGE;
    try {
      const body = await this.#client.get(this.#path, query, scope);
      if (isLarge) behavior.takesLimit = true;
      return body;
    } catch (error) {
      const isRefused = toAuditLogError(error).kind === "bad-request";
      if (behavior.takesLimit || !isLarge || !isRefused) throw error;
      const smaller = new URLSearchParams(query);
      smaller.set(PARAMS.limit, String(SMALL_PAGE));
      const body = await this.#client.get(this.#path, smaller, scope).catch(() => {
        // The limit was not the reason.
        throw error;
      });
      behavior.limit = SMALL_PAGE;
      return body;
    }
  }

  #learn(answer: Answer, requestSpan: Span, params: readonly Param[]): void {
    const behavior = this.#behavior;
    behavior.shiftMinutes = answer.shiftMinutes;
    behavior.noteAnswer(answer.count, answer.items);
    behavior.noteDoubling(answer.items);
    behavior.noteOrder(answer.order);
    behavior.noteRequestEnds(requestSpan, answer.items);
    for (const field of Object.keys(FILTER_PARAMS) as ServerFilterField[]) {
      const param = FILTER_PARAMS[field];
      // An answer with this filter does not show what else the server has.
      if (params.some(({ name }) => name === param)) continue;
      if (field === "action" || field === "object") behavior.noteSpellings(field, answer.items);
      if (behavior.caseSamples.has(param)) continue;
      const found = answer.items.find(
        ({ originalEvent, time }) => originalEvent && time !== null && isSample(originalEvent[field]),
      );
      if (!found) continue;
      const time = Math.floor(found.sortTime / SECOND) * SECOND;
      behavior.caseSamples.set(param, { value: found.originalEvent![field], time });
    }
  }
}

/** Whether the case of a value can be swapped and swapped back. */
function isSample(value: string): boolean {
  return PLAIN.test(value) && hasCase(value) && swapCase(swapCase(value)) === value;
}

function swapCase(value: string): string {
  return [...value].map((one) => (one === one.toUpperCase() ? one.toLowerCase() : one.toUpperCase())).join("");
}
