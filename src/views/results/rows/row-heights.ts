/** Heights differ by less than this if only rounding makes them differ, in px. */
const ROUNDING = 0.05;

/**
 * The heights of the rows of a list, in px. Almost all rows have the same height, so a row that is not rendered has it as well,
 * until it was measured. The details of the open event belong to its row.
 */
export class RowHeights {
  /** The height of a row before any was measured. */
  #usual = 41;
  /** How much a row is higher than usual. */
  readonly #extra = new Map<number, number>();

  get usual(): number {
    return this.#usual;
  }

  /** The distance from the start of the list to a row. */
  offset(index: number): number {
    let sum = index * this.#usual;
    for (const [at, px] of this.#extra) if (at < index) sum += px;
    return sum;
  }

  /** The row at a distance from the start of the list, or the nearest one. */
  indexAt(offset: number, count: number): number {
    const others = [...this.#extra].sort(([one], [other]) => one - other);
    let before = 0;
    for (const [at, px] of others) {
      const top = at * this.#usual + before;
      if (offset < top) break;
      if (offset < top + this.#usual + px) return Math.min(at, count - 1);
      before += px;
    }
    return Math.max(0, Math.min(count - 1, Math.floor((offset - before) / this.#usual)));
  }

  /**
   * Takes the heights of rendered rows. Returns whether any has changed.
   *
   * @param measured the height of each row, by its position
   * @param isMost whether most of the rendered rows are among them: then they say what is usual
   */
  note(measured: ReadonlyMap<number, number>, isMost: boolean): boolean {
    const sorted = [...measured.values()].sort((one, other) => one - other);
    const middle = sorted[Math.floor(sorted.length / 2)];
    let changed = false;
    if (isMost && middle !== undefined && Math.abs(middle - this.#usual) > ROUNDING) {
      this.#usual = middle;
      this.#extra.clear();
      changed = true;
    }
    for (const [index, px] of measured) {
      const extra = px - this.#usual;
      if (Math.abs(extra - (this.#extra.get(index) ?? 0)) <= ROUNDING) continue;
      changed = true;
      if (Math.abs(extra) > ROUNDING) this.#extra.set(index, extra);
      else this.#extra.delete(index);
    }
    return changed;
  }

  /** Forgets the rows that differ: the list has other events now. */
  forgetRows(): void {
    this.#extra.clear();
  }
}
