type NumberArray = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

const LEAST = 256;
/** Doubling would leave more unused room. */
const GROWTH = 1.5;
const TURNS = 8;

/** A typed array that grows. */
export class Numbers<List extends NumberArray> {
  readonly #create: new (length: number) => List;
  #length = 0;
  #next: number;
  /** May be longer than `length`; the rest is 0. A growth replaces it. */
  list: List;

  /** @param turn lists of different turns (0 to 7) do not grow at the same time, because a growth copies the list */
  constructor(create: new (length: number) => List, turn = 0) {
    this.#create = create;
    this.#next = Math.ceil(LEAST * GROWTH ** (turn / TURNS));
    this.list = new create(0);
  }

  get length(): number {
    return this.#length;
  }

  /** Shortens the list, or fills it with 0 up to this length. */
  set length(length: number) {
    if (length < this.#length) this.list.fill(0, length, this.#length);
    if (length > this.list.length) {
      let size = this.#next;
      while (size < length) size = Math.ceil(size * GROWTH);
      this.#next = Math.ceil(size * GROWTH);
      const grown = new this.#create(size);
      grown.set(this.list);
      this.list = grown;
    }
    this.#length = length;
  }

  push(value: number): void {
    this.length += 1;
    this.list[this.#length - 1] = value;
  }
}
