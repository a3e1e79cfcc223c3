const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A window should be answered within this time, ms: real searches take 2 to 5 seconds. */
const GOOD_MS = 15_000;
/** What is expected to take longer than this, ms, is given up for something shorter. */
const BAD_MS = 30_000;
/**
 * What is longer than anything that was answered may never be answered. It is waited for so many times as long as the longest
 * window took that was, and as long as a window should take at least.
 */
const PATIENCE = 4;
/** Windows up to this length, ms, are waited for as long as any request: there is nothing shorter to ask for. */
const SHORT = 4 * HOUR + 60_000;
/** An answer that takes so many times as long as the fastest one, and so much longer in ms, is slow for its length. */
const SLOWER = 2;
const SLOWER_MS = 500;
/** After a window that was not answered in time, the next ones may be so many times as long as one that was. */
const STEP = 3;
const TWICE = 2;

/** How fast one endpoint answers, by the length of the window that it is asked for. */
export class Pace {
  #fastest = Infinity;
  /** The longest window that was answered lately, and how long that took; ms. */
  #length = 0;
  #took = 0;
  /** How long a window may be, by those that were not answered in time; and how often that was so. */
  #limit = Infinity;
  #overdue = 0;

  /** The longest window that is expected to be answered soon: ms, of whole seconds. It is asked for with a second of grace. */
  get longest(): number {
    const slope = this.#slope;
    const soon = slope > 0 ? (GOOD_MS - this.#fastest) / slope : Infinity;
    return Math.max(SHORT, Math.floor(Math.min(soon, this.#limit) / SECOND - 1) * SECOND);
  }

  /** Milliseconds that a millisecond of a window takes, as far as the length was seen to matter. */
  get #slope(): number {
    const isSlower = this.#took > this.#fastest * SLOWER + SLOWER_MS;
    return isSlower ? (this.#took - this.#fastest) / this.#length : 0;
  }

  /** Whether a window of this length is expected to take much longer than it should. */
  isTooSlow(length: number): boolean {
    const slope = this.#slope;
    return length > SHORT && slope > 0 && this.#fastest + slope * length > BAD_MS;
  }

  /** @returns how long a window of this length is to be waited for, ms; undefined where as long as for any request */
  patience(length: number): number | undefined {
    if (length <= Math.max(SHORT, this.#length)) return undefined;
    return Math.max(GOOD_MS, this.#took * PATIENCE);
  }

  note(length: number, took: number): void {
    this.#fastest = Math.min(this.#fastest, took);
    if (length >= this.#length / STEP) [this.#length, this.#took] = [length, took];
    if (this.#overdue < TWICE) this.#limit = Math.max(this.#limit, length * STEP);
  }

  /** A window was not answered in time. */
  noteOverdue(length: number): void {
    // It was sent when less was known. One beside another goes a little beyond the limit.
    if (length > this.#limit * TWICE) return;
    this.#overdue += 1;
    // A second one costs more time than longer windows can save.
    if (this.#overdue >= TWICE) this.#limit = Math.max(SHORT, this.#length);
    else this.#limit = Math.max(SHORT, Math.min(Math.sqrt(this.#length * length), length / STEP));
  }
}
