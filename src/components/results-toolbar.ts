import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { register } from "../controllers/register.js";
import { shared } from "../styles/shared.js";
import "./export-menu.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon, type IconName } from "./icons.js";
import { send } from "./inner-events.js";

export type View = "table" | "cards";

/**
 * The headline over the results, the choice of their view, and Refresh.
 *
 * @fires alv-inner-view with the chosen view
 * @fires alv-inner-action `refresh`
 */
export class ResultsToolbar extends LitElement {
  static override styles = [
    shared,
    css`
      .toolbar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_alv-space-2);
        padding: var(--_alv-space-3) var(--_alv-gutter) var(--_alv-space-2);
      }
      .title {
        display: flex;
        flex: 1 1 0;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: var(--_alv-space-2);
        min-inline-size: min(100%, 140px);
      }
      .changed {
        font-weight: var(--_alv-font-weight-medium);
      }
      .title:focus {
        outline: 0;
      }
      .title:focus-visible {
        outline: 2px solid var(--_alv-focus);
        outline-offset: 1px;
      }
      .title > * {
        unicode-bidi: plaintext;
      }
      h2 {
        font-size: var(--_alv-font-size-xl);
        font-weight: var(--_alv-font-weight-strong);
        line-height: var(--_alv-line-height-xl);
      }
      .segmented {
        display: inline-flex;
        padding: 2px;
        border-radius: var(--_alv-radius-md);
        background: var(--_alv-surface-pressed);
      }
      .segment {
        position: relative;
        display: inline-flex;
        align-items: center;
        gap: var(--_alv-space-snug);
        min-block-size: 24px;
        block-size: calc(var(--_alv-control-height-sm) - 2px);
        padding-inline: 10px;
        border-radius: var(--_alv-radius-sm);
        color: var(--_alv-text-muted);
        font-weight: var(--_alv-font-weight-medium);
        cursor: pointer;
      }
      .segment:hover {
        color: var(--_alv-text);
      }
      /* The native radio lies invisible over its segment: its keys, names and groups are the browser's own. */
      .segment input {
        position: absolute;
        inset: 0;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .segment:has(:checked) {
        background: var(--_alv-surface-raised);
        box-shadow: var(--_alv-shadow-thumb);
        color: var(--_alv-text);
      }
      .segment:has(:focus-visible) {
        outline: 2px solid var(--_alv-focus);
        outline-offset: 1px;
      }
      /* Headline and choice share a line */
      @container (inline-size < 480px) {
        .late,
        .segment span {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
      }
      @media (forced-colors: active) {
        .segment:has(:checked) {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @property({ attribute: false }) view: View = "table";
  /** Loaded events; undefined before the first search. */
  @property({ attribute: false }) loaded: number | undefined;
  /** The fields differ from what the shown results answer. */
  @property({ attribute: false }) changed = false;
  /** How many events a refresh has brought; undefined after anything else. */
  @property({ attribute: false }) added: number | undefined;
  /** A refresh is under way. */
  @property({ attribute: false }) refreshing = false;
  /** Everything that matches has been loaded. */
  @property({ attribute: false }) complete = false;

  /** The headline: where the focus goes when the control that had it has left the screen. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".title")?.focus(options);
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<div class="toolbar">
      <div class="title" tabindex="-1">
        ${
          this.loaded === undefined
            ? nothing
            : html`<h2 class="num">${strings.loadedEvents(this.loaded)}</h2>
                ${this.#note()}`
        }
      </div>
      <div class="segmented" role="radiogroup" aria-label=${strings.viewLabel}>
        ${this.#segment("table", strings.tableView, "table")}${this.#segment("cards", strings.cardsView, "cards")}
      </div>
      ${this.loaded === undefined ? nothing : this.#refresh()}
      <alv-export-menu></alv-export-menu>
    </div>`;
  }

  #refresh(): TemplateResult {
    const { strings } = this.env;
    // It stays focusable while it works.
    return html`<button
      class="button button-sm"
      aria-label=${strings.refresh}
      aria-disabled=${this.refreshing ? "true" : "false"}
      @click=${() => this.refreshing || send(this, "alv-inner-action", { action: "refresh" })}
    >
      ${icon("refresh")}<span class="late">${strings.refresh}</span>
    </button>`;
  }

  #note(): TemplateResult | typeof nothing {
    const { strings } = this.env;
    if (this.changed) return html`<span class="changed">${strings.filtersChanged}</span>`;
    const order = this.loaded === 0 ? "" : this.complete ? strings.newestFirst : strings.soFarNewestFirst;
    const news = this.refreshing ? strings.refreshing : this.added === undefined ? "" : strings.newEvents(this.added);
    return html`<span class="muted">${[order, news].filter(Boolean).join(" · ")}</span>`;
  }

  #segment(view: View, label: string, name: IconName): TemplateResult {
    return html`<label class="segment">
      <input
        type="radio"
        name="view"
        .checked=${this.view === view}
        @change=${() => send(this, "alv-inner-view", { view })}
      />
      ${icon(name)}<span>${label}</span>
    </label>`;
  }
}

register("alv-results-toolbar", ResultsToolbar);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-toolbar": ResultsToolbar;
  }
}
