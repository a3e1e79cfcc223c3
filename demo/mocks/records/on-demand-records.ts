import type { Directory } from "./directory.js";
import { countRecordsOfDay, getToday } from "./everyday-records.js";
import { generateRecords } from "./generator.js";
import type { RecordList } from "../server/log-query.js";
import { Random } from "./random.js";
import { createEventTimes } from "./event-times.js";
import type { StoredRecord } from "../types.js";
import { DAY } from "../time-zone.js";

/** How many days stay in memory: a search moves back and forth around one time. */
const DAYS_IN_MEMORY = 3;
/** The distance between the seeds of two days, so that no two days have the same random numbers. */
const SEED_DISTANCE = 0x9e3779b1;

interface Options {
  seed: number;
  now: number;
  days: number;
  count: number;
}

/**
 * Everyday records, oldest first, which are created one day at a time when they are requested, and dropped again: any number of
 * them needs only the memory of a few days. A day has the same records each time, today only those up to now.
 */
export class OnDemandRecords implements RecordList {
  readonly length: number;
  readonly #seed: number;
  readonly #directory: Directory;
  /** Days before today. */
  readonly #days: number;
  /** Records before today. */
  readonly #past: number;
  /** The midnight at which today began; the days before it have 24 hours each. */
  readonly #midnight: number;
  readonly #today: readonly StoredRecord[];
  /** The position of the first record: the records of today replace the oldest ones. */
  readonly #start: number;
  /** The day that was used last is the last entry. */
  readonly #dayRecords = new Map<number, readonly StoredRecord[]>();

  constructor(directory: Directory, { seed, now, days, count }: Options) {
    this.#directory = directory;
    this.#seed = seed;
    this.#days = Math.max(1, Math.ceil(days));
    this.#past = count;
    const day = getToday(now);
    this.#midnight = day.from;
    const whole = this.#createRecords(this.#days, day.from, day.until, countRecordsOfDay(day, count, this.#days));
    this.#today = whole.filter(({ time }) => time <= now).slice(-Math.max(1, count));
    this.#start = Math.min(count, this.#today.length);
    this.length = count;
  }

  /** How many records are in memory now. */
  get recordsInMemory(): number {
    let held = this.#today.length;
    for (const records of this.#dayRecords.values()) held += records.length;
    return held;
  }

  at(index: number): StoredRecord | undefined {
    if (index < 0 || index >= this.length) return undefined;
    const position = index + this.#start;
    if (position >= this.#past) return this.#today[position - this.#past];
    const day = Math.floor((position * this.#days) / this.#past);
    // Rounding may assign a position at an edge to the day before.
    const at = position >= this.#getFirstPosition(day + 1) ? day + 1 : day;
    return this.#getDay(at)[position - this.#getFirstPosition(at)];
  }

  getRangeAround(time: number): readonly [low: number, high: number] {
    const day = Math.floor((time - this.#begin) / DAY);
    const index = (position: number) => Math.min(this.length, Math.max(0, position - this.#start));
    if (day < 0) return [0, 0];
    if (day >= this.#days) return [index(this.#past), this.length];
    return [index(this.#getFirstPosition(day)), index(this.#getFirstPosition(day + 1))];
  }

  /** When the first day begins. */
  get #begin(): number {
    return this.#midnight - this.#days * DAY;
  }

  /** The position of a day's first record; the numbers of records of two days differ by at most one. */
  #getFirstPosition(day: number): number {
    return Math.ceil((day * this.#past) / this.#days);
  }

  #getDay(day: number): readonly StoredRecord[] {
    let records = this.#dayRecords.get(day);
    this.#dayRecords.delete(day);
    if (!records) {
      const from = this.#begin + day * DAY;
      records = this.#createRecords(
        day,
        from,
        from + DAY,
        this.#getFirstPosition(day + 1) - this.#getFirstPosition(day),
      );
    }
    this.#dayRecords.set(day, records);
    const [oldest] = this.#dayRecords.keys();
    if (this.#dayRecords.size > DAYS_IN_MEMORY && oldest !== undefined) this.#dayRecords.delete(oldest);
    return records;
  }

  #createRecords(day: number, from: number, until: number, count: number): readonly StoredRecord[] {
    const random = new Random(Math.imul(this.#seed + day + 1, SEED_DISTANCE));
    return generateRecords(random, this.#directory, createEventTimes(random, { from, until }, count));
  }
}
