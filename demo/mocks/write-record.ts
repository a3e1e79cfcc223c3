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
  if (habits.numbersAsText || habits.emptyForNull) record = rewritten(entry.record, record, habits);
  if (habits.omitEmpty) {
    record = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== "" && value !== null));
  }
  return record;
}

interface Rewritten {
  readonly numbersAsText: boolean;
  readonly emptyForNull: boolean;
  readonly record: WireRecord;
}

/** What was made of a record last: a server answers it again and again. */
const made = new WeakMap<WireRecord, Rewritten>();

/** @param dated `kept` with the time as it is written to this request */
function rewritten(kept: WireRecord, dated: WireRecord, { numbersAsText, emptyForNull }: Habits): WireRecord {
  let last = made.get(kept);
  if (last?.numbersAsText !== numbersAsText || last.emptyForNull !== emptyForNull) {
    const record = rewrite(kept, { numbersAsText, emptyForNull }) as WireRecord;
    last = { numbersAsText, emptyForNull, record };
    made.set(kept, last);
  }
  return kept === dated ? last.record : { ...last.record, "timestamp-datetime": dated["timestamp-datetime"] };
}

function rewrite(value: unknown, habits: Pick<Habits, "numbersAsText" | "emptyForNull">): unknown {
  if (typeof value === "number" && habits.numbersAsText) return String(value);
  if (value === null && habits.emptyForNull) return "";
  if (Array.isArray(value)) return value.map((item) => rewrite(item, habits));
  if (typeof value !== "object" || value === null) return value;
  // fromEntries keeps a parameter that is named `__proto__` an ordinary one.
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rewrite(item, habits)]));
}
