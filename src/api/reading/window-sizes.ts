import type { Span } from "../../core/coverage.js";

const SECOND = 1000;

/** Records that a window is sized for: enough for several pages, few enough to come quickly. */
const TARGET = 700;
/** What of a known cap a window is to bring: a fuller one would be cut as often as not. */
const SHARE_OF_CAP = 0.8;
/**
 * Where the server sorts its records and gives few of them, a longer window takes several answers one after the other, each of
 * them full. It is to bring no more than was read so far, and only these parts of what is still wanted and of what is left:
 * the page may be full before the older windows are needed, and in the end all places are to be in use.
 */
const PART_OF_WANTED = 1 / 8;
const PART_OF_REST = 1 / 3;
/** Four hours and six times as long are a day: a long range begins no other way than a day does. */
const LARGEST_STEP = 6;
/** Records that two windows beside each other are to have in common, so that each shows where the other one was cut. */
const SHARED = 12;

/** How long the windows of one search are to be, by what was read of it. */
export class WindowSizes {
  /** Of the part that was read last. */
  #length: number;
  #records: number | undefined;
  /** Of everything that was read. */
  #time = 0;
  #total = 0;
  #isMeasured = false;

  /** @param first the length of the first window, ms */
  constructor(first: number) {
    this.#length = first;
  }

  /** Nothing has been read yet. */
  get isNew(): boolean {
    return this.#records === undefined;
  }

  /**
   * For windows of the same search that ask for less.
   *
   * @param share how much of the records they are expected to bring, 0 to 1
   */
  anew(share: number): WindowSizes {
    const sizes = new WindowSizes(this.#length);
    sizes.#records = this.#records === undefined ? undefined : this.#records * share;
    sizes.#time = this.#time;
    sizes.#total = this.#total * share;
    return sizes;
  }

  /** Some time was read in the way that is to go on: what is expected rests on more than a guess. */
  get isMeasured(): boolean {
    return this.#isMeasured;
  }

  /** Records that were read. */
  get total(): number {
    return this.#total;
  }

  /** Records per millisecond, as far as is known. */
  get density(): number {
    return this.#time > 0 ? this.#total / this.#time : 0;
  }

  /**
   * The length of the next window, ms. Too long a window costs little, since what is cut off is read with the next one; too
   * short ones are many.
   *
   * @param most how many records it is to bring
   */
  next(most: number): number {
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

export interface WindowPlan {
  /** Everything from here on has been read. */
  readonly edge: number;
  /** Where the reading is to end, and whether that is the start of the range. */
  readonly from: number;
  readonly isWholeRange: boolean;
  /** Parts that were read ahead, and windows that are being read. */
  readonly read: readonly Span[];
  readonly underWay: readonly Span[];
  /** How many windows may be begun. */
  readonly places: number;
  /** The server answers its newest records first. */
  readonly isNewestFirst: boolean;
  /** The longest window that the server takes, ms. */
  readonly longest: number;
  /** The most records that the server gives, 0 where that is not known. */
  readonly cap: number;
  /** How many more matching records are wanted. */
  readonly wanted: number;
  readonly sizes: WindowSizes;
}

/**
 * The windows to ask for next, newest first. They close the gaps between what was read ahead, and go on from there: as long
 * as the records are dense, or growing, and the last one takes the whole rest where few records are expected.
 */
export function planWindows({
  edge,
  from,
  isWholeRange,
  read,
  underWay,
  places,
  isNewestFirst,
  longest,
  cap,
  wanted,
  sizes,
}: WindowPlan): Span[] {
  const { density, total } = sizes;
  const one = cap > 0 ? Math.min(TARGET, cap * SHARE_OF_CAP) : TARGET;
  const several = Math.min(TARGET, total, wanted * PART_OF_WANTED, density * (edge - from) * PART_OF_REST);
  const most = isNewestFirst ? Math.max(one, several) : one;
  const planned: Span[] = [];
  let expected = 0;
  let length = 0;
  let need = edge;
  for (;;) {
    const known = [...read, ...underWay, ...planned];
    const covering = known.filter((span) => span.until >= need && span.from < need);
    if (covering.length > 0) {
      need = Math.min(...covering.map((span) => span.from));
      continue;
    }
    if (need <= from || planned.length >= places || expected >= wanted) return planned;
    const floor = Math.max(from, ...known.filter(({ until }) => until < need).map(({ until }) => until));
    const dense = density > 0 ? most / density : Infinity;
    length = Math.min(
      length > 0 ? Math.max(length, Math.min(length * LARGEST_STEP, dense)) : sizes.next(most),
      longest,
    );
    const isLastPlace = planned.length === places - 1;
    const takesRest = isLastPlace && !sizes.isNew && density * (need - from) <= most;
    // Beside a window whose end is not known yet: what both have shows that nothing is missing between them.
    const isBesideOpen = [...underWay, ...planned].some((span) => span.from === need);
    const shared = sizes.isMeasured && density > 0 ? Math.min(SHARED / density, length / 4) : length / 8;
    const until = wholeSecond(isBesideOpen ? need + shared : need);
    const start = Math.max(floor, until - longest, takesRest ? floor : need - length);
    // Newer than a part that was read, or at the start of the range: an answer that goes on beyond shows that nothing is missing.
    const goesBeyond = isNewestFirst && start === floor && (floor > from || isWholeRange);
    planned.push({
      from: wholeSecond(goesBeyond ? start - Math.max(0, Math.min(shared, longest - (need - start))) : start),
      until,
    });
    expected += density * (need - start);
    need = wholeSecond(start);
  }
}

function wholeSecond(time: number): number {
  return Math.floor(time / SECOND) * SECOND;
}
