import { html, LitElement, nothing } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { errorActions, errorLine, errorLook, errorText } from "./error-panel.js";
import type { PanelState } from "./panel-state.js";
import { panelTemplate, type Panel } from "./panel-template.js";
import { rangeText } from "../filters/range-text.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { statusPanelStyles } from "./status-panel.styles.js";

/**
 * What stands where there are no events to show yet: how to configure the viewer, before the first search, or a failure. What
 * says that nothing was found comes with the search (`nothing-found.ts`). The root announces both: this is no live region.
 *
 * @property state why there are no events
 * @fires alv-command when a button was used
 * @csspart state the panel
 */
export class StatusPanel extends LitElement {
  static override styles = [shared, statusPanelStyles];

  @property({ attribute: false }) state: PanelState = { kind: "ready" };
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  constructor() {
    super();
    exposeParts(this, "state");
  }

  override render(): unknown {
    return this.environment ? panelTemplate(describe(this.state, this.environment), this) : nothing;
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
          ${state.range ? strings.readyFilters(rangeText(state.range, strings, times)) : strings.readyText}
        </p>`,
        // With other filters set it would search for something else than it says.
        actions: state.range ? [] : [{ action: "search-last-24-hours", label: strings.searchLast24Hours }],
      };
    case "error": {
      const { error } = state;
      const line = errorLine(error, strings);
      return {
        ...errorLook(error.kind),
        title: strings.errorTitles[error.kind],
        text: html`<p>${errorText(error, strings, locale)}</p>`,
        actions: errorActions(error.kind, strings),
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
