import type { Span } from "../../core/coverage.js";
import { contentKey } from "../../core/text/parameter-text.js";
import { straddles, type Placed } from "../records/answer.js";
import type { RequestScope } from "../transport/request-scope.js";
import { count } from "../records/count.js";
import type { Param } from "../server/send-plan.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

const SECOND = 1000;

/** Items without a time that are remembered: windows that overlap are not far from each other. */
const MOST_UNDATED = 2000;

/**
 * What windows beside each other may both have. A record with a time lies in one of them. One without a readable time stands
 * somewhere between its neighbours, so that of several copies it is not clear which window has which.
 */
export class Overlap {
  readonly #range: Span;
  readonly #windows: WindowReader;
  /** Items without a readable time at the older edge of the window taken last, by content. */
  #atEdge = new Map<string, number>();
  /** The last ones that were taken. */
  #undated: readonly Placed[] = [];

  /** @param range the instants that belong to the search */
  constructor(range: Span, windows: WindowReader) {
    this.#range = range;
    this.#windows = windows;
  }

  /** The windows that were taken are read again. */
  forget(): void {
    this.#atEdge = new Map();
    this.#undated = [];
  }

  /**
   * Whether a window that goes on into what was taken may, or may not, have an item without a time that was taken already: one
   * of several copies would be taken for another.
   */
  isUnclear({ items, span }: WindowRead): boolean {
    const untimed = new Set(items.flatMap(({ time, raw }) => (time === null ? [contentKey(raw)] : [])));
    return (
      untimed.size > 0 && this.#undated.some((item) => straddles(span.until, item) && untimed.has(contentKey(item.raw)))
    );
  }

  /** The items of a window that goes on beyond `edge`, without those that were taken already. */
  olderOf({ items, span }: WindowRead, edge: number): Placed[] {
    // It has all of them again, wherever they stand.
    const taken = new Map<string, number>();
    for (const { raw, place, older } of this.#undated) {
      if (place < span.until || older === undefined || older < span.until) count(taken, contentKey(raw));
    }
    return items.flatMap((item) => {
      if (item.time !== null) return item.place < edge ? [item] : [];
      const key = contentKey(item.raw);
      if ((taken.get(key) ?? 0) === 0) return [{ ...item, place: Math.min(item.place, edge - 1) }];
      count(taken, key, -1);
      return [];
    });
  }

  /**
   * Takes a window.
   *
   * @param doubled how often items without a time are in the window before, by content
   * @returns those of its items that belong to the search, each once
   */
  take({ items, span }: WindowRead, doubled: Map<string, number>): Placed[] {
    const { from, until } = this.#range;
    const atEdge = new Map<string, number>();
    const kept = items.filter((item) => {
      if (item.time !== null) return item.place >= from && item.place < until;
      const key = contentKey(item.raw);
      if (item.older === undefined || item.older < span.from + SECOND) count(atEdge, key);
      if (!isAtNewerEdge(item, span) || (doubled.get(key) ?? 0) === 0) return true;
      count(doubled, key, -1);
      return false;
    });
    this.#atEdge = atEdge;
    this.#undated = [...this.#undated, ...kept.filter(({ time }) => time === null)].slice(-MOST_UNDATED);
    return kept;
  }

  /**
   * How often items without a readable time were read with the window before already. One that stands at the edge of both
   * can come in both, or be another one that is alike: what both had to answer, the second of grace, tells.
   */
  async doubled(
    { items, span, askedUntil }: WindowRead,
    params: readonly Param[],
    scope: RequestScope,
  ): Promise<Map<string, number>> {
    const doubled = new Map<string, number>();
    const isDoubtful = items.some(
      (item) => item.time === null && isAtNewerEdge(item, span) && this.#atEdge.has(contentKey(item.raw)),
    );
    if (!isDoubtful) return doubled;
    for (const { raw, time } of await this.#windows.overlap(span.until, askedUntil, params, scope)) {
      const key = contentKey(raw);
      if (time === null && this.#atEdge.has(key)) count(doubled, key);
    }
    return doubled;
  }
}

function isAtNewerEdge({ newer }: Placed, span: Span): boolean {
  return newer === undefined || newer >= span.until - SECOND;
}
