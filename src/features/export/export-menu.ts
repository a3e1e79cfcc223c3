import type { LitElement } from "lit";
import { css, html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { registerElement } from "../../ui/register-element.js";
import type { ExportState } from "./state.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { toolStyles } from "../../ui/styles/tools.js";
import { ViewElement } from "../../views/shell/view-element.js";
import type { ToolUse } from "../../views/shell/feature.js";
import type { ExportStore } from "./store.js";
import { StoreFollower } from "../../views/shell/store-follower.js";
import { renderIcon } from "../../ui/icons.js";
import { formatPercent } from "../../i18n/numbers.js";

/** The Export button and its dialog. The content of the dialog is loaded at its first use. */
export class ExportMenu extends ViewElement {
  static override properties = { store: reactive, loadPanel: reactive };
  static override styles = [
    shared,
    popup,
    toolStyles,
    css`
      .popup {
        inline-size: 376px;
        padding: 0;
      }
      .unavailable {
        padding: var(--_alv-space-2) var(--_alv-gutter);
      }
      .mark {
        display: contents;
      }
      /* In a narrow viewer, the percentage replaces the icon, so that the time zone next to it has room. */
      @container (inline-size < 400px) {
        .running {
          display: none;
        }
        .button:has(.running) {
          padding-inline: var(--_alv-space-1);
        }
      }
    `,
  ];

  store!: ExportStore;
  /** Loads the panel and the code of an export. */
  loadPanel!: () => Promise<unknown>;

  /** How the user was using the button that this menu replaces. */
  set use(use: ToolUse) {
    // Read while that button is still on the page.
    this.#wasOpen ||= use.isOpen?.() ?? false;
    this.#wasFocused ||= use.isFocused?.() ?? false;
    delete use.isOpen;
    delete use.isFocused;
  }
  #wasOpen = false;
  #wasFocused = false;

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #popup = new LazyPopup(this, {
    load: () => this.loadPanel(),
    popup: () => this.dialog,
    anchor: () => this.trigger,
    align: () => "end",
    enter: () => this.#enter(),
    onHidden: () => this.#onHidden(),
  });

  constructor() {
    super();
    new StoreFollower(this, () => this.store);
  }

  override firstUpdated(): void {
    if (this.#wasFocused) this.trigger.focus();
    if (this.#wasOpen) this.#popup.show();
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const { state } = this.store;
    const isRunning = state.status === "running";
    const isOff = !state.exportable && !isRunning && !isPaused(state.status);
    // The export continues while the dialog is closed.
    const status = isRunning
      ? `${strings.exporting(strings.exportFormats[state.format])} ${formatPercent(state.part, locale)}`
      : "";
    return html`
      <button
        type="button"
        class="button button-sm"
        popovertarget=${ifDefined(isOff ? undefined : "export")}
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.open}
        aria-disabled=${isOff ? "true" : "false"}
        title=${isOff ? strings.exportNothing : status}
        @pointerenter=${this.#popup.preload}
        @focus=${this.#popup.preload}
        @click=${this.#popup.preload}
      >
        <span class=${isRunning ? "mark running" : "mark"}
          >${renderIcon(isPaused(state.status) ? "alert" : "export")}</span
        >
        <span class="tool-label-small">${strings.exportEvents}</span>
        ${
          isRunning
            ? html`<span class="num" aria-hidden="true">${formatPercent(state.part, locale)}</span>`
            : html`<span class="chevron">${renderIcon("chevron-down", { small: true })}</span>`
        }
      </button>
      <div id="export" class="popup" popover role="dialog" aria-label=${strings.exportEvents}>${this.#content()}</div>
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const { strings } = this.env;
    if (this.#popup.content === "ready")
      return html`<alv-export-panel .store=${this.store} .isOpen=${this.#popup.open}></alv-export-panel>`;
    if (this.#popup.content === "loading") return nothing;
    return html`<p class="unavailable" role="alert">
      ${strings.exportUnavailable}
      <button type="button" class="link" @click=${this.#popup.enter}>
        ${renderIcon("refresh", { small: true })}${strings.tryAgain}
      </button>
    </p>`;
  }

  /** The panel has shown the result, so the next opening starts fresh. */
  #onHidden(): void {
    this.store.clearResult();
  }

  /** Focuses the likely choice, so that Enter starts the export. */
  async #enter(): Promise<void> {
    const panel = this.dialog.querySelector<LitElement>("alv-export-panel");
    await panel?.updateComplete;
    if (this.#popup.open) (panel ?? this.dialog.querySelector<HTMLElement>("button"))?.focus();
  }
}

/** Whether the export waits for the user to resume, save or discard it. */
function isPaused(status: ExportState["status"]): boolean {
  return status === "failed" || status === "stopped";
}

registerElement("alv-export-menu", ExportMenu);

declare global {
  interface HTMLElementTagNameMap {
    "alv-export-menu": ExportMenu;
  }
}
