import { divide, type Steps } from "./steps.js";

/**
 * Keeps the first of many items, which are numbers. A heap, with the last one on top: it sorts only as many as are wanted, and its work can be
 * interrupted.
 */
export class FirstValues {
  readonly #limit: number;
  readonly #isBefore: (one: number, other: number) => boolean;
  readonly #heap: number[] = [];

  constructor(limit: number, isBefore: (one: number, other: number) => boolean) {
    this.#limit = limit;
    this.#isBefore = isBefore;
  }

  add(item: number): void {
    if (this.#heap.length < this.#limit) this.#moveUp(this.#heap.push(item) - 1, item);
    else if (this.#limit > 0 && this.#isBefore(item, this.#heap[0]!)) this.#moveDown(item);
  }

  /** Returns the items in order, and forgets them. */
  *take(): Steps<number[]> {
    const sorted = new Array<number>(this.#heap.length);
    yield* divide(sorted.length, (from, until) => {
      for (let at = from; at < until; at += 1) {
        const last = this.#heap.pop()!;
        sorted[sorted.length - 1 - at] = this.#heap[0] ?? last;
        if (this.#heap.length > 0) this.#moveDown(last);
      }
    });
    return sorted;
  }

  #moveUp(start: number, item: number): void {
    let at = start;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#isBefore(this.#heap[above]!, item)) break;
      this.#heap[at] = this.#heap[above]!;
      at = above;
    }
    this.#heap[at] = item;
  }

  /** Replaces the item on top. */
  #moveDown(item: number): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && this.#isBefore(heap[below]!, heap[below + 1]!)) below += 1;
      if (!this.#isBefore(item, heap[below]!)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = item;
  }
}
