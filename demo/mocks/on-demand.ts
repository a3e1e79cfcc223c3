import type { Directory } from "./directory.js";
import { generateRecords } from "./generator.js";
import type { RecordList } from "./log-query.js";
import { Random } from "./random.js";
import type { TruthRecord } from "./types.js";
import { DAY } from "./zone.js";

/** Days that are kept once they were made: a reader goes back and forth around one place. */
const KEPT = 3;
/** Far enough apart that no day's numbers are another's. */
const STRIDE = 0x9e3779b1;

interface Options {
  seed: number;
  now: number;
  days: number;
  count: number;
}

/**
 * Everyday records, oldest first, which are made a day at a time when somebody asks for them, and forgotten again: any number
 * of them costs the memory of a few days. A day comes out the same whenever it is made.
 */
export class OnDemandRecords implements RecordList {
  readonly length: number;
  readonly #options: Options;
  readonly #directory: Directory;
  /** The last used is the last one. */
  readonly #made = new Map<number, readonly TruthRecord[]>();

  constructor(directory: Directory, { seed, now, days, count }: Options) {
    this.#directory = directory;
    // Records have whole seconds; so have the ends of days, or two days would overlap.
    this.#options = { seed, now: now - (now % 1000), days: Math.max(1, Math.ceil(days)), count };
    this.length = count;
  }

  /** How many records are in memory now. */
  get held(): number {
    let held = 0;
    for (const records of this.#made.values()) held += records.length;
    return held;
  }

  at(index: number): TruthRecord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const day = Math.floor((index * this.#options.days) / this.length);
    // Rounding may take an index at an edge for the day before.
    const at = index >= this.#first(day + 1) ? day + 1 : day;
    return this.#day(at)[index - this.#first(at)];
  }

  around(time: number): readonly [low: number, high: number] {
    const { now, days } = this.#options;
    if (time > now) return [this.length, this.length];
    // A day's end is its own; the day after may have records of that very second, too.
    const day = days - 1 - Math.floor((now - time) / DAY);
    return day < 0 ? [0, 0] : [this.#first(day), this.#first(day + 1)];
  }

  /** Position of a day's first record; days have the same number of them, give or take one. */
  #first(day: number): number {
    return Math.ceil((day * this.length) / this.#options.days);
  }

  #day(day: number): readonly TruthRecord[] {
    let records = this.#made.get(day);
    this.#made.delete(day);
    if (!records) {
      const { seed, now, days } = this.#options;
      const random = new Random(Math.imul(seed + day + 1, STRIDE));
      records = generateRecords(random, this.#directory, {
        now: now - (days - 1 - day) * DAY,
        days: 1,
        count: this.#first(day + 1) - this.#first(day),
        defects: 0,
      });
    }
    this.#made.set(day, records);
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    return records;
  }
}
