import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "./view-element.js";
import type { Environment } from "./environment.js";
import { listErrorActions, formatErrorLine, findErrorLook, describeError } from "./error-panel.js";
import type { PanelState } from "./panel-state.js";
import { renderPanel, type Panel } from "./panel-template.js";
import { formatRange } from "../filters/range-text.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { statusPanelStyles } from "./status-panel.styles.js";

/**
 * The panel in place of events: how to configure the viewer, how to search, or the failure of the first search. A search without
 * matches has its own panel (`nothing-found.ts`). It is not a live region, because the root announces it.
 *
 * @fires alv-command - the command of a button
 * @csspart state the panel
 */
export class StatusPanel extends ViewElement {
  static override properties = { state: reactive };
  static override styles = [shared, statusPanelStyles];

  /** Why there are no events. */
  state: PanelState = { kind: "ready" };

  constructor() {
    super();
    exposeParts(this, "state");
  }

  override render(): TemplateResult {
    return renderPanel(describe(this.state, this.env), this);
  }
}

function describe(state: PanelState, { strings, times, locale }: Environment): Panel {
  switch (state.kind) {
    case "not-configured":
      return {
        icon: "plug",
        tone: "",
        title: strings.notConfiguredTitle,
        text: html`<p>${strings.notConfigured("api-base", "adapter")}</p>
          <pre class="mono ltr"><code>&lt;audit-log-viewer api-base="https://server.example/…"&gt;
viewer.adapter = createFetchAdapter({ baseUrl })</code></pre>`,
        actions: [],
      };
    case "ready":
      return {
        icon: "search",
        tone: "",
        title: strings.readyTitle,
        text: html`<p>
          ${state.range ? strings.readyFilters(formatRange(state.range, strings, times)) : strings.readyText}
        </p>`,
        // With edited filters, the button would not search for what the text says.
        actions: state.range ? [] : [{ action: "search-last-24-hours", label: strings.searchLast24Hours }],
      };
    case "error": {
      const { error } = state;
      const line = formatErrorLine(error, strings);
      return {
        ...findErrorLook(error.kind),
        title: strings.errorTitles[error.kind],
        text: html`<p>${describeError(error, strings, locale)}</p>`,
        actions: listErrorActions(error.kind, strings),
        fine: line ? html`<p class="fine">${line}</p>` : nothing,
      };
    }
  }
}

registerElement("alv-status-panel", StatusPanel);

declare global {
  interface HTMLElementTagNameMap {
    "alv-status-panel": StatusPanel;
  }
}
