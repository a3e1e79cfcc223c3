type NumberArray = Uint8Array<ArrayBuffer> | Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

const LEAST = 256;

/** A typed array that grows. */
export class Numbers<List extends NumberArray> {
  readonly #create: new (length: number) => List;
  #length = 0;
  /** May be longer than `length`; the rest is 0. A growth replaces it. */
  list: List;

  constructor(create: new (length: number) => List) {
    this.#create = create;
    this.list = new create(0);
  }

  get length(): number {
    return this.#length;
  }

  /** Shortens the list, or fills it with 0 up to this length. */
  set length(length: number) {
    if (length < this.#length) this.list.fill(0, length, this.#length);
    if (length > this.list.length) {
      // By half: to double it would leave more unused room.
      const grown = new this.#create(Math.max(LEAST, length, Math.ceil(this.list.length * 1.5)));
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
