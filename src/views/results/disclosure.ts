import { css, html, type LitElement, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { renderIcon } from "../../ui/icons.js";
import type { Environment } from "../shell/environment.js";
import { send } from "../shell/commands.js";
import { findActionWord } from "../values/action-badge.js";
import { formatRowTime } from "../values/values.js";
import { isTextSelected } from "./text-selection.js";

/** The id of the details in a root: only one event is open. */
export const DETAILS_ID = "details";

/** The button of a row or card. It has no listener, because the row handles every click (`toggleClickedRow`). */
export function renderDisclosure(event: AuditEvent, open: boolean, env: Environment): TemplateResult {
  return html`<button
    class="mini disclose"
    aria-expanded=${open ? "true" : "false"}
    aria-controls=${ifDefined(open ? DETAILS_ID : undefined)}
    aria-label=${describeButton(event, env)}
  >
    ${renderIcon("chevron-right")}
  </button>`;
}

/** The name of the button: the action and the time of its event. */
export function describeButton(event: AuditEvent, env: Environment): string {
  const { strings, times } = env;
  const { date, time } = formatRowTime(event, times);
  const action = findActionWord(event.action, env) || strings.noValue;
  return strings.detailsOf(action, date ? `${date} ${time}` : time || strings.noValue);
}

/**
 * Asks the root to open or close the row or card of a click; `data-row` has its index. A click that ends a selection of text
 * does nothing: the user wants the text.
 */
export function toggleClickedRow(host: LitElement, click: MouseEvent, events: readonly AuditEvent[]): void {
  const target = click.target as Element;
  const row = target.closest<HTMLElement>("[data-row]");
  const event = events[Number(row?.dataset["row"])];
  if (!row || !event) return;
  if (!target.closest("button") && isTextSelected(row)) return;
  send(host, "toggle-event", event);
}

export const disclosureStyles = css`
  .disclose {
    display: grid;
  }
  .disclose .icon {
    transition: rotate var(--_alv-motion-base) var(--_alv-ease);
  }
  .disclose[aria-expanded="true"] .icon {
    rotate: 90deg;
  }
  .disclose[aria-expanded="true"] .icon:dir(rtl) {
    rotate: -90deg;
  }
  /* An open row or card is sunken, with a bar at its start */
  .open,
  .open:hover {
    background: var(--_alv-surface-sunken);
    box-shadow: inset 2px 0 0 var(--_alv-accent-edge);
  }
  .open:dir(rtl) {
    box-shadow: inset -2px 0 0 var(--_alv-accent-edge);
  }
  @media (forced-colors: active) {
    .open {
      border-inline-start: 2px solid Highlight;
    }
  }
`;
