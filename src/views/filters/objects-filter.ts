import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { registerElement } from "../../ui/register-element.js";
import type { TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import { toVisibleText } from "../../core/text/visible-text.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { objectsFilterStyles } from "./objects-filter.styles.js";
import { renderLazyPopupContent } from "../../ui/popups/lazy-popup-content.js";
import { formatCount } from "../../i18n/numbers.js";

/** How many objects have their own tag. */
const TAGS = 2;

/**
 * The objects: a field that shows the first two chosen objects as tags, with a button to remove each, and opens a dialog with
 * all objects. The content of the dialog is loaded at first use.
 *
 * @fires alv-command - `edit-filters` when the user removes an object
 */
export class ObjectsFilter extends ViewElement {
  static override properties = { chosen: reactive };
  static override styles = [shared, popup, objectsFilterStyles];

  /** Ids of the chosen objects. */
  chosen: readonly string[] = [];

  private get field(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".field")!;
  }
  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>(".open")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #popup = new LazyPopup(this, {
    load: () => this.env.load("objects-list"),
    popup: () => this.dialog,
    anchor: () => this.field,
    opener: () => this.trigger,
    enter: () => this.dialog.querySelector<HTMLElement>("alv-objects-list, button")?.focus(),
  });

  override focus(): void {
    this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings, locale, taxonomy } = this.env;
    const known = new Map<string, TaxonomyItem>();
    for (const { items } of taxonomy.taxonomy.objects) for (const item of items) known.set(item.id, item);
    const order = [...known.keys()];
    // Objects that the taxonomy does not have come last.
    const rank = (id: string) => order.indexOf(id) + 1 || Infinity;
    const chosen = [...this.chosen]
      .sort((a, b) => (rank(a) < rank(b) ? -1 : 1))
      .map((id) => ({ id, label: toVisibleText(known.get(id)?.label ?? id) }));
    const more = chosen.length > TAGS ? strings.moreObjects(formatCount(chosen.length - TAGS, locale)) : undefined;
    const first = chosen.slice(0, TAGS);
    const words = [...first.map(({ label }) => label), ...(more ? [more] : [])].join(", ") || strings.allObjects;
    return html`
      <div class="field" @pointerenter=${this.#popup.preload} @focusin=${this.#popup.preload}>
        <span class="field-label" aria-hidden="true">${strings.objectsFilter}</span>
        ${first.map(({ id, label }) => this.#renderTag(id, label))}
        ${more ? html`<span class="more num" aria-hidden="true">${more}</span>` : nothing}
        ${chosen.length === 0 ? html`<span class="value clip" aria-hidden="true">${words}</span>` : nothing}
        <button
          type="button"
          class="open"
          popovertarget="objects"
          aria-haspopup="dialog"
          aria-expanded=${this.#popup.open}
          aria-label=${strings.objectsChosen(words)}
          @keydown=${this.#onKey}
        >
          ${renderIcon("chevron-down")}
        </button>
      </div>
      <div id="objects" class="popup popup-list" popover role="dialog" aria-label=${strings.objectsFilter}>
        ${renderLazyPopupContent(
          this.#popup,
          strings,
          () => html`<alv-objects-list .chosen=${this.chosen}></alv-objects-list>`,
        )}
      </div>
    `;
  }

  #renderTag(id: string, label: string): TemplateResult {
    return html`<span class="tag">
      <span class="clip" aria-hidden="true">${label}</span>
      <button
        type="button"
        class="mini"
        aria-label=${this.env.strings.removeObject(label)}
        @click=${() => this.#remove(id)}
      >
        ${renderIcon("close", { small: true })}
      </button>
    </span>`;
  }

  #remove(id: string): void {
    // The button is removed with its tag.
    this.trigger.focus();
    send(this, "edit-filters", { objects: this.chosen.filter((one) => one !== id) });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "ArrowDown" || this.#popup.open) return;
    event.preventDefault();
    this.#popup.show();
  };
}

registerElement("alv-objects-filter", ObjectsFilter);

declare global {
  interface HTMLElementTagNameMap {
    "alv-objects-filter": ObjectsFilter;
  }
}
