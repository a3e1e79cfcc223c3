import { css, html, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { AuditEvent } from "../../core/audit-event.js";
import { actionWord } from "../values/action-badge.js";
import type { Environment } from "../shell/environment.js";
import { icon } from "../../ui/icons.js";
import { rowTime } from "../values/values.js";

/** Names the details of the one open row or card of a root. */
export const DETAILS_ID = "details";

/**
 * The button of a row or card: what keyboard and screen reader meet. A click anywhere on the row does the same, and is
 * heard there, so the button needs no listener of its own.
 */
export function disclosure(event: AuditEvent, open: boolean, environment: Environment): TemplateResult {
  const { strings, times } = environment;
  const { date, time } = rowTime(event, times);
  const action = actionWord(event.action, environment) || strings.noValue;
  return html`<button
    class="mini disclose"
    aria-expanded=${open ? "true" : "false"}
    aria-controls=${ifDefined(open ? DETAILS_ID : undefined)}
    aria-label=${strings.detailsOf(action, date ? `${date} ${time}` : time || strings.noValue)}
  >
    ${icon("chevron-right")}
  </button>`;
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
  /* What is open: sunken, with a bar at its start */
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
