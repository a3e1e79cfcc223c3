import type { Directory } from "./directory.js";
import { countForDay, today } from "./everyday.js";
import { generateRecords } from "./generator.js";
import type { RecordList } from "./log-query.js";
import { Random } from "./random.js";
import { createStamps } from "./stamps.js";
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
 * of them costs the memory of a few days. A day comes out the same whenever it is made, and today's as far as it has come.
 */
export class OnDemandRecords implements RecordList {
  readonly length: number;
  readonly #seed: number;
  readonly #directory: Directory;
  /** Days before today. */
  readonly #days: number;
  /** Records before today. */
  readonly #past: number;
  /** Midnight at which today began; the days before it have 24 hours each. */
  readonly #midnight: number;
  readonly #today: readonly TruthRecord[];
  /** Position of the first record that is there: today's take the place of the oldest. */
  readonly #start: number;
  /** The last used is the last one. */
  readonly #made = new Map<number, readonly TruthRecord[]>();

  constructor(directory: Directory, { seed, now, days, count }: Options) {
    this.#directory = directory;
    this.#seed = seed;
    this.#days = Math.max(1, Math.ceil(days));
    this.#past = count;
    const day = today(now);
    this.#midnight = day.from;
    const whole = this.#make(this.#days, day.from, day.until, countForDay(day, count, this.#days));
    this.#today = whole.filter(({ time }) => time <= now).slice(-Math.max(1, count));
    this.#start = Math.min(count, this.#today.length);
    this.length = count;
  }

  /** How many records are in memory now. */
  get held(): number {
    let held = this.#today.length;
    for (const records of this.#made.values()) held += records.length;
    return held;
  }

  at(index: number): TruthRecord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const position = index + this.#start;
    if (position >= this.#past) return this.#today[position - this.#past];
    const day = Math.floor((position * this.#days) / this.#past);
    // Rounding may take a position at an edge for the day before.
    const at = position >= this.#first(day + 1) ? day + 1 : day;
    return this.#day(at)[position - this.#first(at)];
  }

  around(time: number): readonly [low: number, high: number] {
    const day = Math.floor((time - this.#begin) / DAY);
    const index = (position: number) => Math.min(this.length, Math.max(0, position - this.#start));
    if (day < 0) return [0, 0];
    if (day >= this.#days) return [index(this.#past), this.length];
    return [index(this.#first(day)), index(this.#first(day + 1))];
  }

  /** Where the first day begins. */
  get #begin(): number {
    return this.#midnight - this.#days * DAY;
  }

  /** Position of a day's first record; days have the same number of them, give or take one. */
  #first(day: number): number {
    return Math.ceil((day * this.#past) / this.#days);
  }

  #day(day: number): readonly TruthRecord[] {
    let records = this.#made.get(day);
    this.#made.delete(day);
    if (!records) {
      const from = this.#begin + day * DAY;
      records = this.#make(day, from, from + DAY, this.#first(day + 1) - this.#first(day));
    }
    this.#made.set(day, records);
    const [oldest] = this.#made.keys();
    if (this.#made.size > KEPT && oldest !== undefined) this.#made.delete(oldest);
    return records;
  }

  #make(day: number, from: number, until: number, count: number): readonly TruthRecord[] {
    const random = new Random(Math.imul(this.#seed + day + 1, STRIDE));
    return generateRecords(random, this.#directory, createStamps(random, { from, until }, count));
  }
}
