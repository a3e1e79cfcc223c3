import { writeDateTime } from "./date-time.js";
import type { ServerBehavior } from "./server-behavior.js";
import type { StoredRecord, WireRecord } from "../types.js";

/** The last written form of a record: a server returns it many times, mostly in the same format. */
interface Written {
  readonly format: string;
  readonly record: WireRecord;
  text?: string;
}

const cache = new WeakMap<WireRecord, Written>();

/** A record as this server writes it. The stored record does not change. */
export function writeRecord(entry: StoredRecord, behavior: ServerBehavior, zone: string | undefined): WireRecord {
  return getWritten(entry, behavior, zone).record;
}

/** The same as JSON. */
export function writeRecordText(entry: StoredRecord, behavior: ServerBehavior, zone: string | undefined): string {
  const last = getWritten(entry, behavior, zone);
  return (last.text ??= JSON.stringify(last.record));
}

function getWritten(entry: StoredRecord, behavior: ServerBehavior, zone: string | undefined): Written {
  const { timestamps, naiveZone, fractionalSeconds, numbersAsText, emptyForNull, omitEmpty } = behavior;
  const { time, keepsTimestamp } = entry;
  const format = `${time} ${keepsTimestamp} ${timestamps} ${naiveZone} ${zone} ${fractionalSeconds} ${numbersAsText} ${emptyForNull} ${omitEmpty}`;
  let last = cache.get(entry.record);
  if (last?.format !== format)
    cache.set(entry.record, (last = { format, record: convertRecord(entry, behavior, zone) }));
  return last;
}

function convertRecord(entry: StoredRecord, behavior: ServerBehavior, zone: string | undefined): WireRecord {
  let { record } = entry;
  if (behavior.numbersAsText || behavior.emptyForNull) record = convertValue(record, behavior) as WireRecord;
  if (!entry.keepsTimestamp) {
    const text = writeDateTime(entry.time, behavior, zone);
    if (record["timestamp-datetime"] !== text) record = { ...record, "timestamp-datetime": text };
  }
  if (!behavior.omitEmpty) return record;
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value !== null));
}

function convertValue(value: unknown, behavior: Pick<ServerBehavior, "numbersAsText" | "emptyForNull">): unknown {
  if (typeof value === "number" && behavior.numbersAsText) return String(value);
  if (value === null && behavior.emptyForNull) return "";
  if (Array.isArray(value)) return value.map((item) => convertValue(item, behavior));
  if (typeof value !== "object" || value === null) return value;
  // With fromEntries, a parameter named `__proto__` stays an ordinary one.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, convertValue(item, behavior)]));
}
