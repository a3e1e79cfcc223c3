import type { Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import type { ApiClient } from "../transport/api-client.js";
import { straddles, findItemsWithin, type Answer, type AnswerItem } from "../records/answer.js";
import { LogEndpoint, type LoadReadZonelessAnswer } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { addToCount } from "../records/add-to-count.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import type { EventOptions, EventWithoutId } from "../records/to-event.js";
import type * as OneSecondReaderCode from "./one-second-reader.js";
import type { SharedCounts, SharedSeconds } from "./shared-undated.js";
import type { Param } from "../server/send-plan.js";
import type { SourceOptions } from "../source-options.js";
import { SMALLEST_CAP } from "../records/wire.js";

const SECOND = 1000;

/** A complete part of a window. */
export interface WindowRead {
  /** The complete part, at least one second. The rest of the window must be requested again. */
  readonly span: Span;
  /**
   * The part has the undated items from the first of these seconds to the last one. Usually, a request starts a second before
   * the part and ends with the first second after it, if the server includes the ends.
   */
  readonly undatedSpan: Span;
  /** The answer was cut in the second before the part, or after it, so the part has none of the undated items there. */
  readonly cutBeside?: "before" | "after" | undefined;
  readonly items: readonly AnswerItem[];
  /** Items of the rest of the window, possibly not all. The next request must return them again. */
  readonly rest: readonly AnswerItem[];
  /** The number of items outside of the requested span. */
  readonly outside: number;
  /** The server has more records in this second than it returns. */
  readonly cut: boolean;
}

/** Code that few servers need. Each call may reject with an AuditLogError. */
export interface WindowCode {
  /** For servers with so many records in one second that a window must be that short. */
  readonly loadOneSecondReader: () => Promise<typeof OneSecondReaderCode>;
  readonly loadReadZonelessAnswer: LoadReadZonelessAnswer;
}

/**
 * Reads windows of one endpoint without losing a record, for any cap of the server, even one that changes.
 *
 * A server that sorts its records cuts an answer at one end. So the answer is complete from the other end to the last second
 * that it shows, for any cap. The rest of the window, with this second, must be requested again. If the server does
 * not sort, an answer is complete if another recent answer had more records. If nothing proves that an answer is complete,
 * the reader requests shorter parts, down to one second.
 */
export class WindowReader {
  readonly #behavior: EndpointBehavior;
  readonly #endpoint: LogEndpoint;
  readonly #paging: SourceOptions["paging"];
  readonly #code: WindowCode;
  #seconds: OneSecondReaderCode.OneSecondReader | undefined;

  constructor(
    client: ApiClient,
    path: string,
    behavior: EndpointBehavior,
    paging: SourceOptions["paging"],
    options: EventOptions,
    code: WindowCode,
  ) {
    this.#behavior = behavior;
    this.#endpoint = new LogEndpoint(client, path, behavior, options, code.loadReadZonelessAnswer);
    this.#paging = paging;
    this.#code = code;
  }

  /**
   * Reads a part of `span` (whole seconds) until one answer has all of it. The part is usually the whole span, or its newer
   * part; its older part if the server returns the oldest records first.
   *
   * @param params the filters to send
   */
  async read(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    let at = span;
    let requestSpan = this.#endpoint.requestSpan(at);
    let previous: Answer | undefined;
    for (;;) {
      const answer = await this.#endpoint.request(at, params, scope, { requestSpan });
      if (previous) this.#learnCap(at, answer, previous);
      previous = answer;
      if (answer.count < SMALLEST_CAP) return accept(at, answer);
      const { order } = this.#behavior;
      // Zoneless times may be in another zone than assumed, so they do not show which part of the window is complete.
      const sorted = !answer.hasZonelessTimes && (order === "descending" || order === "ascending") ? order : undefined;
      const edges = sorted ? findCompleteEdges(at, answer, sorted) : [];
      const edge = edges.find((one) => isSafe(one, answer));
      if (sorted && edge !== undefined) return this.#acceptPart(cutSpan(at, edge, sorted), answer, at);
      if (!sorted && order !== "unknown" && this.#endpoint.isKnownComplete(answer)) return accept(at, answer);
      const tight = this.#endpoint.requestSpan(at, true);
      const isOneSecond = sorted && edges.length === 0 && answer.items.some(({ time }) => time !== null);
      if (isOneSecond && !isSame(requestSpan, tight)) {
        // All records may be in the second next to the window.
        requestSpan = tight;
      } else if (isOneSecond || at.until - at.from <= SECOND) {
        return this.#readSecond(sorted ? takeFirstSecond(at, sorted) : at, params, scope);
      } else {
        at = { from: splitPoint(at, answer), until: at.until };
        requestSpan = this.#endpoint.requestSpan(at);
      }
    }
  }

  /** Compares the answer for a window with the one for a part of it, which shows whether the cap changes. */
  #learnCap(at: Span, answer: Answer, previous: Answer): void {
    // Both have the same number of records, so this is the cap.
    if (answer.count === previous.count && answer.count >= SMALLEST_CAP) this.#behavior.cap = answer.count;
    // The part has fewer records than the longer window had there. Other records, but as many, may only be in another order.
    const had = findItemsWithin(previous, at).filter(({ time, isZoneless }) => time !== null && !isZoneless);
    if (answer.count < had.length) this.#behavior.capChanges = true;
  }

  /** Reads all of `span`, part by part. */
  async readAll(span: Span, read: (part: Span) => Promise<WindowRead>): Promise<AnswerItem[]> {
    const items: AnswerItem[] = [];
    const left = [span];
    for (let next = left.pop(); next; next = left.pop()) {
      const part = await read(next);
      items.push(...part.items);
      for (const one of [
        { from: next.from, until: part.span.from },
        { from: part.span.until, until: next.until },
      ]) {
        if (one.from < one.until) left.push(one);
      }
    }
    return items;
  }

  /** Returns the records of a span. The viewer learns nothing about the server from the answer. */
  findEvents(span: Span, params: readonly Param[], scope: RequestScope): Promise<EventWithoutId[]> {
    return this.#endpoint.findEvents(span, params, scope);
  }

  /** Counts undated items in the seconds that two neighboring windows share. */
  async countShared(shared: SharedSeconds, params: readonly Param[], scope: RequestScope): Promise<SharedCounts> {
    return (await this.#loadSeconds()).countShared(shared, params, scope);
  }

  /**
   * Accepts a part of a sorted answer that may be cut.
   *
   * @param requested the whole window
   */
  #acceptPart(span: Span, answer: Answer, requested: Span): WindowRead {
    const part = accept(span, answer, requested);
    // No undated item is in doubt where the answer was divided.
    return this.#behavior.order === "ascending"
      ? { ...part, undatedSpan: { from: part.undatedSpan.from, until: span.until - SECOND }, cutBeside: "after" }
      : { ...part, undatedSpan: { from: span.from, until: part.undatedSpan.until }, cutBeside: "before" };
  }

  async #readSecond(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    const { answer, ...read } = await (await this.#loadSeconds()).read(span, params, scope);
    return { ...accept(span, answer), ...read };
  }

  async #loadSeconds(): Promise<OneSecondReaderCode.OneSecondReader> {
    const { OneSecondReader } = await this.#code.loadOneSecondReader();
    return (this.#seconds ??= new OneSecondReader(this.#endpoint, this.#behavior, this.#paging));
  }
}

