import { css, html, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { registerElement } from "../../ui/register-element.js";
import { DEFAULT_COLUMNS, type ColumnId } from "../../core/table-columns.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { toolStyles } from "../../ui/styles/tools.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { renderLazyPopupContent } from "../../ui/popups/lazy-popup-content.js";

/** The button that opens the menu of columns. The menu is loaded at first use. */
export class ColumnsMenu extends ViewElement {
  static override properties = { columns: reactive };
  static override styles = [
    shared,
    popup,
    toolStyles,
    css`
      .popup {
        inline-size: max-content;
        padding: 0;
      }
    `,
  ];

  columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button.button")!;
  }
  private get menu(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }
  /** The end of the menu that gets the focus. */
  #end: "first" | "last" = "first";

  readonly #popup = new LazyPopup(this, {
    load: () => this.env.load("columns-list"),
    popup: () => this.menu,
    anchor: () => this.trigger,
    enter: () => this.#enter(),
    onHidden: () => (this.#end = "first"),
  });

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`
      <button
        type="button"
        class="button button-sm tool tool-collapse"
        popovertarget="columns"
        aria-haspopup="menu"
        aria-expanded=${this.#popup.open}
        aria-label=${strings.toggleColumns}
        @pointerenter=${this.#popup.preload}
        @focus=${this.#popup.preload}
        @keydown=${this.#onKey}
      >
        ${renderIcon("columns")}<span class="tool-label">${strings.columns}</span>
      </button>
      <div id="columns" class="popup" popover>
        ${renderLazyPopupContent(
          this.#popup,
          strings,
          () => html`<alv-columns-list .columns=${this.columns}></alv-columns-list>`,
        )}
      </div>
    `;
  }

  #enter(): void {
    const list = this.menu.querySelector("alv-columns-list");
    if (list) list.enter(this.#end);
    else this.menu.querySelector("button")?.focus();
  }

  readonly #onKey = ({ key }: KeyboardEvent): void => {
    if ((key !== "ArrowDown" && key !== "ArrowUp") || this.#popup.open) return;
    this.#end = key === "ArrowDown" ? "first" : "last";
    this.#popup.show();
  };
}

registerElement("alv-columns-menu", ColumnsMenu);

declare global {
  interface HTMLElementTagNameMap {
    "alv-columns-menu": ColumnsMenu;
  }
}
