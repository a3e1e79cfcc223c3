import { css, html, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { reactive } from "../../ui/reactive.js";
import { ComboboxController } from "../../ui/popups/combobox.js";
import { Debouncer } from "../../ui/debouncer.js";
import { registerElement } from "../../ui/register-element.js";
import { findCheckedState, findObjects, toggleObjects, type ObjectGroup } from "../../core/filters/object-choice.js";
import type { TaxonomyItem } from "../../core/taxonomy/taxonomy.js";
import { hasPrefix } from "../../core/text/text.js";
import { toVisibleText } from "../../core/text/visible-text.js";
import { popupParts } from "../../ui/styles/popup-parts.js";
import { popup } from "../../ui/styles/popup.js";
import { marks } from "../../ui/styles/marks.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { renderObjectMark } from "../values/object-mark.js";
import { renderSearchField } from "../../ui/search-field.js";
import { objectsList } from "../../i18n/en/objects-list.js";
import { formatCount } from "../../i18n/numbers.js";

/** The number of matches is announced after a pause in typing, ms. */
const PAUSE = 700;

/** An option: one object, or a category with its shown objects. */
interface Row {
  readonly key: string;
  readonly items: readonly TaxonomyItem[];
}

/**
 * The content of the objects dialog: a search field with a list box, in which the user can choose many options. The first
 * option of each group is the whole group. The focus stays in the field. The options have `aria-checked` and not
 * `aria-selected`, because only `aria-checked` can be mixed.
 *
 * @fires alv-command - `edit-filters` when the user changes the chosen objects
 * @fires alv-command - `announce` with the number of matches
 */
export class ObjectsList extends ViewElement {
  static override properties = { chosen: reactive, text: reactive };
  static override styles = [
    shared,
    marks,
    popup,
    popupParts,
    css`
      .nested {
        padding-inline-start: var(--_alv-space-8);
      }
      strong {
        min-inline-size: 0;
        font-weight: var(--_alv-font-weight-strong);
        overflow-wrap: anywhere;
      }
      .none {
        padding: var(--_alv-space-3);
        color: var(--_alv-text-muted);
      }
    `,
  ];

  /** Ids of the chosen objects. */
  chosen: readonly string[] = [];

  private text = "";

  private get input(): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>("input")!;
  }
  private get list(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".list")!;
  }

  readonly #combobox = new ComboboxController(this, {
    input: () => this.input,
    listbox: () => this.list,
    many: true,
    findTyped: () => this.#findTyped(),
    choose: (id) => this.#toggle(createRows(this.#groups).find(({ key }) => this.#getId(key) === id)),
  });
  readonly #debouncer = new Debouncer(this, PAUSE);
  /** The keys of all options, including those that do not match. */
  #keys: readonly string[] = [];

  override focus(): void {
    this.input.focus();
  }

  override willUpdate(): void {
    this.#keys = createRows(this.env.taxonomy.taxonomy.objects).map(({ key }) => key);
  }

  override render(): TemplateResult {
    const { completeTexts, locale } = this.env;
    const strings = completeTexts(objectsList);
    const groups = this.#groups;
    const rows = createRows(groups);
    return html`
      ${renderSearchField(strings.findObject, this.text, this.#onText)}
      <div
        id="list"
        class="list"
        role="listbox"
        tabindex="-1"
        aria-multiselectable="true"
        aria-label=${strings.objectsFilter}
        ?hidden=${rows.length === 0}
      >
        ${repeat(
          groups,
          ({ category }) => category,
          (group) => this.#renderGroup(group, rows),
        )}
      </div>
      <p class="none" role="status" ?hidden=${rows.length > 0}>${rows.length > 0 ? "" : strings.objectsNone}</p>
      <div class="popup-foot">
        <span class="muted num">${strings.objectsSelected(formatCount(this.chosen.length, locale))}</span>
        <button type="button" class="link" @click=${this.#onClear}>${strings.clearObjects}</button>
      </div>
    `;
  }

  override updated(): void {
    this.#combobox.attach();
  }

  #renderGroup({ category, label: called, items }: ObjectGroup, rows: readonly Row[]): TemplateResult {
    const { completeTexts, locale } = this.env;
    const strings = completeTexts(objectsList);
    const name = toVisibleText(called);
    const number = (value: number) => formatCount(value, locale);
    const chosen = number(items.filter(({ id }) => this.chosen.indexOf(id) !== -1).length);
    const all = number(items.length);
    return html`<div role="group" aria-label=${name}>
      ${this.#renderOption(
        rows.findIndex(({ key }) => key === createGroupKey(category)),
        rows,
        html`<strong>${name}</strong> <span class="option-end num">${strings.objectsOfCategory(chosen, all)}</span>`,
      )}
      ${repeat(
        items,
        ({ id }) => id,
        (item) =>
          this.#renderOption(
            rows.findIndex(({ key }) => key === item.id),
            rows,
            renderObjectMark(
              { item, label: item.label, color: item.color, alarm: false, failed: false, category },
              strings,
            ),
          ),
      )}
    </div>`;
  }

  #renderOption(at: number, rows: readonly Row[], content: TemplateResult): TemplateResult {
    const { key, items } = rows[at]!;
    const state = findCheckedState(items, this.chosen);
    const id = this.#getId(key);
    return html`<div
      id=${id}
      class="option ${hasPrefix(key, GROUP) ? "" : "nested"} ${id === this.#combobox.active ? "active" : ""}"
      role="option"
      aria-checked=${state}
    >
      <span class="check">${renderIcon(state === "mixed" ? "mixed" : "check", { small: true })}</span>${content}
    </div>`;
  }

  get #groups(): ObjectGroup[] {
    return findObjects(this.env.taxonomy.taxonomy, this.text, this.chosen);
  }

  /** The index among all options, so that an option keeps its id while the user searches. */
  #getId(key: string): string {
    return `option-${this.#keys.indexOf(key)}`;
  }

  #toggle(row: Row | undefined): void {
    if (row) this.#choose(toggleObjects(this.env.taxonomy.taxonomy, this.chosen, row.items));
  }

  #choose(objects: string[]): void {
    send(this, "edit-filters", { objects });
  }

  /** The first matching object, which becomes active while the user types. */
  #findTyped(): string | undefined {
    const [first] = this.text === "" ? [] : (this.#groups[0]?.items ?? []);
    return first && this.#getId(first.id);
  }

  readonly #onText = (): void => {
    this.text = this.input.value;
    this.#debouncer.cancel();
    const count = this.#groups.reduce((sum, { items }) => sum + items.length, 0);
    if (count === 0 || this.text === "") return;
    const { completeTexts, locale, pause } = this.env;
    const text = completeTexts(objectsList).announceObjects(formatCount(count, locale));
    this.#debouncer.schedule(pause, () => send(this, "announce", text));
  };

  readonly #onClear = (): void => this.#choose([]);
}

/** Distinguishes a category from an object with the same name. */
const GROUP = "\0";
const createGroupKey = (category: string): string => GROUP + category;

function createRows(groups: readonly Pick<ObjectGroup, "category" | "items">[]): Row[] {
  return groups.flatMap(({ category, items }) => [
    { key: createGroupKey(category), items },
    ...items.map((item) => ({ key: item.id, items: [item] })),
  ]);
}

registerElement("alv-objects-list", ObjectsList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-objects-list": ObjectsList;
  }
}
