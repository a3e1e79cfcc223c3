import type { Span } from "../domain/coverage.js";
import type { ApiClient } from "./api-client.js";
import { within, type Answer, type Placed } from "./answer.js";
import { Asker, SMALLEST_CAP, type RequestScope } from "./asker.js";
import type { EndpointHabits } from "./habits.js";
import type { NormaliseOptions } from "./normalise.js";
import { SecondReader } from "./second-reader.js";
import type { Param } from "./send-plan.js";
import type { SourceOptions } from "./source-options.js";
import type { NarrowingField } from "./wire.js";

const SECOND = 1000;

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
  readonly #habits: EndpointHabits;
  readonly #asker: Asker;
  readonly #seconds: SecondReader;

  constructor(
    client: ApiClient,
    path: string,
    habits: EndpointHabits,
    paging: SourceOptions["paging"],
    options: NormaliseOptions,
  ) {
    this.#habits = habits;
    this.#asker = new Asker(client, path, habits, options);
    this.#seconds = new SecondReader(this.#asker, habits, paging);
  }

  /**
   * Reads the newest part of `span` (whole seconds) that one answer is proven to hold.
   *
   * @param params what the server is asked to narrow its answer to
   */
  async readNewest(span: Span, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    if (this.#habits.largestAnswer > 0 || span.until - span.from < 2 * SECOND) {
      return this.#settle(span, await this.#asker.ask(span, params, scope), params, scope);
    }
    // Nothing is known yet, so the first answer will be the largest: its newer half is asked for at the same time.
    const newer = { from: middle(span), until: span.until };
    const [whole, half] = await Promise.all([
      this.#asker.ask(span, params, scope),
      this.#asker.ask(newer, params, scope),
    ]);
    return this.#asker.isProven(whole) ? accept(span, whole) : this.#settle(newer, half, params, scope);
  }

  /** Finds out whether the server ignores letter case in a field; false without a record to ask for. */
  probeCase(field: NarrowingField, scope: RequestScope): Promise<boolean> {
    return this.#asker.probeCase(field, scope);
  }

  /** What the windows on both sides of `edge` may both have answered: the second of grace. */
  async overlap(edge: number, params: readonly Param[], scope: RequestScope): Promise<readonly Placed[]> {
    return (await this.#asker.ask({ from: edge, until: edge }, params, scope)).items;
  }

  async #settle(span: Span, answer: Answer, params: readonly Param[], scope: RequestScope): Promise<WindowRead> {
    let at = span;
    let seen = answer;
    while (!this.#asker.isProven(seen)) {
      if (at.until - at.from <= SECOND) {
        const { answer: held, cut } = await this.#seconds.read(at, params, scope);
        return { ...accept(at, held), cut };
      }
      const before = seen.count;
      at = { from: splitPoint(at, seen), until: at.until };
      seen = await this.#asker.ask(at, params, scope);
      // As many from the part as from the whole: that many is all the server gives.
      if (seen.count === before && before >= SMALLEST_CAP) this.#habits.cap = before;
    }
    return accept(at, seen);
  }
}

function accept(span: Span, answer: Answer): WindowRead {
  // Anything beyond the second of grace was not asked for: the server's clock or zone is not what it seems.
  const outside = answer.items.filter(
    ({ time }) => time !== null && (time < span.from - SECOND || time >= span.until + SECOND),
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
