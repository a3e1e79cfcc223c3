const SECOND = 1000;
const HOUR = 3600 * SECOND;

/** A window should be answered within this time, in ms. Real searches take 2 to 5 seconds. */
const GOOD_MS = 15_000;
/** A window that is expected to take longer than this, in ms, is given up for a shorter one. */
const BAD_MS = 30_000;
/**
 * A window longer than every answered one may never be answered. The viewer waits this many times as long as the longest
 * answered window took, and at least `GOOD_MS`.
 */
const TIMEOUT_FACTOR = 4;
/** Windows up to this length, in ms, have the usual timeout, because the viewer requests nothing shorter. */
const SHORT = 4 * HOUR + 60_000;
/** An answer is slow if it takes more than the fastest one times `SLOWER` plus `SLOWER_MS`. */
const SLOWER = 2;
const SLOWER_MS = 500;
/** After a timeout, the next windows may be at most this many times as long as an answered one. */
const STEP = 3;
const TWICE = 2;

/** Learns how fast an endpoint answers, depending on the length of the window. */
export class ResponseTimes {
  #fastest = Infinity;
  /** The length of a long window that was answered recently, and how long the answer took, in ms. */
  #length = 0;
  #took = 0;
  /** The maximum length after timeouts, in ms, and the number of timeouts. */
  #limit = Infinity;
  #overdue = 0;

  /** The longest window that should be answered soon: whole seconds, in ms, less the extra second of a request. */
  get longestWindow(): number {
    const slope = this.#slope;
    const soon = slope > 0 ? (GOOD_MS - this.#fastest) / slope : Infinity;
    return Math.max(SHORT, Math.floor(Math.min(soon, this.#limit) / SECOND - 1) * SECOND);
  }

  /** How much longer an answer takes for each millisecond of its window; 0 if the length does not matter. */
  get #slope(): number {
    const isSlower = this.#took > this.#fastest * SLOWER + SLOWER_MS;
    return isSlower ? (this.#took - this.#fastest) / this.#length : 0;
  }

  /** Whether a window of this length is expected to take much too long. */
  isTooSlow(length: number): boolean {
    const slope = this.#slope;
    return length > SHORT && slope > 0 && this.#fastest + slope * length > BAD_MS;
  }

  /** @returns the timeout for a window of this length, in ms; undefined for the usual timeout */
  timeoutFor(length: number): number | undefined {
    if (length <= Math.max(SHORT, this.#length)) return undefined;
    return Math.max(GOOD_MS, this.#took * TIMEOUT_FACTOR);
  }

  noteAnswer(length: number, took: number): void {
    this.#fastest = Math.min(this.#fastest, took);
    if (length >= this.#length / STEP) [this.#length, this.#took] = [length, took];
    if (this.#overdue < TWICE) this.#limit = Math.max(this.#limit, length * STEP);
  }

  /** Notes that a window was not answered in time. */
  noteOverdue(length: number): void {
    // The window was sent before the limit was known. Windows overlap, so a little over the limit is normal.
    if (length > this.#limit * TWICE) return;
    this.#overdue += 1;
    // Another timeout would cost more time than longer windows can save.
    if (this.#overdue >= TWICE) this.#limit = Math.max(SHORT, this.#length);
    else this.#limit = Math.max(SHORT, Math.min(Math.sqrt(this.#length * length), length / STEP));
  }
}
