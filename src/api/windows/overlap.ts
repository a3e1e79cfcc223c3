import type { Span } from "../../core/coverage.js";
import type { AnswerItem } from "../records/answer.js";
import type { Param } from "../server/send-plan.js";
import type { RequestScope } from "../transport/request-scope.js";
import type * as UndatedOverlapCode from "./undated-overlap.js";
import type { OverlapEdge } from "./undated-overlap.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

/** May reject with an AuditLogError. */
export type LoadUndatedOverlap = () => Promise<typeof UndatedOverlapCode>;

/**
 * Removes the items that two neighboring windows both have. An item with a time belongs to one window. Items without a readable
 * time are rare and need more: `UndatedOverlap`, which is loaded with the first one.
 */
export class Overlap {
  readonly #range: Span;
  readonly #windows: WindowReader;
  readonly #load: LoadUndatedOverlap;
  /** Does everything from the first undated item on. */
  #undated: UndatedOverlapCode.UndatedOverlap | undefined;
  #edge: OverlapEdge = { undatedFrom: Infinity, cutBeside: undefined, findReleased: undefined };

  /** @param range the instants that belong to the search */
  constructor(range: Span, windows: WindowReader, load: LoadUndatedOverlap) {
    this.#load = load;
    this.#range = range;
    this.#windows = windows;
  }

  /** Whether it is not certain how often the log has an undated item. */
  get isDoubtful(): boolean {
    return this.#undated?.isDoubtful ?? false;
  }

  /** Whether `load` must be called before the window can be cut. */
  needsCode({ items }: WindowRead): boolean {
    return !this.#undated && items.some(({ time }) => time === null);
  }

  /** Rejects with an AuditLogError. */
  async load(): Promise<void> {
    const { UndatedOverlap } = await this.#load();
    this.#undated ??= new UndatedOverlap(this.#range, this.#windows, this.#edge);
  }

  /** Everything before `time` is read again. */
  rewind(time: number): void {
    this.#edge = { ...this.#edge, findReleased: () => [] };
    this.#undated?.rewind(time);
  }

  /**
   * Everything from `time` on has been read by another cursor of the same log. It may still have to read the items at `time`.
   *
   * @param listedFrom the items of the other cursor from here on are in the list
   */
  skipTo(time: number, other: Overlap, listedFrom: number): void {
    const findReleased = () => other.#undated?.listAt(time, listedFrom) ?? [];
    this.#edge = { ...this.#edge, findReleased };
    this.#undated?.skip(findReleased);
  }

  /**
   * Removes the part of a window that has been read before.
   *
   * @param readFrom everything from here on has been read
   * @returns the rest; undefined if it is not clear which items were read before, so the window must be read again
   */
  cut<T extends WindowRead>(window: T, readFrom: number): T | undefined {
    if (this.#undated) return this.#undated.cut(window, readFrom);
    const { items } = window;
    const span = { from: window.span.from, until: Math.min(window.span.until, readFrom) };
    const overlaps = window.span.until > span.until;
    // Two windows may resolve an ambiguous time to different hours.
    if (overlaps && items.some((item) => item.isAmbiguous)) return undefined;
    return { ...window, span, items: overlaps ? items.filter(({ sortTime }) => sortTime < readFrom) : items };
  }

  /**
   * Takes a window.
   *
   * @param repeated how often the previous window had an undated item, by content
   * @returns the items of the window that belong to the search, each of them once
   */
  take(window: WindowRead, repeated: Map<string, number>): AnswerItem[] {
    if (this.#undated) return this.#undated.take(window, repeated);
    const { items, undatedSpan, cutBeside } = window;
    const { from, until } = this.#range;
    this.#edge = { undatedFrom: undatedSpan.from, cutBeside, findReleased: undefined };
    return items.filter(({ sortTime }) => sortTime >= from && sortTime < until);
  }

  /** Counts the undated items that the previous window also had, by content. Rejects with an AuditLogError. */
  async countRepeated(window: WindowRead, params: readonly Param[], scope: RequestScope): Promise<Map<string, number>> {
    return (await this.#undated?.countRepeated(window, params, scope)) ?? new Map<string, number>();
  }
}
