import type { Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "../records/add-to-count.js";
import { straddles, type AnswerItem } from "../records/answer.js";
import type { Param } from "../server/send-plan.js";
import type { RequestScope } from "../transport/request-scope.js";
import type { WindowRead, WindowReader } from "./window-reader.js";

const SECOND = 1000;

/** The maximum number of undated items to remember. Windows that overlap are not far from each other. */
const MOST_UNDATED = 2000;

/** What is known of the windows that were taken before the first undated item. */
export interface OverlapEdge {
  /** The second from which on the last window has undated items. */
  readonly undatedFrom: number;
  readonly cutBeside: WindowRead["cutBeside"];
  /** Returns the undated items that the next window may have again; undefined if it may have none. */
  readonly findReleased: (() => readonly AnswerItem[]) | undefined;
}

/**
 * Removes the items that two neighboring windows both have, of a log with undated items: items without a readable time. Such an
 * item is somewhere between its neighbors, so both windows may have it. Loaded with the first one.
 */
export class UndatedOverlap {
  readonly #range: Span;
  readonly #windows: WindowReader;
  /** The undated items at the older edge of the last window, by content, and the second from which on it has them. */
  #atEdge = new Map<string, number>();
  #undatedFrom: number;
  #cutBeside: WindowRead["cutBeside"];
  /** Returns the undated items that the next window may have again, after `rewind` or `skip`. */
  #findReleased: (() => readonly AnswerItem[]) | undefined;
  /** The undated items that were taken last. */
  #undated: readonly AnswerItem[] = [];
  /** It is not certain how often the log has an undated item. */
  isDoubtful = false;

  /** @param range the instants that belong to the search */
  constructor(range: Span, windows: WindowReader, { undatedFrom, cutBeside, findReleased }: OverlapEdge) {
    this.#range = range;
    this.#windows = windows;
    this.#undatedFrom = undatedFrom;
    this.#cutBeside = cutBeside;
    this.#findReleased = findReleased;
  }

  /**
   * Everything before `time` is read again. The undated items that may be on either side of `time` have
   * all been taken with the newer side. So the next window may have some of them again there, but no others.
   */
  rewind(time: number): void {
    this.#undated = this.#undated.filter(({ sortTime }) => sortTime >= time);
    const released = this.#undated.filter((item) => mayBeAt(time, item));
    this.#findReleased = () => released;
  }

  /**
   * Another cursor has read the newer windows.
   *
   * @param findReleased returns its undated items that the next window may have again
   */
  skip(findReleased: () => readonly AnswerItem[]): void {
    this.#undated = [];
    this.#findReleased = findReleased;
  }

  /** Returns the undated items that may be at `time`. @param listedFrom older items are not in the list */
  listAt(time: number, listedFrom: number): readonly AnswerItem[] {
    return this.#undated.filter((item) => item.sortTime >= listedFrom && mayBeAt(time, item));
  }

  /**
   * Removes the part of a window that has been read before.
   *
   * @param readFrom everything from here on has been read
   * @returns the rest; undefined if it is not clear which items were read before, so the window must be read again
   */
  cut<T extends WindowRead>(window: T, readFrom: number): T | undefined {
    const span = { from: window.span.from, until: Math.min(window.span.until, readFrom) };
    const overlaps = window.span.until > span.until;
    const unclear = new Set(
      window.items.flatMap((item) => (isUnclearAt(readFrom, item) ? [createContentKey(item.raw)] : [])),
    );
    // Two windows may resolve an ambiguous time to different hours.
    if (overlaps && (window.items.some((item) => item.isAmbiguous) || this.#hasUnclearItems(window, unclear)))
      return undefined;
    return { ...window, span, items: overlaps ? this.#itemsBefore(readFrom, window, unclear) : window.items };
  }

  /** Whether an undated item may have been taken before, or may be another one with the same content. */
  #hasUnclearItems({ items, span }: WindowRead, unclear: ReadonlySet<string>): boolean {
    // By content: whether one of these items may be in the second after the window.
    const undated = new Map<string, boolean>();
    for (const item of items) {
      const key = createContentKey(item.raw);
      if (item.time === null && unclear.has(key)) undated.set(key, undated.get(key) || straddles(span.until, item));
    }
    return this.#undated.some((item) => {
      const mayBeAfter = undated.get(createContentKey(item.raw));
      if (mayBeAfter === undefined) return false;
      return straddles(span.until, item) || (mayBeAfter && mayBeAt(span.until, item));
    });
  }

  #itemsBefore(readFrom: number, { items, span }: WindowRead, unclear: ReadonlySet<string>): AnswerItem[] {
    // The window has all of these undated items again.
    const taken = new Map<string, number>();
    for (const { raw, sortTime, olderTime } of this.#undated) {
      const isInWindow = sortTime < span.until || olderTime === undefined || olderTime < span.until;
      if (isInWindow) addToCount(taken, createContentKey(raw));
    }
    return items.flatMap((item) => {
      if (item.time !== null) return item.sortTime < readFrom ? [item] : [];
      // It is in the second after the window, which the request also contained.
      if (item.olderTime !== undefined && item.olderTime >= span.until) return [];
      const key = createContentKey(item.raw);
      const isNew = unclear.has(key) ? (taken.get(key) ?? 0) === 0 : (item.olderTime ?? 0) < readFrom;
      if (isNew) return [{ ...item, sortTime: Math.min(item.sortTime, readFrom - 1) }];
      addToCount(taken, key, -1);
      return [];
    });
  }

  /**
   * Takes a window.
   *
   * @param repeated how often the previous window had an undated item, by content
   * @returns the items of the window that belong to the search, each of them once
   */
  take({ items, span, undatedSpan, cutBeside }: WindowRead, repeated: Map<string, number>): AnswerItem[] {
    const { from, until } = this.#range;
    const atEdge = new Map<string, number>();
    const isAgain = this.#findReleased !== undefined;
    const edge = isAgain ? span.until : span.until - SECOND;
    this.#findReleased = undefined;
    const taken = items.filter((item) => {
      if (item.time !== null) return item.sortTime >= from && item.sortTime < until;
      // Items that are certainly newer than `rewind` or `skip` have been taken.
      if (isBeside(item, span, cutBeside) || (isAgain && isBeside(item, span, "after"))) return false;
      const key = createContentKey(item.raw);
      if (item.olderTime === undefined || item.olderTime < span.from + SECOND) addToCount(atEdge, key);
      if (!isBeyond(edge, item) || (repeated.get(key) ?? 0) === 0) return true;
      addToCount(repeated, key, -1);
      return false;
    });
    this.#atEdge = atEdge;
    this.#undatedFrom = undatedSpan.from;
    this.#cutBeside = cutBeside;
    this.#undated = [...this.#undated, ...taken.filter(({ time }) => time === null)].slice(-MOST_UNDATED);
    return taken;
  }

  /**
   * Counts the undated items that the previous window also had, by content. An undated item at the edge of both windows may be
   * in both, or there may be two equal ones. A count in the seconds that both windows share shows which it is, because each
   * window has every item of these seconds. Windows that were requested with tight ends may share no second.
   */
  async countRepeated(
    { items, span, undatedSpan, cutBeside }: WindowRead,
    params: readonly Param[],
    scope: RequestScope,
  ): Promise<Map<string, number>> {
    if (this.#findReleased) return this.#countReleased(this.#findReleased(), items, span.until);
    const repeated = new Map<string, number>();
    const keys = new Set<string>();
    for (const item of items) {
      const key = createContentKey(item.raw);
      if (item.time === null && isBeyond(span.until - SECOND, item) && this.#atEdge.has(key)) keys.add(key);
    }
    const seconds = { from: this.#undatedFrom, until: undatedSpan.until };
    if (keys.size === 0 || seconds.from > seconds.until) return repeated;
    const [isCutBefore, isCutAfter] = [this.#cutBeside === "before", cutBeside === "after"];
    const shared = await this.#windows.countShared({ seconds, isCutBefore, isCutAfter, keys }, params, scope);
    if (!shared.isCertain) this.isDoubtful = true;
    for (const [key, count] of shared.counts) repeated.set(key, Math.min(count, this.#atEdge.get(key)!));
    return repeated;
  }

  #countReleased(released: readonly AnswerItem[], items: readonly AnswerItem[], time: number): Map<string, number> {
    const counts = new Map<string, number>();
    const again = new Set(items.flatMap((item) => (straddles(time, item) ? [createContentKey(item.raw)] : [])));
    for (const item of released) {
      const key = createContentKey(item.raw);
      const isAtEdge = straddles(time, item);
      if (isAtEdge) addToCount(counts, key);
      // Without an older neighbor, the equal item may be another one that is much older. The server may also have changed the
      // order of the records in this second.
      if ((!isAtEdge || item.olderTime === undefined) && again.has(key)) this.isDoubtful = true;
    }
    return counts;
  }
}

/**
 * Whether an undated item is certainly in the second before or after a window, in which the answer was cut. The neighboring
 * window has all of these items.
 */
function isBeside(
  { time, newerTime, olderTime }: AnswerItem,
  { from, until }: Span,
  cutBeside: WindowRead["cutBeside"],
): boolean {
  if (time !== null) return false;
  if (cutBeside === "before") return newerTime !== undefined && newerTime < from;
  return cutBeside === "after" && olderTime !== undefined && olderTime >= until;
}

/** Whether an undated item may have been read with the part from `time` on, which may have the second before `time` too. */
function isUnclearAt(time: number, item: AnswerItem): boolean {
  return item.time === null && isBeyond(time - SECOND, item) && (item.olderTime ?? 0) < time;
}

/** Whether an undated item may be in the second that begins at `time`, or be on either side of `time`. */
function mayBeAt(time: number, item: AnswerItem): boolean {
  return isBeyond(time, item) && (item.olderTime ?? 0) < time + SECOND;
}

/** Whether an undated item may be at `edge` or newer. */
function isBeyond(edge: number, { newerTime }: AnswerItem): boolean {
  return newerTime === undefined || newerTime >= edge;
}
