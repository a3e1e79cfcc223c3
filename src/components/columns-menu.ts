import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { LatePart } from "../controllers/late-part.js";
import { PopoverController } from "../controllers/popover.js";
import { register } from "../controllers/register.js";
import { DEFAULT_COLUMNS, type ColumnId } from "../domain/columns.js";
import { popup } from "../styles/popup.js";
import { shared } from "../styles/shared.js";
import { toolStyles } from "../styles/tools.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon } from "./icons.js";

/**
 * The button that opens the menu of columns. The menu is a chunk of its own, and sends `alv-inner-columns`.
 */
export class ColumnsMenu extends LitElement {
  static override styles = [
    shared,
    popup,
    toolStyles,
    css`
      .popup {
        inline-size: max-content;
        padding: 0;
      }
      .wait {
        padding: var(--_alv-space-3);
        color: var(--_alv-text-muted);
      }
      /* A list has no columns */
      @container (inline-size < 720px) {
        :host {
          display: none;
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @property({ attribute: false }) columns: readonly ColumnId[] = DEFAULT_COLUMNS;
  /** Chosen columns that the table has no room for. */
  @property({ attribute: false }) crowded: readonly ColumnId[] = [];

  @query("button.button") private trigger!: HTMLButtonElement;
  @query(".popup") private menu!: HTMLElement;
  /** Which end takes the focus. */
  #end: "first" | "last" = "first";

  readonly #list = new LatePart(this, () => import("./columns-list.js"));
  readonly #popover = new PopoverController(this, {
    popup: () => this.menu,
    anchor: () => this.trigger,
    onShown: () => this.#enter(),
  });

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`
      <button
        type="button"
        class="button button-sm tool tool-collapse"
        popovertarget="columns"
        aria-haspopup="menu"
        aria-expanded=${this.#popover.open}
        aria-label=${strings.toggleColumns}
        @pointerenter=${this.#list.need}
        @focus=${this.#list.need}
        @keydown=${this.#onKey}
      >
        ${icon("columns")}<span class="tool-label">${strings.columns}</span>
      </button>
      <div
        id="columns"
        class="popup"
        popover
        @beforetoggle=${this.#popover.onBeforeToggle}
        @toggle=${this.#onToggle}
        @focusout=${this.#popover.onFocusOut}
      >
        ${this.#popover.open ? this.#content() : nothing}
      </div>
    `;
  }

  #content(): TemplateResult {
    const { strings } = this.env;
    if (this.#list.ready)
      return html`<alv-columns-list .columns=${this.columns} .crowded=${this.crowded}></alv-columns-list>`;
    if (!this.#list.failed) return html`<p class="wait" role="status">${strings.columnsLoading}</p>`;
    return html`<p class="wait" role="alert">
      ${strings.columnsFailed}
      <button type="button" class="link" @click=${this.#load}>${strings.tryAgain}</button>
    </p>`;
  }

  #enter(): void {
    if (this.#popover.open && "placed" in this.menu.dataset)
      this.renderRoot.querySelector("alv-columns-list")?.enter(this.#end);
  }

  readonly #load = async (): Promise<void> => {
    await this.#list.need();
    await this.updateComplete;
    this.#enter();
  };

  readonly #onToggle = (event: ToggleEvent): void => {
    this.#popover.onToggle(event);
    if (this.#popover.open) void this.#load();
    else this.#end = "first";
  };

  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if ((key !== "ArrowDown" && key !== "ArrowUp") || this.#popover.open) return;
    this.#end = key === "ArrowDown" ? "first" : "last";
    this.menu.showPopover();
  };
}

register("alv-columns-menu", ColumnsMenu);

declare global {
  interface HTMLElementTagNameMap {
    "alv-columns-menu": ColumnsMenu;
  }
}
