import type { SendPlan } from "../server/send-plan.js";
import type { Narrowing } from "../server/narrowing.js";
import { lacksRecords, type WindowRead } from "./window-reader.js";
import type { Span } from "../../core/coverage.js";

/** A window that may be read before the newer ones are complete, with its request. */
export interface EarlyWindow extends WindowRead {
  readonly requested: Span;
  /** When the request was sent and answered, as numbers of a counter. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly narrowing: Narrowing | undefined;
  readonly sent: SendPlan["sent"];
}

/**
 * Compares what two neighboring windows have of the same time. `new-record`: the requests ran at the same time, so one may lack
 * a record that arrived between them. `contradiction`: the later request lacks a record, so the server does not sort or cut
 * as it seemed to.
 */
export function compareWindows(one: EarlyWindow, other: EarlyWindow): "agree" | "new-record" | "contradiction" {
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  const lacking = pairs.filter(([whole, part]) => lacksRecordsOf(whole, part));
  if (lacking.length === 0) return "agree";
  return lacking.some(([whole, part]) => whole.startedAt > part.endedAt) ? "contradiction" : "new-record";
}

/** Whether a window lacks records that another one has of the same time. */
function lacksRecordsOf(whole: EarlyWindow, part: EarlyWindow): boolean {
  if (whole.cut || !coversRequestOf(whole, part)) return false;
  const { from, until } = whole.span;
  const both = [...part.items, ...part.rest].filter(({ sortTime }) => sortTime >= from && sortTime < until);
  return lacksRecords(whole.items, both);
}

/** Whether one request must return every record that another one returns. */
function coversRequestOf(one: EarlyWindow, other: EarlyWindow): boolean {
  if (one.narrowing && one.narrowing !== other.narrowing) return false;
  return [...one.sent].every(([field, { value }]) => other.sent.get(field)?.value === value);
}
