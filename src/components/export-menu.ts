import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { query } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { LatePart } from "../controllers/late-part.js";
import { PopoverController } from "../controllers/popover.js";
import { register } from "../controllers/register.js";
import type { ExportState } from "../state/export-state.js";
import { popup } from "../styles/popup.js";
import { shared } from "../styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { exportContext, type ExportDesk } from "./export-context.js";
import { icon } from "./icons.js";
import { percent } from "./values.js";

/** The button `Export`, and the dialog that it opens; what stands in that is fetched at its first use. */
export class ExportMenu extends LitElement {
  static override styles = [
    shared,
    popup,
    css`
      .popup {
        inline-size: 376px;
        padding: 0;
      }
      .unavailable {
        padding: var(--_alv-space-2) var(--_alv-gutter);
      }
      .chevron {
        display: contents;
      }
      @container (inline-size < 480px) {
        .late {
          position: absolute;
          inline-size: 1px;
          block-size: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .chevron {
          display: none;
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @consume({ context: exportContext, subscribe: true })
  private desk!: ExportDesk;

  @query("button") private trigger!: HTMLButtonElement;
  @query(".popup") private dialog!: HTMLElement;

  readonly #part = new LatePart(this, () => this.desk.need());
  readonly #popover = new PopoverController(this, {
    popup: () => this.dialog,
    anchor: () => this.trigger,
    placement: "bottom-end",
    onShown: () => void this.#enter(),
  });

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const { exportable, state } = this.desk;
    const runs = state.status === "running";
    const isOff = !exportable && !runs && !isWaiting(state.status);
    // The export goes on when the dialog is closed.
    const told = runs ? `${strings.exporting(strings.exportFormats[state.format])} ${percent(state.part, locale)}` : "";
    return html`
      <button
        type="button"
        class="button button-sm"
        popovertarget=${ifDefined(isOff ? undefined : "export")}
        aria-haspopup="dialog"
        aria-expanded=${this.#popover.open}
        aria-disabled=${isOff ? "true" : "false"}
        title=${isOff ? strings.exportNothing : told}
        @pointerenter=${this.#part.need}
        @focus=${this.#part.need}
        @click=${this.#part.need}
      >
        ${icon(isWaiting(state.status) ? "alert" : "export")}
        <span class="late">${strings.exportEvents}</span>
        ${
          runs
            ? html`<span class="num" aria-hidden="true">${percent(state.part, locale)}</span>`
            : html`<span class="chevron">${icon("chevron-down", { small: true })}</span>`
        }
      </button>
      <div
        id="export"
        class="popup"
        popover
        role="dialog"
        aria-label=${strings.exportEvents}
        @beforetoggle=${this.#popover.onBeforeToggle}
        @toggle=${this.#onToggle}
        @focusout=${this.#popover.onFocusOut}
      >
        ${this.#content()}
      </div>
    `;
  }

  #content(): TemplateResult | typeof nothing {
    const { strings } = this.env;
    if (this.#part.ready) return html`<alv-export-panel .isOpen=${this.#popover.open}></alv-export-panel>`;
    if (!this.#part.failed) return nothing;
    return html`<p class="unavailable" role="alert">
      ${strings.exportUnavailable}
      <button type="button" class="link" @click=${this.#enter}>
        ${icon("refresh", { small: true })}${strings.tryAgain}
      </button>
    </p>`;
  }

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#popover.onToggle(event);
    // What has been read need not be read again.
    if (event.newState === "closed" && this.desk.state.status === "done") this.desk.dismiss();
  };

  /** The likely choice takes the focus: Enter is enough. */
  readonly #enter = async (): Promise<void> => {
    if (!(await this.#part.need())) return;
    await this.updateComplete;
    const panel = this.renderRoot.querySelector<LitElement>("alv-export-panel");
    await panel?.updateComplete;
    if (this.#popover.open) panel?.focus();
  };
}

/** Somebody has to say what becomes of it. */
function isWaiting(status: ExportState["status"]): boolean {
  return status === "failed" || status === "stopped";
}

register("alv-export-menu", ExportMenu);

declare global {
  interface HTMLElementTagNameMap {
    "alv-export-menu": ExportMenu;
  }
}
