const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Windows that are tried where a server refuses a longer one, or takes too long for it: one reseller allows 90 days. Each is a
 * minute shorter than a round length, as a window is asked for with a second of grace.
 */
const LENGTHS = [
  Infinity,
  ...[183 * DAY, 90 * DAY, 31 * DAY, 7 * DAY, DAY, 12 * HOUR, 4 * HOUR].map((one) => one - MINUTE),
];
/** A single failure may have had another reason. */
const TWICE = 2;

/** How long a window a server may be asked for, by what it has refused or taken too long for. */
export class WindowLengths {
  /** How often windows of up to a length failed, by that length in ms. */
  readonly #failed = new Map<number, number>();

  /** The longest window, in milliseconds, that the server is to be asked for. */
  get longest(): number {
    return LENGTHS.find((length) => (this.#failed.get(length) ?? 0) < TWICE) ?? LENGTHS[LENGTHS.length - 1]!;
  }

  /** @returns the next shorter length to try, ms; undefined where there is none */
  noteTooLong(length: number): number | undefined {
    const at = LENGTHS.findLastIndex((one) => one >= length);
    const shorter = LENGTHS[at + 1];
    if (shorter === undefined) return undefined;
    const failed = LENGTHS[at]!;
    this.#failed.set(failed, (this.#failed.get(failed) ?? 0) + 1);
    return shorter;
  }

  /** A shorter window was answered where these were refused: it was their length. */
  settle(refused: readonly number[]): void {
    for (const length of refused) this.#failed.set(LENGTHS[LENGTHS.findLastIndex((one) => one >= length)]!, TWICE);
  }

  /** It was not the length after all. */
  forget(): void {
    this.#failed.clear();
  }
}
