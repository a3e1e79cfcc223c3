import type { AuditEvent } from "../../../core/audit-event.js";
import type { Environment } from "../../shell/environment.js";
import { describeAction } from "../../values/action-badge.js";
import { setAttribute } from "./cells.js";

/**
 * Writes the tooltip of the cell under the pointer. Only a shortened text has one before: browsers have styles for the attribute,
 * so each cell that gets it is styled again.
 */
export function showTooltip(cell: HTMLElement, event: AuditEvent, env: Environment): void {
  if (cell.matches(".col-timestamp")) setAttribute(cell, "title", describeElsewhere(event, env));
  else if (cell.matches(".col-action:has(.clip)")) setAttribute(cell, "title", describeAction(event.action, env));
  else if (cell.matches(":is(.ltr, .col-object:has(.clip)):not([title])")) cell.title = cell.textContent!;
}

/** The tooltip of a timestamp: the instant in UTC and in the user's own zone, unless they show the same time. */
function describeElsewhere({ time }: AuditEvent, { times, strings }: Environment): string | undefined {
  if (time === null) return undefined;
  const { utc, local } = times.elsewhere(time);
  const lines = [utc && strings.timeInUtc(utc), local && strings.timeHere(local)].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : undefined;
}
