import type { Directory } from "./directory.js";
import { generateRecords } from "./generator.js";
import { undate } from "./oddities.js";
import type { Random } from "./random.js";
import { SCENARIO_ZONE } from "./scenarios.js";
import { type Span, busyness, createStamps } from "./stamps.js";
import type { TruthRecord } from "./types.js";
import { startOfDay } from "./zone.js";

interface Options {
  now: number;
  /** Reached back to, today included; the day before today is always there. */
  days: number;
  count: number;
  /** How many records get an unreadable timestamp, or none. */
  defects: number;
}

/** The day of `now`, from midnight to midnight. */
export function today(now: number): Span {
  return { from: startOfDay(SCENARIO_ZONE, now), until: startOfDay(SCENARIO_ZONE, now, 1) };
}

/** How many records that whole day has, where so many are spread over so many days. */
export function countForDay({ from }: Span, count: number, days: number): number {
  return Math.round((count / Math.max(1, days)) * busyness(from));
}

/**
 * The newest `count` records up to `now`, oldest first. The whole day is always made, and what is still to come is not there
 * yet: later on the same day there are more at the new end, and all others are the same.
 */
export function everydayRecords(random: Random, directory: Directory, options: Options): TruthRecord[] {
  const { now, days, count, defects } = options;
  const day = today(now);
  const from = startOfDay(SCENARIO_ZONE, now, -Math.max(1, Math.ceil(days) - 1));
  const todays = countForDay(day, count, days);
  const stamps = [...createStamps(random, { from, until: day.from }, count), ...createStamps(random, day, todays)];
  const records = generateRecords(random, directory, stamps);
  // Among those that are there at every hour of the day.
  const oldest = Math.min(todays, Math.floor(count / 2));
  undateSome(records, oldest, count, defects);
  const there = records.filter(({ time }) => time <= now);
  return there.slice(Math.max(0, there.length - count));
}

function undateSome(records: readonly TruthRecord[], from: number, until: number, count: number): void {
  const most = Math.min(count, until - from);
  for (let index = 0; index < most; index += 1) {
    const entry = records[from + Math.floor(((index + 0.5) * (until - from)) / most)] as TruthRecord;
    entry.record = { ...entry.record };
    undate(entry.record, index);
    entry.ownTimestamp = true;
  }
}
