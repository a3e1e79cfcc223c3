import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { registerElement } from "../../ui/register-element.js";
import type { TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import { visibleText } from "../../core/text/visible-text.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { icon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { lazyPopupContent } from "../../ui/popups/lazy-popup-content.js";
import { counted } from "../../i18n/numbers.js";

/** Objects that have a tag of their own. */
const TAGS = 2;

/**
 * The objects: a field that shows the first two that are chosen, each with a button to take it away, and opens a dialog with
 * all of them. What is in the dialog is a chunk of its own.
 * Sends `edit-filters` when an object is taken away; the list sends it for what is chosen.
 */
export class ObjectsFilter extends LitElement {
  static override styles = [
    shared,
    popup,
    css`
      .field {
        position: relative;
        cursor: pointer;
      }
      .field:hover .icon:last-child {
        color: var(--_alv-text);
      }
      .tag,
      .value {
        overflow: hidden;
      }
      .tag .mini {
        position: relative;
        z-index: 1;
      }
      .more {
        flex: none;
        color: var(--_alv-text-muted);
        white-space: nowrap;
        unicode-bidi: plaintext;
      }
      /* It is the whole field but the tags' own buttons */
      .open {
        display: grid;
        place-items: center;
        flex: none;
        min-inline-size: 24px;
        min-block-size: 24px;
        margin-inline: auto -4px;
        padding: 0;
        border: 0;
        outline: 0;
        background: none;
        color: var(--_alv-text-muted);
        cursor: pointer;
      }
      .open::after {
        content: "";
        position: absolute;
        inset: 0;
      }
      .field:has(.open:focus-visible) {
        outline: 2px solid var(--_alv-focus);
        outline-offset: 1px;
      }
      .popup {
        inline-size: min(calc(100vw - 16px), max(var(--_popup-width, 0px), 320px));
      }
      @container (inline-size < 720px) {
        .field {
          flex-wrap: wrap;
          gap: var(--_alv-space-1) var(--_alv-space-2);
          block-size: auto;
          min-block-size: var(--_alv-control-height);
          padding-block: 3px;
        }
        .tag {
          max-inline-size: 100%;
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  /** Ids of the chosen objects. */
  @property({ attribute: false }) chosen: readonly string[] = [];

  @query(".field") private field!: HTMLElement;
  @query(".open") private trigger!: HTMLButtonElement;
  @query(".popup") private dialog!: HTMLElement;

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
    // What the taxonomy does not know comes last, under its own name.
    const place = (id: string) => order.indexOf(id) + 1 || Infinity;
    const chosen = [...this.chosen]
      .sort((a, b) => (place(a) < place(b) ? -1 : 1))
      .map((id) => ({ id, label: visibleText(known.get(id)?.label ?? id) }));
    const more = chosen.length > TAGS ? strings.moreObjects(counted(chosen.length - TAGS, locale)) : undefined;
    const first = chosen.slice(0, TAGS);
    const words = [...first.map(({ label }) => label), ...(more ? [more] : [])].join(", ") || strings.allObjects;
    return html`
      <div class="field" @pointerenter=${this.#popup.preload} @focusin=${this.#popup.preload}>
        <span class="field-label" aria-hidden="true">${strings.objectsFilter}</span>
        ${first.map(({ id, label }) => this.#tag(id, label))}
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
          ${icon("chevron-down")}
        </button>
      </div>
      <div id="objects" class="popup popup-list" popover role="dialog" aria-label=${strings.objectsFilter}>
        ${lazyPopupContent(
          this.#popup,
          { loading: strings.objectsLoading, failed: strings.objectsFailed, tryAgain: strings.tryAgain },
          () => html`<alv-objects-list .chosen=${this.chosen}></alv-objects-list>`,
        )}
      </div>
    `;
  }

  #tag(id: string, label: string): TemplateResult {
    return html`<span class="tag">
      <span class="clip" aria-hidden="true">${label}</span>
      <button
        type="button"
        class="mini"
        aria-label=${this.env.strings.removeObject(label)}
        @click=${() => this.#remove(id)}
      >
        ${icon("close", { small: true })}
      </button>
    </span>`;
  }

  #remove(id: string): void {
    // The button leaves with its tag.
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