/** Whether `items` lacks some of the items seen before. */
export function lacksRecords(items: readonly AnswerItem[], seen: readonly AnswerItem[]): boolean {
  const left = new Map<string, number>();
  for (const { raw } of items) addToCount(left, createContentKey(raw));
  return seen.some(({ raw, time, isZoneless }) => {
    if (time === null || isZoneless) return false;
    const key = createContentKey(raw);
    addToCount(left, key, -1);
    return left.get(key)! < 0;
  });
}

/** @param requested the requested window, if it is longer than `span` */
function accept(span: Span, answer: Answer, requested = span): WindowRead {
  const outside = answer.items.filter((item) => isOutside(item, requested)).length;
  const items = findItemsWithin(answer, requested).filter(
    ({ sortTime }) => sortTime >= span.from && sortTime < span.until,
  );
  const rest = answer.items.filter(({ time }) => time !== null && isWithin(time, requested) && !isWithin(time, span));
  const undatedSpan = { from: answer.requestSpan.from, until: Math.min(span.until, answer.requestSpan.until) };
  return { span, undatedSpan, items, rest, outside, cut: false };
}

/** Whether an item is outside of the request, so that the server's clock or zone is not as assumed. */
function isOutside({ time }: AnswerItem, { from, until }: Span): boolean {
  return time !== null && (time < from - SECOND || time >= until + SECOND);
}

/**
 * Returns the edges up to which a sorted answer is certainly complete, the farthest one first; none if all of its records are
 * in one second.
 */
function findCompleteEdges(span: Span, answer: Answer, order: "descending" | "ascending"): number[] {
  const seconds = answer.items.flatMap((item) =>
    item.time === null || isOutside(item, span) ? [] : [Math.floor(item.time / SECOND) * SECOND],
  );
  if (order === "descending") {
    const edges = [...new Set(seconds)].reverse().map((second) => second + SECOND);
    const inside = edges.filter((edge) => edge > span.from && edge < span.until);
    // If the answer continues before the window, it has the whole window.
    return edges[0]! <= span.from ? [span.from, ...inside] : inside;
  }
  const inside = [...new Set(seconds)].filter((edge) => edge > span.from && edge < span.until);
  return seconds[0]! >= span.until ? [span.until, ...inside] : inside;
}

/** Whether a part of an answer that may be cut can end at an edge: no undated item may be on either side of it. */
function isSafe(edge: number, { items }: Answer): boolean {
  return !items.some((item) => straddles(edge, item));
}

function isWithin(time: number, { from, until }: Span): boolean {
  return time >= from && time < until;
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

function cutSpan(span: Span, edge: number, order: "descending" | "ascending"): Span {
  return order === "descending" ? { from: edge, until: span.until } : { from: span.from, until: edge };
}

/** The first second of the answer. */
function takeFirstSecond({ from, until }: Span, order: "descending" | "ascending"): Span {
  return order === "descending" ? { from: until - SECOND, until } : { from, until: from + SECOND };
}

/**
 * Returns the instant at which to split a window whose answer may be incomplete: the middle of its time, or the middle of its
 * records if that is newer. The latter is better if the server returns the newest records, the former if it returns the
 * oldest ones.
 */
function splitPoint(span: Span, answer: Answer): number {
  const inside = findItemsWithin(answer, span);
  const median = inside[Math.floor(inside.length / 2)]?.sortTime ?? span.from;
  const at = Math.max(Math.floor(median / SECOND) * SECOND, findMiddle(span));
  return Math.min(at, span.until - SECOND);
}

/** The middle of a window of at least two seconds, on a whole second. */
function findMiddle(span: Span): number {
  return span.from + Math.max(SECOND, Math.floor((span.until - span.from) / 2 / SECOND) * SECOND);
}
