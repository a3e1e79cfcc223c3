import { html, nothing, type TemplateResult } from "lit";
import type { PanelAction, PanelLook } from "./error-panel.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "./commands.js";

/** A panel in place of events. */
export interface Panel extends PanelLook {
  readonly title: string;
  readonly text: unknown;
  readonly actions: readonly PanelAction[];
  /** A small line at the end. */
  readonly fine?: unknown;
}

/**
 * @param from sends the commands of the buttons
 * @param suggestions shown between the buttons and the small line
 */
export function renderPanel(panel: Panel, from: EventTarget, suggestions: unknown = nothing): TemplateResult {
  const action = ({ action, label, icon: name, primary }: PanelAction) =>
    html`<button class="button ${primary ? "button-primary" : ""}" @click=${() => send(from, action)}>
      ${name ? renderIcon(name) : nothing}${label}
    </button>`;
  return html`<div class="state ${panel.tone ? `is-${panel.tone}` : ""}" part="state">
    <span class="mark">${renderIcon(panel.icon)}</span>
    <h2>${panel.title}</h2>
    <div class="text">${panel.text}</div>
    ${panel.actions.length > 0 ? html`<div class="actions">${panel.actions.map(action)}</div>` : nothing} ${suggestions}
    ${panel.fine ?? nothing}
  </div>`;
}
