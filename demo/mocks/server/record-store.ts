import { formatUtc } from "./date-time.js";
import type { Directory } from "../records/directory.js";
import { createEverydayRecords } from "../records/everyday-records.js";
import { findFirstAt } from "./log-query.js";
import { OnDemandRecords } from "../records/on-demand-records.js";
import type { Random } from "../records/random.js";
import { createScenarioRecords } from "../records/scenario-records.js";
import type { MockServerOptions, NewRecord, StoredRecord } from "../types.js";

/**
 * The generated records of the last server. The servers of one page often have the same records, and sixty thousand of them
 * take a second to create. Nothing changes a record.
 */
let generated: { readonly key: string; readonly records: readonly StoredRecord[] } | undefined;

export interface StoreSetup {
  readonly seed: number;
  readonly now: number;
  /** The random numbers that created the directory: the records continue them. */
  readonly random: Random;
}

/** All records of a server, oldest first. */
export class RecordStore {
  readonly #directory: Directory;
  readonly #records: StoredRecord[] | OnDemandRecords;
  #newestFirst: StoredRecord[] | undefined;

  constructor(directory: Directory, setup: StoreSetup, options: MockServerOptions) {
    this.#directory = directory;
    if (options.onDemand) {
      const { days = 400, events: count = 60_000 } = options;
      this.#records = new OnDemandRecords(directory, { seed: setup.seed, now: setup.now, days, count });
      return;
    }
    this.#records = options.records
      ? options.records.map((record) => this.#complete(record))
      : this.#generate(setup, options);
    this.#records.sort((one, other) => one.time - other.time);
  }

  get oldestFirst(): StoredRecord[] | OnDemandRecords {
    return this.#records;
  }

  get newestFirst(): readonly StoredRecord[] {
    const records = this.#records;
    if (!(records instanceof OnDemandRecords)) return (this.#newestFirst ??= records.toReversed());
    return Array.from({ length: records.length }, (_, index) => records.at(records.length - 1 - index) as StoredRecord);
  }

  /** How many records are in memory now. */
  get recordsInMemory(): number {
    return this.#records instanceof OnDemandRecords ? this.#records.recordsInMemory : this.#records.length;
  }

  add(added: readonly NewRecord[]): void {
    const records = this.#records;
    if (records instanceof OnDemandRecords) throw new TypeError("Cannot add to records that are created on demand.");
    for (const record of added) {
      records.splice(findFirstAt(records, record.time + 1), 0, this.#complete(record));
    }
    this.#newestFirst = undefined;
  }

  #generate({ seed, now, random }: StoreSetup, options: MockServerOptions): StoredRecord[] {
    const { days = 400, events = 60_000, unreadableTimes = 3, scenarios = true, domains, users, territories } = options;
    const key = [seed, now, days, events, unreadableTimes, scenarios, domains, users, territories].join();
    if (generated?.key !== key) {
      const fixed = scenarios ? createScenarioRecords(now, this.#directory).filter(({ time }) => time <= now) : [];
      const count = Math.max(0, events - fixed.length);
      const everyday = createEverydayRecords(random, this.#directory, { now, days, count, unreadableTimes });
      generated = { key, records: [...everyday, ...fixed].sort((one, other) => one.time - other.time) };
    }
    return [...generated.records];
  }

  #complete(record: NewRecord): StoredRecord {
    const name = String(record.record["target-domain"] ?? "").toLowerCase();
    const domain = this.#directory.domains.find((one) => one.domain.toLowerCase() === name);
    const hasTimestamp = record.keepsTimestamp || "timestamp-datetime" in record.record;
    return {
      territory: (domain ?? this.#directory.provider).territory,
      log: "audit",
      ...record,
      record: hasTimestamp ? record.record : { ...record.record, "timestamp-datetime": formatUtc(record.time) },
    };
  }
}
