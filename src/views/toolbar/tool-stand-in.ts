import { html, type TemplateResult } from "lit";
import { icon, type IconName } from "../../ui/icons.js";

/** Keeps the room of a tool that is loaded with the first results, and looks like the tool while it cannot be used. */
export function toolStandIn(name: IconName, label: string): TemplateResult {
  return html`<button type="button" class="button button-sm" disabled aria-label=${label}>
    ${icon(name)}<span class="tool-label-small">${label}</span
    ><span class="chevron">${icon("chevron-down", { small: true })}</span>
  </button>`;
}
