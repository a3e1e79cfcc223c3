import type { Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { newestFirst, straddles, type Answer, type Placed } from "../records/answer.js";
import { SMALLEST_CAP, type LogEndpoint } from "../server/log-endpoint.js";
import type { RequestScope } from "../transport/request-scope.js";
import { count } from "../records/count.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { EndpointHabits } from "../server/habits.js";
import { Merger } from "../records/merge.js";
import type { Param } from "../server/send-plan.js";
import type { SourceOptions } from "../source-options.js";
import { NARROWING, type NarrowingField } from "../records/wire.js";

const SECOND = 1000;

/** How often a full second is asked for again to see whether the cap is always the same. */
const ASKED_AGAIN = 2;
const ASKED_IN_DOUBT = 6;

/** How far around a second is asked to see whether it was whole, ms. */
const WIDER = [3600 * SECOND, 40 * 86_400 * SECOND];

/** Far beyond the end of any second: where `start` is honored, such a page is empty. */
const BEYOND = 1_000_000;

/** Requests for pieces of one second, and how many of them at once. */
const MOST_PIECES = 24;
const AT_ONCE = 4;

/**
 * The budget is spent in the middle of a second. What was read of it is kept, and the next read of the same second goes on.
 */
export class Paused extends Error {}

/** Asks for the second, always with the same ends: `more` narrows the answer, `start` skips records. */
type Ask = (more?: readonly Param[], start?: number) => Promise<Answer>;

/** What a single second holds. */
export interface SecondRead {
  readonly answer: Answer;
  /** The server has more records there than it gives. */
  readonly cut: boolean;
}

/** Reads a single second, as small as a window gets: there `start`, and after it the filters, are the only ways on. */
export class SecondReader {
  readonly #asker: LogEndpoint;
  readonly #habits: EndpointHabits;
  readonly #paging: SourceOptions["paging"];
  /** Pages of seconds that were not read to their end: windows are read side by side. */
  readonly #begun = new Map<string, readonly Answer[]>();

  constructor(asker: LogEndpoint, habits: EndpointHabits, paging: SourceOptions["paging"]) {
    this.#asker = asker;
    this.#habits = habits;
    this.#paging = paging;
  }

  async read(span: Span, params: readonly Param[], scope: RequestScope): Promise<SecondRead> {
    const around = { from: span.from - 3600 * SECOND, until: span.until + 3600 * SECOND };
    let answer: Answer;
    let ends: Span;
    do {
      // Without the seconds beside it, which may be the ones that are full; an answer can show that more can be left out.
      ends = this.#asker.ends(span, true);
      answer = await this.#asker.ask(span, params, scope, { ends });
      if (answer.count < SMALLEST_CAP) return { answer, cut: false };
      for (const beyond of answer.isNaive ? [] : this.#beyond(span)) {
        const wider = await this.#asker.ask(beyond, params, scope);
        // Which of them lie in the second is not clear for those without a time that come after it.
        const edge = beyond.from < span.from ? span.from : span.until;
        if (wider.items.some((item) => straddles(edge, item))) continue;
        // A sorted answer that goes on beyond the second has all of it.
        if (wider.items.some(({ time }) => time !== null && isWithin(time, beyond) && !isWithin(time, span, SECOND))) {
          const items = wider.items.filter(({ place }) => isWithin(place, span));
          return { answer: { ...wider, items }, cut: false };
        }
      }
      const wide = await this.#asker.ask(around, params, scope);
      const again = () => this.#asker.ask(span, params, scope, { ends });
      const isSorted = this.#beyond(span).length > 0 && !answer.isNaive;
      const whole = isSorted ? await this.#steady(answer, span, wide, again) : this.#asker.isProven(answer) && answer;
      if (whole) return { answer: whole, cut: false };
    } while (!isSame(ends, this.#asker.ends(span, true)));
    const ask: Ask = (more = [], start = 0) => this.#asker.ask(span, [...params, ...more], scope, { ends, start });
    const key = `${ends.from} ${ends.until} ${params.map(keyOf).join()}`;
    const { pages, isSteady } = (await this.#startWorks(ask))
      ? await this.#pages(answer, ask, key, scope)
      : { pages: [], isSteady: false };
    if (isSteady && (await this.#keepOrder(pages, ask))) {
      const items = pages.flatMap(({ items }) => [...items]).sort(newestFirst);
      return { answer: { ...answer, items }, cut: false };
    }
    return { answer: await this.#inPieces([answer, ...pages], params, ask), cut: true };
  }

  /**
   * An answer that comes out as long again and again, shorter than that to a wider window: unless the cap is another one from answer
   * to answer, it was not cut. Records that come meanwhile make it longer.
   */
  async #steady(
    answer: Answer,
    { from, until }: Span,
    wide: Answer,
    again: () => Promise<Answer>,
  ): Promise<Answer | undefined> {
    const around = { from: from - SECOND, until: until + SECOND };
    if (this.#habits.capChanges) return undefined;
    // As many as of another time: that may be all that the server gives to some requests.
    const times = this.#habits.hadElsewhere(answer.count, around) ? ASKED_IN_DOUBT : ASKED_AGAIN;
    let last = answer;
    for (let left = times; left > 0 && last.count < wide.count; left -= 1) {
      const next = await again();
      if (next.count < last.count) return undefined;
      last = next;
    }
    return last.count < wide.count ? last : undefined;
  }

  /** Wider and wider windows that begin with the second and have what the server answers after it. */
  #beyond({ from, until }: Span): Span[] {
    const { order } = this.#habits;
    if (order === "descending") return WIDER.map((length) => ({ from: from - length, until }));
    return order === "ascending" ? WIDER.map((length) => ({ from, until: until + length })) : [];
  }

  /** @returns the pages, and whether they are all that there is, one after the other */
  async #pages(
    first: Answer,
    ask: Ask,
    key: string,
    { mayAsk = () => true }: RequestScope,
  ): Promise<{ readonly pages: readonly Answer[]; readonly isSteady: boolean }> {
    const begun = this.#begun.get(key);
    this.#begun.delete(key);
    if (begun && !beginAlike(begun[0]!, first)) return { pages: begun, isSteady: false };
    const pages = [...(begun ?? [first])];
    let start = pages.reduce((sum, page) => sum + page.count, 0);
    for (let asked = 0; start < BEYOND; asked += 1) {
      // One at least: each read of the second is to come further.
      if (asked > 0 && !mayAsk()) {
        this.#begun.set(key, pages);
        throw new Paused();
      }
      const page = await ask([], start);
      if (page.count === 0) break;
      // It knows nothing of `start` after all.
      if (contentOf(page) === contentOf(pages[pages.length - 1]!)) {
        this.#habits.startHonoured = false;
        return { pages: [], isSteady: false };
      }
      pages.push(page);
      start += page.count;
    }
    return { pages, isSteady: true };
  }

  /**
   * Whether records of the same second keep their order from request to request. Where they do not, pages may double one
   * record and leave out another.
   */
  async #keepOrder(pages: readonly Answer[], ask: Ask): Promise<boolean> {
    if (pages.length === 1) return true;
    const last = pages[pages.length - 1]!;
    const start = pages.reduce((sum, { count }) => sum + count, -last.count);
    for (const { page, start: from } of [
      { page: pages[0]!, start: 0 },
      { page: last, start },
    ]) {
      const again = await ask([], from);
      if (!beginAlike(again, page)) return false;
    }
    return true;
  }

  /**
   * What the server holds back of a second, as far as it gives it piece by piece: with the values seen in each field,
   * and those that come to light thereby. Values that nobody has seen stay out of reach, so this proves nothing.
   */
  async #inPieces(seen: readonly Answer[], params: readonly Param[], ask: Ask): Promise<Answer> {
    const merger = new Merger();
    let leg = 0;
    // Each answer holds a record at most once, so the greatest count of any of them is no exaggeration.
    const take = (answer: Answer) => merger.mergeLeg(leg++, answer.items);
    const items = seen.flatMap(take);
    const asked = new Set<string>();
    for (let left = MOST_PIECES; left > 0; left -= AT_ONCE) {
      const pieces = this.#piecesOf(items, params, asked).slice(0, Math.min(AT_ONCE, left));
      if (pieces.length === 0) break;
      for (const piece of pieces) asked.add(keyOf(piece));
      const answers = await Promise.all(pieces.map((piece) => this.#piece(piece, ask)));
      for (const answer of answers) if (answer) items.push(...take(answer));
    }
    items.sort(newestFirst);
    return { ...seen[0]!, items };
  }

  /** undefined where the server refuses to be asked for it. */
  async #piece(piece: Param, ask: Ask): Promise<Answer | undefined> {
    try {
      return await ask([piece]);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.#habits.refused.add(piece.name);
      return undefined;
    }
  }

  /**
   * The values that were not asked for yet, those first that most records have: they promise most others. What all records
   * have would bring the same answer again, and comes last.
   */
  #piecesOf(items: readonly Placed[], params: readonly Param[], asked: ReadonlySet<string>): Param[] {
    const pieces: { readonly piece: Param; readonly seen: number }[] = [];
    for (const field of Object.keys(NARROWING) as NarrowingField[]) {
      const name = NARROWING[field];
      if (this.#habits.refused.has(name) || params.some((param) => param.name === name)) continue;
      const counts = new Map<string, number>();
      for (const { original } of items) {
        const value = original?.[field];
        if (value) count(counts, value);
      }
      for (const [value, seen] of counts) pieces.push({ piece: { name, value }, seen: seen % items.length });
    }
    pieces.sort((one, other) => other.seen - one.seen);
    return pieces.map(({ piece }) => piece).filter((piece) => !asked.has(keyOf(piece)));
  }

  async #startWorks(ask: Ask): Promise<boolean> {
    if (this.#habits.startHonoured === false) return false;
    if (this.#paging !== "auto") return this.#paging === "offset";
    if (this.#habits.startHonoured === "unknown") {
      this.#habits.startHonoured = await ask([], BEYOND).then(
        (beyond) => beyond.count === 0,
        (error: unknown) => {
          if (isRefusal(error)) return false;
          throw error;
        },
      );
    }
    return this.#habits.startHonoured === true;
  }
}

function isWithin(time: number, { from, until }: Span, beside = 0): boolean {
  return time >= from - beside && time < until + beside;
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

function keyOf({ name, value }: Param): string {
  return `${name} ${value}`;
}

/**
 * Whether two answers to the same question begin with the same records; the cap may be another one. The server's own order is
 * compared: which way round it is may have been learned between the two.
 */
function beginAlike(one: Answer, other: Answer): boolean {
  const length = Math.min(one.count, other.count);
  const start = ({ raws }: Answer) => raws.slice(0, length).map(contentKey);
  return start(one).join("\n") === start(other).join("\n");
}

/** Which records an answer holds, in whatever order. */
function contentOf({ items }: Answer): string {
  return items
    .map(({ raw }) => contentKey(raw))
    .sort()
    .join("\n");
}
