const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * The lengths that the viewer tries if a server refuses a longer window or takes too long: one reseller allows 90 days. Each
 * is a minute shorter than a round length, because a request starts a second before its window.
 */
const LENGTHS = [
  Infinity,
  ...[183 * DAY, 90 * DAY, 31 * DAY, 7 * DAY, DAY, 12 * HOUR, 4 * HOUR].map((one) => one - MINUTE),
];
/** One failure may have another reason. */
const TWICE = 2;

/** Learns from failures how long a window may be. */
export class WindowLengths {
  /** The number of failures, by the length in ms. */
  readonly #failed = new Map<number, number>();

  /** The longest window to request, in milliseconds. */
  get longest(): number {
    return LENGTHS.find((length) => (this.#failed.get(length) ?? 0) < TWICE) ?? LENGTHS[LENGTHS.length - 1]!;
  }

  /** @returns the next shorter length to try, in ms; undefined if there is none */
  noteTooLong(length: number): number | undefined {
    const at = LENGTHS.findLastIndex((one) => one >= length);
    const shorter = LENGTHS[at + 1];
    if (shorter === undefined) return undefined;
    const failed = LENGTHS[at]!;
    this.#failed.set(failed, (this.#failed.get(failed) ?? 0) + 1);
    return shorter;
  }

  /** Notes that the length was the reason for a refusal, because the server has answered a shorter window. */
  confirmTooLong(refused: readonly number[]): void {
    for (const length of refused) this.#failed.set(LENGTHS[LENGTHS.findLastIndex((one) => one >= length)]!, TWICE);
  }

  /** Forgets all failures, because the length was not the reason. */
  forget(): void {
    this.#failed.clear();
  }
}
