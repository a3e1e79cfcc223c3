import type { AuditEvent } from "../../core/audit-event.js";
import { LONG_COLUMNS, type Needs } from "../../core/table-columns.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import { formatRowTime } from "../values/values.js";

/** The longest value of each column whose width depends on its values, in characters. */
export type LongestValues = Readonly<Partial<Record<"timestamp" | (typeof LONG_COLUMNS)[number], number>>>;

/** The width of a character of the default type in any typeface, in px. */
const CHARACTER = 8;
/** The padding of a cell, in px, with a little room. */
const PADDING = 20;

export function findLongestValues(events: readonly AuditEvent[], times: TimeFormatter): LongestValues {
  const longest: { -readonly [Id in keyof LongestValues]: number } = {};
  const note = (id: keyof LongestValues, length: number) => (longest[id] = Math.max(longest[id] ?? 0, length));
  // Texts of times are about equally long, so about a hundred of them are enough for a list of thousands.
  const step = Math.ceil(events.length / 100);
  for (const [at, event] of events.entries()) {
    if (event.time !== null && at % step === 0) {
      const { date, time } = formatRowTime(event, times);
      note("timestamp", date.length + time.length + 1);
    }
    for (const id of LONG_COLUMNS) note(id, event[id].length);
  }
  return longest;
}

/** @param type the size of the type relative to the default, 1 or more */
export function computeColumnNeeds(longest: LongestValues, type: number): Needs {
  const px = (length: number) => Math.ceil(length * CHARACTER * type) + PADDING;
  const entries = Object.entries(longest).map(([id, length]) => [id, px(length)] as const);
  return { ...Object.fromEntries(entries), type };
}
