import type { Directory } from "./directory.js";
import { generateRecords } from "./generator.js";
import { makeTimeUnreadable } from "./unusual-values.js";
import type { Random } from "./random.js";
import { SCENARIO_ZONE } from "./scenarios.js";
import { type Span, getRelativeDayShare, createEventTimes } from "./event-times.js";
import type { StoredRecord } from "../types.js";
import { getStartOfDay } from "../time-zone.js";

interface Options {
  now: number;
  /** How many days the records cover, with today; yesterday is always included. */
  days: number;
  count: number;
  /** How many records get an unreadable timestamp, or no timestamp. */
  unreadableTimes: number;
}

/** The day of `now`, from midnight to midnight. */
export function getToday(now: number): Span {
  return { from: getStartOfDay(SCENARIO_ZONE, now), until: getStartOfDay(SCENARIO_ZONE, now, 1) };
}

/** How many records the whole day has, if `count` records are spread over `days` days. */
export function countRecordsOfDay({ from }: Span, count: number, days: number): number {
  return Math.round((count / Math.max(1, days)) * getRelativeDayShare(from));
}

/**
 * The newest `count` records up to `now`, oldest first. The records of the whole day are created, and those after `now` are
 * left out: later on the same day there are more new records, and all others stay the same.
 */
export function createEverydayRecords(random: Random, directory: Directory, options: Options): StoredRecord[] {
  const { now, days, count, unreadableTimes } = options;
  const day = getToday(now);
  const from = getStartOfDay(SCENARIO_ZONE, now, -Math.max(1, Math.ceil(days) - 1));
  const todays = countRecordsOfDay(day, count, days);
  const stamps = [
    ...createEventTimes(random, { from, until: day.from }, count),
    ...createEventTimes(random, day, todays),
  ];
  const records = generateRecords(random, directory, stamps);
  // Only among the records that exist at every hour of the day.
  const oldest = Math.min(todays, Math.floor(count / 2));
  makeTimesUnreadable(records, oldest, count, unreadableTimes);
  const past = records.filter(({ time }) => time <= now);
  return past.slice(Math.max(0, past.length - count));
}

function makeTimesUnreadable(records: readonly StoredRecord[], from: number, until: number, count: number): void {
  const most = Math.min(count, until - from);
  for (let index = 0; index < most; index += 1) {
    const entry = records[from + Math.floor(((index + 0.5) * (until - from)) / most)] as StoredRecord;
    entry.record = { ...entry.record };
    makeTimeUnreadable(entry.record, index);
    entry.keepsTimestamp = true;
  }
}
