import type { Span } from "../../core/coverage.js";
import { AuditLogError } from "../../core/errors.js";
import type { RequestScope } from "../transport/request-scope.js";
import { formatIsoSeconds } from "../../core/time/iso-time.js";
import { hasCase } from "../../core/text/text.js";
import { createAnswer, isTimeUnclear, parseItems, type Answer } from "../records/answer.js";
import type { ApiClient } from "../transport/api-client.js";
import { findErrorKind } from "../transport/error-mapping.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";
import type { EventOptions, EventWithoutId, ParsedItem } from "../records/to-event.js";
import type { Param } from "./send-plan.js";
import {
  FILTER_PARAMS,
  PARAMS,
  PLAIN_VALUE,
  SMALL_PAGE,
  SMALLEST_CAP,
  type ServerFilterField,
} from "../records/wire.js";
import type * as ZonelessAnswerCode from "./zoneless-answer.js";

const SECOND = 1000;

/** A long window took too long, so the viewer requests shorter ones. */
export class Overdue extends AuditLogError {}

export interface WindowRequestOptions {
  /** The number of records to skip. */
  readonly start?: number;
  /** The span to request; by default the one that `requestSpan` returns. `start` needs the same span in every request. */
  readonly requestSpan?: Span;
}

/** Few servers send times without an offset, so this code is loaded when one does. */
export type LoadReadZonelessAnswer = () => Promise<typeof ZonelessAnswerCode>;

/** Requests windows from one endpoint and learns from every answer. */
export class LogEndpoint {
  readonly #client: ApiClient;
  readonly #path: string;
  readonly #behavior: EndpointBehavior;
  readonly #options: EventOptions;
  readonly #loadReadZonelessAnswer: LoadReadZonelessAnswer;

  constructor(
    client: ApiClient,
    path: string,
    behavior: EndpointBehavior,
    options: EventOptions,
    loadReadZonelessAnswer: LoadReadZonelessAnswer,
  ) {
    this.#client = client;
    this.#path = path;
    this.#behavior = behavior;
    this.#options = options;
    this.#loadReadZonelessAnswer = loadReadZonelessAnswer;
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
    const behavior = this.#behavior;
    const hadBrackets = behavior.bracketsHonored === true;
    const items = parseItems(await this.#getWindow(requestSpan, query(hadBrackets), scope), this.#options);
    let answer: Answer;
    if (items.some(isTimeUnclear)) {
      const { readZonelessAnswer } = await this.#loadReadZonelessAnswer();
      const mayHonorBrackets = !hadBrackets && behavior.bracketsHonored !== false;
      answer = await readZonelessAnswer({
        items,
        requestSpan,
        behavior,
        requestInBrackets: mayHonorBrackets ? () => this.#getItems(query(true), scope) : undefined,
        requestSecond: (second) => this.findEvents(second, [], scope, true),
        requestSpanAgain: (other) => this.#getItems(this.#query(other, params), scope),
      });
    } else {
      answer = createAnswer(items, requestSpan, behavior.order);
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

  /** Returns the records of a span. The viewer learns nothing about the server from the answer. */
  async findEvents(
    span: Span,
    params: readonly Param[],
    scope: RequestScope,
    isTight = false,
  ): Promise<EventWithoutId[]> {
    const items = await this.#getItems(this.#query(this.requestSpan(span, isTight), params), scope);
    return items.flatMap(({ originalEvent }) => originalEvent ?? []);
  }

  async #getItems(query: URLSearchParams, scope: RequestScope): Promise<ParsedItem[]> {
    return parseItems(await this.#get(query, scope), this.#options);
  }

  #query(
    requestSpan: Span,
    params: readonly Param[],
    inBrackets = this.#behavior.bracketsHonored === true,
  ): URLSearchParams {
    const written = (time: number) => (inBrackets ? `${formatIsoSeconds(time)}[UTC]` : formatIsoSeconds(time));
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
      if (timeoutMs === undefined || findErrorKind(error) !== "timeout") throw error;
      responseTimes.noteOverdue(length);
      throw new Overdue("timeout", (error as AuditLogError).message);
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
      const isRefused = findErrorKind(error) === "bad-request";
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
    behavior.noteAnswer(answer.count, answer.items);
    behavior.noteDoubling(answer.items);
    behavior.noteOrder(answer.order);
    behavior.noteRequestEnds(requestSpan, answer.items);
    for (const field of Object.keys(FILTER_PARAMS) as ServerFilterField[]) {
      const param = FILTER_PARAMS[field];
      // An answer with this filter does not show what else the server has.
      if (params.some(({ name }) => name === param)) continue;
      if (field === "action" || field === "object") behavior.noteSpellings(field, answer.items);
      if (answer.items.some(({ originalEvent }) => originalEvent && /^\s|\s$/.test(originalEvent[field])))
        behavior.paddedParams.add(param);
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

/** Whether a value has another text in the opposite case. */
function isSample(value: string): boolean {
  return PLAIN_VALUE.test(value) && hasCase(value);
}
