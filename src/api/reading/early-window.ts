import type { SendPlan } from "../server/send-plan.js";
import type { Narrowing } from "../server/spellings.js";
import { lacks, type WindowRead } from "./window-reader.js";
import type { Span } from "../../core/coverage.js";

/** A window that was read, and how it was asked for. */
export interface EarlyWindow extends WindowRead {
  readonly asked: Span;
  /** When it was asked for and when it was answered, in turns of a counter. */
  readonly begun: number;
  readonly ended: number;
  readonly narrowing: Narrowing | undefined;
  readonly sent: SendPlan["sent"];
}

/** Whether a window lacks what another one was answered of the same time. */
export function lacksOf(whole: EarlyWindow, part: EarlyWindow): boolean {
  if (whole.cut || !hasAll(whole, part)) return false;
  const { from, until } = whole.span;
  const both = [...part.items, ...part.rest].filter(({ place }) => place >= from && place < until);
  return lacks(whole.items, both);
}

/** Whether one window was asked for everything that another one was asked for. */
function hasAll(one: EarlyWindow, other: EarlyWindow): boolean {
  if (one.narrowing && one.narrowing !== other.narrowing) return false;
  return [...one.sent].every(([field, { value }]) => other.sent.get(field)?.value === value);
}
