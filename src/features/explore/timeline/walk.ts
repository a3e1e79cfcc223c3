/** Bars from the first one up to but not including the last, as indexes. */
export interface BarRange {
  readonly from: number;
  readonly until: number;
}

/** How many bars a key moves; infinite steps end at the last bar. Time runs to the right in every language. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ["ArrowLeft", -1],
  ["ArrowRight", 1],
  ["Home", -Infinity],
  ["End", Infinity],
]);

export const findStep = (key = ""): number | undefined => STEPS.get(key);

/**
 * The bar on which the keyboard is, which the Tab key reaches. It is kept as an instant, so that it stays where it is when the bars
 * change.
 */
export class BarWalk {
  readonly #edges: () => Float64Array;
  #time: number | undefined;

  /** @param edges the edges of the bars; only called while there are bars */
  constructor(edges: () => Float64Array) {
    this.#edges = edges;
  }

  /** At first the last bar, which has the newest events. */
  get bar(): number {
    return this.#time === undefined ? this.#edges().length - 2 : findBar(this.#edges(), this.#time);
  }

  /** Bars before the first one and after the last one are these. */
  set bar(bar: number) {
    const edges = this.#edges();
    this.#time = edges[Math.max(0, Math.min(edges.length - 2, bar))]!;
  }
}

/** The bar that holds an instant; the first or the last one for instants before or after them. */
export function findBar(edges: Float64Array, time: number): number {
  let [low, high] = [0, edges.length - 2];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edges[middle]! <= time) low = middle;
    else high = middle - 1;
  }
  return low;
}
