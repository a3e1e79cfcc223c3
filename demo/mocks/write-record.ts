import { writeDateTime } from "./date-time.js";
import type { Habits } from "./habits.js";
import type { TruthRecord, WireRecord } from "./types.js";

/** What was made of a record last: a server answers it again and again, mostly in the same way. */
interface Written {
  readonly way: string;
  readonly record: WireRecord;
  text?: string;
}

const made = new WeakMap<WireRecord, Written>();

/** A record as this server writes it. The truth is never changed by it. */
export function writeRecord(entry: TruthRecord, habits: Habits, zone: string | undefined): WireRecord {
  return written(entry, habits, zone).record;
}

/** The same as JSON. */
export function writeRecordText(entry: TruthRecord, habits: Habits, zone: string | undefined): string {
  const last = written(entry, habits, zone);
  return (last.text ??= JSON.stringify(last.record));
}

function written(entry: TruthRecord, habits: Habits, zone: string | undefined): Written {
  const { timestamps, naiveZone, fractionalSeconds, numbersAsText, emptyForNull, omitEmpty } = habits;
  const { time, ownTimestamp } = entry;
  const way = `${time} ${ownTimestamp} ${timestamps} ${naiveZone} ${zone} ${fractionalSeconds} ${numbersAsText} ${emptyForNull} ${omitEmpty}`;
  let last = made.get(entry.record);
  if (last?.way !== way) made.set(entry.record, (last = { way, record: asWritten(entry, habits, zone) }));
  return last;
}

function asWritten(entry: TruthRecord, habits: Habits, zone: string | undefined): WireRecord {
  let { record } = entry;
  if (habits.numbersAsText || habits.emptyForNull) record = rewrite(record, habits) as WireRecord;
  if (!entry.ownTimestamp) {
    const text = writeDateTime(entry.time, habits, zone);
    if (record["timestamp-datetime"] !== text) record = { ...record, "timestamp-datetime": text };
  }
  if (!habits.omitEmpty) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value !== null));
}

function rewrite(value: unknown, habits: Pick<Habits, "numbersAsText" | "emptyForNull">): unknown {
  if (typeof value === "number" && habits.numbersAsText) return String(value);
  if (value === null && habits.emptyForNull) return "";
  if (Array.isArray(value)) return value.map((item) => rewrite(item, habits));
  if (typeof value !== "object" || value === null) return value;
  // fromEntries keeps a parameter that is named `__proto__` an ordinary one.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewrite(item, habits)]));
}
