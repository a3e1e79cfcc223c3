import { html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { findField, type ColumnId } from "../../core/table-columns.js";
import { FIELDS } from "../../core/fields.js";
import type { Environment } from "../shell/environment.js";
import { actionBadge } from "../values/action-badge.js";
import { objectMark } from "../values/object-mark.js";
import { rowTime, shortAddress, textValue, userValue } from "../values/values.js";

/** @param isPrinted whether the table is on paper, which has no tooltips: addresses are not shortened */
export function tableCell(id: ColumnId, event: AuditEvent, env: Environment, isPrinted: boolean): TemplateResult {
  const title = id === "timestamp" ? timeElsewhere(event, env) : undefined;
  return html`<td role="cell" class="col-${id}" part="cell" title=${ifDefined(title)}>
    ${cellContent(findField(id), event, env, isPrinted)}
  </td>`;
}

function cellContent(
  field: ReturnType<typeof findField>,
  event: AuditEvent,
  env: Environment,
  isPrinted: boolean,
): unknown {
  const { strings, taxonomy, times } = env;
  switch (field) {
    case "time": {
      const { date, time } = rowTime(event, times);
      return html`<span class="muted">${date}</span> <span>${time || "-"}</span>`;
    }
    case "action":
      return actionBadge(event.action, env);
    case "object":
      return objectMark(taxonomy.object(event.object), strings);
  }
  const { kind } = FIELDS[field];
  if (kind === "user") return userValue(event[field], strings);
  return textValue(event[field], strings, kind === "address" && !isPrinted ? shortAddress : undefined);
}

/** The tooltip of a timestamp: the instant in UTC and in the reader's own zone, unless they show the same time. */
function timeElsewhere({ time }: AuditEvent, { times, strings }: Environment): string | undefined {
  if (time === null) return undefined;
  const { utc, local } = times.elsewhere(time);
  const lines = [utc && strings.timeInUtc(utc), local && strings.timeHere(local)].filter(Boolean);
  return lines.length > 0 ? lines.join("\n") : undefined;
}
