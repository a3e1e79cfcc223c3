import type { ValueCount } from "../core/event-counts.js";
import { Numbers } from "./numbers.js";

/** What is shown of a value. */
export type ShownValue = Omit<ValueCount, "count">;

/** Shows a text as it is. */
export function showText(text: string): ShownValue {
  return { text, domain: "", id: "", failed: false };
}

/** Puts spellings that a filter does not distinguish together to one value. */
export class Values {
  readonly #numbers = new Map<string, number>();
  readonly #of = new Numbers(Uint32Array);
  readonly #shown: ShownValue[] = [];

  /** The number of distinct values. */
  get count(): number {
    return this.#numbers.size;
  }

  get spellings(): number {
    return this.#shown.length;
  }

  /** For each spelling the number of its value. */
  get of(): Uint32Array {
    return this.#of.list;
  }

  /**
   * Adds the next spelling.
   *
   * @param key equal for all spellings of a value
   */
  add(key: string, shown: ShownValue): void {
    const { size } = this.#numbers;
    const value = this.#numbers.get(key) ?? size;
    if (value === size) this.#numbers.set(key, value);
    this.#of.push(value);
    this.#shown.push(shown);
  }

  show(spelling: number): ShownValue {
    return this.#shown[spelling]!;
  }
}

/** Numbers the distinct spellings of a column, or of several. */
export class Spellings {
  readonly #numbers = new Map<number, number>();

  get count(): number {
    return this.#numbers.size;
  }

  /** @param add is called for a new spelling */
  find(key: number, add: () => void): number {
    let spelling = this.#numbers.get(key);
    if (spelling === undefined) {
      spelling = this.#numbers.size;
      this.#numbers.set(key, spelling);
      add();
    }
    return spelling;
  }
}

/** One column of the kept events. */
export class Column {
  /** For each slot the spelling of its event. */
  readonly #slots: Numbers<Uint32Array<ArrayBuffer>>;
  /** For each spelling the number of events. */
  readonly #counts = new Numbers(Uint32Array);

  /** @param turn as in `Numbers` */
  constructor(turn: number) {
    this.#slots = new Numbers(Uint32Array, turn);
  }

  get slots(): Uint32Array {
    return this.#slots.list;
  }

  /** The number of events for each spelling that was ever put into the column; more of them have none. */
  get counts(): Uint32Array {
    return this.#counts.list;
  }

  /** The number of spellings that `counts` knows. */
  get spellings(): number {
    return this.#counts.length;
  }

  put(slot: number, spelling: number): void {
    if (slot >= this.#slots.length) this.#slots.length = slot + 1;
    if (spelling >= this.#counts.length) this.#counts.length = spelling + 1;
    this.#slots.list[slot] = spelling;
    this.#counts.list[spelling]! += 1;
  }

  remove(slot: number): void {
    this.#counts.list[this.#slots.list[slot]!]! -= 1;
  }
}
