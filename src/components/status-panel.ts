import { html, LitElement, nothing, type TemplateResult } from "lit";
import { consume } from "@lit/context";
import { property, state } from "lit/decorators.js";
import { register } from "../controllers/register.js";
import { lastOf } from "../domain/coverage.js";
import { shared } from "../styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { errorActions, errorLine, errorLook, errorText, type PanelAction, type PanelLook } from "./error-panel.js";
import { icon, type IconName } from "./icons.js";
import { send, type StateAction } from "./inner-events.js";
import type { PanelState, Suggestion } from "./panel-state.js";
import { rangeText } from "./range-text.js";
import { showParts } from "./shown-parts.js";
import { statusPanelStyles } from "./status-panel.styles.js";
import { counted } from "./numbers.js";

const DAY = 86_400_000;

interface Panel extends PanelLook {
  title: string;
  text: unknown;
  actions: readonly PanelAction[];
  /** Below everything, small. */
  fine?: unknown;
}

/**
 * What stands where there are no events to show: how to configure the viewer, before the first search, nothing found, or
 * a failure. One idea, one next step. Announcing it is the root's affair: this is no live region.
 *
 * @property state why there are no events
 * @property suggestions changes of the filters, one click each
 * @fires alv-inner-action when a button was used
 * @fires alv-inner-narrow when a suggestion was used
 * @csspart state the panel
 * @csspart suggestion a suggestion
 */
export class StatusPanel extends LitElement {
  static override styles = [shared, statusPanelStyles];

  @property({ attribute: false }) state: PanelState = { kind: "ready" };
  @property({ attribute: false }) suggestions: readonly Suggestion[] = [];
  @consume({ context: environmentContext, subscribe: true })
  @state()
  private environment: Environment | undefined;

  constructor() {
    super();
    showParts(this, "state, suggestion");
  }

  override render(): unknown {
    const { environment } = this;
    if (!environment) return nothing;
    const panel = describe(this.state, environment);
    return html`<div class="state ${panel.tone ? `is-${panel.tone}` : ""}" part="state">
      <span class="mark">${icon(panel.icon)}</span>
      <h2>${panel.title}</h2>
      <div class="text">${panel.text}</div>
      ${panel.actions.length > 0 ? html`<div class="actions">${panel.actions.map((one) => this.#action(one))}</div>` : nothing}
      ${this.#suggestions(environment)} ${panel.fine ?? nothing}
    </div>`;
  }

  #action({ action, label, icon: name, primary }: PanelAction): TemplateResult {
    return html`<button
      class="button ${primary ? "button-primary" : ""}"
      @click=${() => send(this, "alv-inner-action", { action })}
    >
      ${name ? icon(name) : nothing}${label}
    </button>`;
  }

  /** What may have been meant first, then the widest change, the given ones, and the one that drops every filter. */
  #suggestions({ strings }: Environment): TemplateResult | typeof nothing {
    const { state } = this;
    const take = (action: StateAction, name: IconName, label: string) =>
      suggestion(name, label, () => send(this, "alv-inner-action", { action }));
    const given = ({ filters, text, note, isGuess }: Suggestion) =>
      suggestion(
        isGuess ? "search" : "filter",
        html`${text}${note ? html` <span class="muted num">(${note})</span>` : nothing}`,
        () => send(this, "alv-inner-narrow", { filters }),
      );
    const guesses = this.suggestions.filter(({ isGuess }) => isGuess).map(given);
    const items = this.suggestions.filter(({ isGuess }) => !isGuess).map(given);
    if (state.kind === "empty") {
      // An hour may be missing in 30 days with a change of the clock.
      if (state.coverage.asked.until - state.coverage.asked.from < 29.5 * DAY) {
        items.unshift(take("search-last-30-days", "calendar", strings.searchLast30Days));
      }
      items.push(take("clear", "reset", strings.clearFilters));
    }
    return guesses.length + items.length > 0
      ? html`<ul class="suggestions" role="list">
          ${guesses}${items}
        </ul>`
      : nothing;
  }
}

function suggestion(name: IconName, label: unknown, take: () => void): TemplateResult {
  return html`<li>
    <button class="suggestion" part="suggestion" @click=${take}>
      ${icon(name)}<span>${label}</span>${icon("chevron-right")}
    </button>
  </li>`;
}

function describe(state: PanelState, environment: Environment): Panel {
  const { strings, times, locale } = environment;
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
    case "empty":
      return empty(state, environment);
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

/** What was read and why nothing matched; never more than that. */
function empty(
  { coverage, endsNow = false }: Extract<PanelState, { kind: "empty" }>,
  { strings, times, locale }: Environment,
): Panel {
  const { asked, readFrom, records, sentFilters } = coverage;
  const whole = readFrom <= asked.from;
  // A range of a day or two has the same day at both ends: its times tell more.
  const isLong = asked.until - readFrom > 3 * DAY;
  const when = isLong ? times.day : times.dayAndTime;
  const from = when(readFrom);
  const until = when(lastOf(asked, endsNow && !isLong));
  return {
    icon: "filter",
    tone: "",
    title: strings.emptyTitle,
    text: html`<p>
      ${strings.emptyRead(counted(records, locale), from, until, sentFilters.length > 0)}
      ${whole ? nothing : strings.emptyIncomplete(from)}
    </p> `,
    actions: whole ? [] : [{ action: "look-further", label: strings.lookFurther, primary: true }],
    fine: html`<details class="fine">
      <summary>${strings.notLoggedTitle}</summary>
      ${strings.notLoggedText}
    </details>`,
  };
}

register("alv-status-panel", StatusPanel);

declare global {
  interface HTMLElementTagNameMap {
    "alv-status-panel": StatusPanel;
  }
}
