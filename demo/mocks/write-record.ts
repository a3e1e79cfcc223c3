import { writeDateTime } from "./date-time.js";
import type { Habits } from "./habits.js";
import type { TruthRecord, WireRecord } from "./types.js";

/** A record as this server writes it. The truth is never changed by it. */
export function writeRecord(entry: TruthRecord, habits: Habits, zone: string | undefined): WireRecord {
  let record = entry.record;
  if (!entry.ownTimestamp) {
    const text = writeDateTime(entry.time, habits, zone);
    if (record["timestamp-datetime"] !== text) record = { ...record, "timestamp-datetime": text };
  }
  if (habits.numbersAsText || habits.emptyForNull) record = rewrite(record, habits) as WireRecord;
  if (habits.omitEmpty) {
    record = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value !== null));
  }
  return record;
}

function rewrite(value: unknown, habits: Habits): unknown {
  if (typeof value === "number" && habits.numbersAsText) return String(value);
  if (value === null && habits.emptyForNull) return "";
  if (Array.isArray(value)) return value.map((item) => rewrite(item, habits));
  if (typeof value !== "object" || value === null) return value;
  // fromEntries keeps a parameter that is named `__proto__` an ordinary one.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewrite(item, habits)]));
}
