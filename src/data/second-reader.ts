import type { Span } from "../domain/coverage.js";
import { contentKey } from "../domain/parameter-text.js";
import { newestFirst, type Answer, type Placed } from "./answer.js";
import type { Asker, RequestScope } from "./asker.js";
import { count } from "./count.js";
import { isRefusal } from "./error-mapping.js";
import type { EndpointHabits } from "./habits.js";
import { Merger } from "./merge.js";
import type { Param } from "./send-plan.js";
import type { SourceOptions } from "./source-options.js";
import { NARROWING, type NarrowingField } from "./wire.js";

const SECOND = 1000;

/** Far beyond the end of any second: where `start` is honored, such a page is empty. */
const BEYOND = 1_000_000;

/** Requests for pieces of one second, and how many of them at once. */
const MOST_PIECES = 24;
const AT_ONCE = 4;

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
  readonly #asker: Asker;
  readonly #habits: EndpointHabits;
  readonly #paging: SourceOptions["paging"];

  constructor(asker: Asker, habits: EndpointHabits, paging: SourceOptions["paging"]) {
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
      if (this.#asker.isProven(answer)) return { answer, cut: false };
      // A wider window with a larger answer proves that this one was not cut.
      await this.#asker.ask(around, params, scope);
      if (this.#asker.isProven(answer)) return { answer, cut: false };
    } while (!isSame(ends, this.#asker.ends(span, true)));
    const ask: Ask = (more = [], start = 0) => this.#asker.ask(span, [...params, ...more], scope, { ends, start });
    const pages = (await this.#startWorks(ask)) ? await this.#pages(answer, ask) : [];
    if (pages.length > 0 && (await this.#keepOrder(pages, ask))) {
      const items = pages.flatMap(({ items }) => [...items]).sort(newestFirst);
      return { answer: { ...answer, items }, cut: false };
    }
    return { answer: await this.#inPieces([answer, ...pages], params, ask), cut: true };
  }

  async #pages(first: Answer, ask: Ask): Promise<Answer[]> {
    const pages = [first];
    for (let start = first.count; start < BEYOND;) {
      const page = await ask([], start);
      if (page.count === 0) break;
      pages.push(page);
      start += page.count;
    }
    return pages;
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
      if (contentOf(again) !== contentOf(page)) return false;
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

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}

function keyOf({ name, value }: Param): string {
  return `${name} ${value}`;
}

/** Which records an answer holds, in whatever order. */
function contentOf({ items }: Answer): string {
  return items
    .map(({ raw }) => contentKey(raw))
    .sort()
    .join("\n");
}
