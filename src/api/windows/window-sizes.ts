import type { Span } from "../../core/coverage.js";

const SECOND = 1000;

/**
 * The maximum growth from one window to the next one. Four hours times six is a day, so a long range begins like a range of one
 * day.
 */
export const LARGEST_STEP = 6;

/** Learns from the windows of a search how long the next ones should be. */
export class WindowSizes {
  /** The length of the last window, in milliseconds, and its number of records. */
  #length: number;
  #records: number | undefined;
  /** The total length and number of records of all windows. */
  #time = 0;
  #total = 0;
  #isMeasured = false;

  /** @param first the length of the first window, in milliseconds */
  constructor(first: number) {
    this.#length = first;
  }

  /** No window has been read yet. */
  get isEmpty(): boolean {
    return this.#records === undefined;
  }

  /**
   * Returns the sizes for windows of the same search with more filters.
   *
   * @param share the expected share of records, 0 to 1
   */
  withShare(share: number): WindowSizes {
    const sizes = new WindowSizes(this.#length);
    sizes.#records = this.#records === undefined ? undefined : this.#records * share;
    sizes.#time = this.#time;
    sizes.#total = this.#total * share;
    return sizes;
  }

  /** A window was read with the current filters, so the density is not only an estimate. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /** The number of records so far. */
  get total(): number {
    return this.#total;
  }

  /** Records per millisecond, as far as known. */
  get density(): number {
    return this.#time > 0 ? this.#total / this.#time : 0;
  }

  /**
   * Returns the length of the next window, in milliseconds. A window that is too long costs little, because the next window
   * has the records that were cut. Windows that are too short need many requests.
   *
   * @param most the maximum number of records in the window
   */
  nextLength(most: number): number {
    if (this.#records === undefined) return this.#length;
    const byLast = this.#length * Math.min(LARGEST_STEP, most / Math.max(this.#records, 1));
    const byAll = this.#total > 0 ? (this.#time / this.#total) * most : 0;
    return Math.max(SECOND, byLast, byAll);
  }

  note({ from, until }: Span, records: number): void {
    this.#isMeasured = true;
    this.#length = until - from;
    this.#records = records;
    this.#time += until - from;
    this.#total += records;
  }
}
