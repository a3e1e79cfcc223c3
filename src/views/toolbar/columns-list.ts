import { css, html, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { Debouncer } from "../../ui/debouncer.js";
import { registerElement } from "../../ui/register-element.js";
import { COLUMN_IDS, DEFAULT_COLUMNS, FIXED_COLUMN, type ColumnId } from "../../core/table-columns.js";
import { fold, hasPrefix } from "../../core/text/text.js";
import { popupParts } from "../../ui/styles/popup-parts.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";

/** Letters are one word until the user pauses this long, ms. */
const PAUSE = 700;

/**
 * The menu of columns. It stays open while the user switches columns on and off.
 *
 * @fires alv-command - `prefer` when the user chooses columns
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export class ColumnsList extends ViewElement {
  static override properties = { columns: reactive };
  static override styles = [
    shared,
    popup,
    popupParts,
    css`
      .options {
        padding: var(--_alv-space-1);
      }
      .option {
        flex-wrap: wrap;
        white-space: normal;
      }
      .option[aria-disabled="true"] {
        cursor: default;
      }
      .option:focus {
        background: var(--_alv-surface-pressed);
      }
    `,
  ];

  columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  #typed = "";
  readonly #debouncer = new Debouncer(this, PAUSE);

  /** Moves the focus to the first or last item. */
  enter(end: "first" | "last"): void {
    this.#items()
      .at(end === "first" ? 0 : -1)
      ?.focus();
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<div role="menu" aria-label=${strings.toggleColumns} @keydown=${this.#onKey}>
      <div class="options" role="group" aria-label=${strings.columns}>
        ${COLUMN_IDS.map((id) => this.#renderOption(id))}
      </div>
      <div class="popup-foot" role="none">
        ${this.#renderChoice(strings.selectAllColumns, COLUMN_IDS)}${this.#renderChoice(strings.clearAllColumns, [FIXED_COLUMN])}
      </div>
    </div>`;
  }

  #renderOption(id: ColumnId): TemplateResult {
    const { strings } = this.env;
    const isFixed = id === FIXED_COLUMN;
    const isOn = isFixed || this.columns.indexOf(id) !== -1;
    return html`<button
      type="button"
      class="option"
      role="menuitemcheckbox"
      tabindex="-1"
      aria-checked=${isOn}
      aria-disabled=${ifDefined(isFixed ? "true" : undefined)}
      @click=${() => isFixed || this.#toggle(id, !isOn)}
    >
      <span class="check">${renderIcon("check", { small: true })}</span>${strings.columnNames[id]}
    </button>`;
  }

  #renderChoice(label: string, columns: readonly ColumnId[]): TemplateResult {
    return html`<button type="button" class="link" role="menuitem" tabindex="-1" @click=${() => this.#choose(columns)}>
      ${label}
    </button>`;
  }

  #toggle(id: ColumnId, isOn: boolean): void {
    this.#choose(
      COLUMN_IDS.filter((one) => one === FIXED_COLUMN || (one === id ? isOn : this.columns.indexOf(one) !== -1)),
    );
  }

  #choose(columns: readonly ColumnId[]): void {
    send(this, "prefer", { columns });
  }

  #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("button")];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = this.#items();
    const at = items.findIndex((item) => item.matches(":focus"));
    const isLetter = Array.from(key).length === 1 && key !== " ";
    const to = isLetter ? this.#find(items, at, key) : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[key];
    if (to === undefined) return;
    event.preventDefault();
    items.at(to % items.length)?.focus();
  };

  /** The next item that starts with the typed letters. */
  #find(items: readonly HTMLElement[], at: number, letter: string): number | undefined {
    this.#debouncer.schedule(this.env.pause, () => (this.#typed = ""));
    this.#typed += fold(letter);
    // Further letters may mean the same item; a first letter means the next one.
    const start = this.#typed.length > 1 ? at : at + 1;
    const order = items.map((_, index) => (start + index) % items.length);
    return order.find((index) => hasPrefix(fold(items[index]?.textContent ?? ""), this.#typed));
  }
}

registerElement("alv-columns-list", ColumnsList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-columns-list": ColumnsList;
  }
}
