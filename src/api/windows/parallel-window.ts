import type { SendPlan } from "../server/send-plan.js";
import type { SpellingFilter } from "../server/spelling-filter.js";
import { lacksRecords, type WindowRead } from "./window-reader.js";
import type { Span } from "../../core/coverage.js";

/** A window with its request. Windows are read in parallel, so it may be complete before the newer ones. */
export interface ParallelWindow extends WindowRead {
  readonly requested: Span;
  /** When the request was sent and answered, as numbers of a counter. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly spellings: SpellingFilter | undefined;
  readonly sent: SendPlan["sent"];
}

/**
 * Compares what two neighboring windows have of the same time. `new-record`: the requests ran at the same time, so one may lack
 * a record that arrived between them. `contradiction`: the later request lacks a record, so the server does not sort or cut
 * as it seemed to.
 */
export function compareWindows(one: ParallelWindow, other: ParallelWindow): "agree" | "new-record" | "contradiction" {
  const pairs = [
    [one, other],
    [other, one],
  ] as const;
  const lacking = pairs.filter(([whole, part]) => lacksRecordsOf(whole, part));
  if (lacking.length === 0) return "agree";
  return lacking.some(([whole, part]) => whole.startedAt > part.endedAt) ? "contradiction" : "new-record";
}

/** Whether a window lacks records that another one has of the same time. */
function lacksRecordsOf(whole: ParallelWindow, part: ParallelWindow): boolean {
  if (whole.cut || !coversRequestOf(whole, part)) return false;
  const { from, until } = whole.span;
  const both = [...part.items, ...part.rest].filter(({ sortTime }) => sortTime >= from && sortTime < until);
  return lacksRecords(whole.items, both);
}

/** Whether one request must return every record that another one returns. */
function coversRequestOf(one: ParallelWindow, other: ParallelWindow): boolean {
  if (one.spellings && one.spellings !== other.spellings) return false;
  return [...one.sent].every(([field, { value }]) => other.sent.get(field)?.value === value);
}
