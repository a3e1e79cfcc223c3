import type { Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import type { ApiClient } from "../transport/api-client.js";
import { straddles, within, type Answer, type Placed } from "../records/answer.js";
import { LogEndpoint, SMALLEST_CAP } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { count } from "../records/count.js";
import type { EndpointHabits } from "../server/habits.js";
import type { EventOptions } from "../records/to-event.js";
import { SecondReader } from "./second-reader.js";
import type { Param } from "../server/send-plan.js";
import type { SourceOptions } from "../source-options.js";
import type { NarrowingField } from "../records/wire.js";

const SECOND = 1000;

/** A part of a window, read whole. */
export interface WindowRead {
  /** The part that was read: never empty. The rest of the asked window has to be asked for again. */
  readonly span: Span;
  /** Up to which second the server was asked, at least for what was read: as a rule up to the end of the part, included. */
  readonly askedUntil: number;
  readonly items: readonly Placed[];
  /** What came of the rest of the window. It is not all that is there, but all of it has to be found there again. */
  readonly rest: readonly Placed[];
  /** Items that lie outside of what the server was asked for. */
  readonly outside: number;
  /** The server holds more records in this second than it gives: `items` are at least some of them. */
  readonly cut: boolean;
}

/**
 * Reads time windows of one endpoint so that no record is lost, whatever cap the server has, even if the cap changes.
 *
 * A server that sorts its records cuts its answer at one end. From the other end on, the answer has everything down (or up) to
 * the last second that it shows, and nothing has to be known of the cap. The rest of the window is asked for again, together
 * with that second. Only where a server keeps no order, a cap has to be supposed: an answer with fewer records than another
 * one had lately was not cut. An answer that proves nothing is read again in parts, down to one second.
 */
export class WindowReader {
  readonly #habits: EndpointHabits;
  readonly #asker: LogEndpoint;
  readonly #seconds: SecondReader;

  constructor(
    client: ApiClient,
    path: string,
    habits: EndpointHabits,
    paging: SourceOptions["paging"],
    options: EventOptions,
  ) {
    this.#habits = habits;
    this.#asker = new LogEndpoint(client, path, habits, options);
    this.#seconds = new SecondReader(this.#asker, habits, paging);
  }

  /**
   * Reads a part of `span` (whole seconds) that one answer is proven to hold: as a rule all of it, or all but its older part;
   * where the server answers its oldest records first, all but its newer part.
   *
   * @param params what the server is asked to narrow its answer to
   */
  async read(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    let at = span;
    let ends = this.#asker.ends(at);
    let before: Answer | undefined;
    for (;;) {
      const answer = await this.#asker.ask(at, params, scope, { ends });
      if (before) this.#compare(at, answer, before);
      before = answer;
      if (answer.count < SMALLEST_CAP) return accept(at, answer);
      const { order } = this.#habits;
      // Times without an offset may be in another zone than is supposed: they do not say what part of the window was answered.
      const sorted = !answer.isNaive && (order === "descending" || order === "ascending") ? order : undefined;
      const edges = sorted ? wholeUpTo(at, answer, sorted) : [];
      const edge = edges.find((one) => isSafe(one, at, answer));
      if (sorted && edge !== undefined) return accept(partOf(at, edge, sorted), answer, at);
      if (!sorted && order !== "unknown" && this.#asker.isProven(answer)) return accept(at, answer);
      const tight = this.#asker.ends(at, true);
      const isOneSecond = sorted && edges.length === 0 && answer.items.some(({ time }) => time !== null);
      if (isOneSecond && !isSame(ends, tight)) {
        // It may be the one beside the window.
        ends = tight;
      } else if (isOneSecond || at.until - at.from <= SECOND) {
        return this.#second(sorted ? secondOf(at, sorted) : at, params, scope);
      } else {
        at = { from: splitPoint(at, answer), until: at.until };
        ends = this.#asker.ends(at);
      }
    }
  }

  /** What an answer to a part of a window, or to all of it again, tells of the cap. */
  #compare(at: Span, answer: Answer, before: Answer): void {
    // As many as before: that many is all the server gives.
    if (answer.count === before.count && answer.count >= SMALLEST_CAP) this.#habits.cap = answer.count;
    // Fewer than the longer window had there. Others, but as many, may be those of a full second in another order.
    const had = within(before, at).filter(({ time, isNaive }) => time !== null && !isNaive);
    if (answer.count < had.length) this.#habits.capChanges = true;
  }

  /** Reads all of `span`, part by part. */
  async readAll(span: Span, read: (part: Span) => Promise<WindowRead>): Promise<Placed[]> {
    const items: Placed[] = [];
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

  /** Finds out whether the server ignores letter case in a field; false without a record to ask for. */
  probeCase(field: NarrowingField, scope: RequestScope): Promise<boolean> {
    return this.#asker.probeCase(field, scope);
  }

  /**
   * What the windows on both sides of `edge` may both have answered: the second of grace.
   *
   * @param until up to which second the older one was asked
   */
  async overlap(
    edge: number,
    until: number,
    params: readonly Param[],
    scope: RequestScope,
  ): Promise<readonly Placed[]> {
    const span = { from: edge, until: edge };
    return (await this.#asker.ask(span, params, scope, { ends: { ...this.#asker.ends(span), until } })).items;
  }

  async #second(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    const { answer, cut } = await this.#seconds.read(span, params, scope);
    return { ...accept(span, answer), cut };
  }
}

/** Whether something that was seen before has not come again. */
export function lacks(items: readonly Placed[], seen: readonly Placed[]): boolean {
  const left = new Map<string, number>();
  for (const { raw } of items) count(left, contentKey(raw));
  return seen.some(({ raw, time, isNaive }) => {
    if (time === null || isNaive) return false;
    const key = contentKey(raw);
    count(left, key, -1);
    return left.get(key)! < 0;
  });
}

/** @param asked where more was asked for than `span` */
function accept(span: Span, answer: Answer, asked = span): WindowRead {
  // Anything beyond the second of grace was not asked for: the server's clock or zone is not what it seems.
  const outside = answer.items.filter((item) => isOutside(item, asked)).length;
  const items = within(answer, asked).filter(({ place }) => place >= span.from && place < span.until);
  const rest = answer.items.filter(
    ({ time }) => time !== null && time >= asked.from && time < asked.until && (time < span.from || time >= span.until),
  );
  return { span, askedUntil: Math.min(span.until, answer.ends.until), items, rest, outside, cut: false };
}

function isOutside({ time }: Placed, { from, until }: Span): boolean {
  return time !== null && (time < from - SECOND || time >= until + SECOND);
}

/**
 * Up to which seconds a sorted answer has everything for certain, the furthest one first; none where all of it lies in one.
 */
function wholeUpTo(span: Span, answer: Answer, order: "descending" | "ascending"): number[] {
  const seconds = answer.items.flatMap((item) =>
    item.time === null || isOutside(item, span) ? [] : [Math.floor(item.time / SECOND) * SECOND],
  );
  if (order === "descending") {
    const edges = [...new Set(seconds)].reverse().map((second) => second + SECOND);
    // It goes on beyond the window.
    return edges[0]! <= span.from ? [span.from] : edges.filter((edge) => edge < span.until);
  }
  return seconds[0]! >= span.until ? [span.until] : [...new Set(seconds)].filter((edge) => edge > span.from);
}

/**
 * A part is to end where no item without a time stands, as nobody knows on which side that is. At the end of the window it does not
 * matter: the window beside it is told about such an item.
 */
function isSafe(edge: number, { from, until }: Span, { items }: Answer): boolean {
  return edge === from || edge === until || !items.some((item) => item.time === null && straddles(edge, item));
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

function partOf(span: Span, edge: number, order: "descending" | "ascending"): Span {
  return order === "descending" ? { from: edge, until: span.until } : { from: span.from, until: edge };
}

/** The second at which the answer begins. */
function secondOf({ from, until }: Span, order: "descending" | "ascending"): Span {
  return order === "descending" ? { from: until - SECOND, until } : { from, until: from + SECOND };
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
