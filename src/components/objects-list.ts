import { consume } from "@lit/context";
import { css, html, LitElement, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { register } from "../controllers/register.js";
import { choiceOf, findObjects, toggleObjects, type ObjectGroup } from "../domain/object-choice.js";
import type { TaxonomyItem } from "../domain/taxonomy.js";
import { hasPrefix } from "../domain/text.js";
import { visibleText } from "../domain/visible-text.js";
import { popupParts } from "../styles/popup-parts.js";
import { popup } from "../styles/popup.js";
import { marks } from "../styles/marks.js";
import { shared } from "../styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon } from "./icons.js";
import { send } from "./inner-events.js";
import { objectMark } from "./object-mark.js";
import { counted } from "./values.js";

/** A count is said once somebody pauses, ms. */
const QUIET = 700;

/** Options that Page Up and Page Down move by. */
const PAGE = 10;

/** An option: one object, or a category, which stands for what is shown of it. */
interface Row {
  readonly key: string;
  readonly items: readonly TaxonomyItem[];
}

/**
 * What is in the dialog of the objects: a combobox and its list box of many, where the first option of each group is the
 * whole group. The focus stays in the search field. `aria-checked` alone says what is chosen, since only it can be mixed.
 * Sends `alv-inner-draft` with all that is chosen.
 */
export class ObjectsList extends LitElement {
  static override styles = [
    shared,
    marks,
    popup,
    popupParts,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
      }
      .list {
        max-block-size: 344px;
        padding: var(--_alv-space-1);
        overflow: auto;
        overscroll-behavior: contain;
      }
      .option {
        white-space: normal;
      }
      .option.active {
        background: var(--_alv-surface-pressed);
      }
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
      @media (forced-colors: active) {
        .active {
          outline: 2px solid Highlight;
          outline-offset: -2px;
        }
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  /** Ids of the chosen objects. */
  @property({ attribute: false }) chosen: readonly string[] = [];

  @state() private text = "";
  /** Key of the active option. */
  @state() private active: string | undefined;
  /** An arrow led to the active option: the space bar is for it, no more for the text. */
  #isLed = false;
  #saying: AbortController | undefined;

  @query("input") private input!: HTMLInputElement;

  override focus(): void {
    this.input.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#saying?.abort();
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const groups = this.#groups;
    const rows = rowsOf(groups);
    const at = rows.findIndex(({ key }) => key === this.active);
    return html`
      <div class="popup-search">
        ${icon("search")}
        <input
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-autocomplete="list"
          aria-controls="list"
          aria-activedescendant=${ifDefined(at === -1 ? undefined : `option-${at}`)}
          aria-label=${strings.findObject}
          placeholder=${strings.findObject}
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="auto"
          .value=${this.text}
          @input=${this.#onText}
          @keydown=${this.#onKey}
        />
      </div>
      <div
        id="list"
        class="list"
        role="listbox"
        tabindex="-1"
        aria-multiselectable="true"
        aria-label=${strings.objectsFilter}
        ?hidden=${rows.length === 0}
        @mousedown=${this.#onMouseDown}
        @click=${this.#onClick}
      >
        ${groups.map((group) => this.#group(group, rows))}
      </div>
      <p class="none" role="status" ?hidden=${rows.length > 0}>${rows.length > 0 ? "" : strings.objectsNone}</p>
      <div class="popup-foot">
        <span class="muted num">${strings.objectsSelected(counted(this.chosen.length, locale))}</span>
        <button type="button" class="link" @click=${this.#onClear}>${strings.clearObjects}</button>
      </div>
    `;
  }

  override updated(): void {
    this.renderRoot.querySelector(".active")?.scrollIntoView({ block: "nearest" });
  }

  #group({ category, label: called, items }: ObjectGroup, rows: readonly Row[]): TemplateResult {
    const { strings, locale } = this.env;
    const name = visibleText(called);
    const number = (value: number) => counted(value, locale);
    const chosen = number(items.filter(({ id }) => this.chosen.indexOf(id) !== -1).length);
    const all = number(items.length);
    return html`<div role="group" aria-label=${name}>
      ${this.#option(
        rows.findIndex(({ key }) => key === keyOfGroup(category)),
        rows,
        html`<strong>${name}</strong> <span class="option-end num">${strings.objectsOfCategory(chosen, all)}</span>`,
      )}
      ${items.map((item) =>
        this.#option(
          rows.findIndex(({ key }) => key === item.id),
          rows,
          objectMark({ item, label: item.label, color: item.color, alarm: false, category }, strings),
        ),
      )}
    </div>`;
  }

  #option(at: number, rows: readonly Row[], content: TemplateResult): TemplateResult {
    const { key, items } = rows[at]!;
    const state = choiceOf(items, this.chosen);
    return html`<div
      id="option-${at}"
      class="option ${hasPrefix(key, GROUP) ? "" : "nested"} ${key === this.active ? "active" : ""}"
      role="option"
      aria-checked=${state}
    >
      <span class="check">${icon(state === "mixed" ? "mixed" : "check", { small: true })}</span>${content}
    </div>`;
  }

  get #groups(): ObjectGroup[] {
    return findObjects(this.env.taxonomy.taxonomy, this.text, this.chosen);
  }

  #toggle(row: Row | undefined): void {
    if (!row) return;
    this.active = row.key;
    this.#choose(toggleObjects(this.env.taxonomy.taxonomy, this.chosen, row.items));
  }

  #choose(objects: string[]): void {
    send(this, "alv-inner-draft", { change: { objects } });
  }

  readonly #onText = (): void => {
    this.text = this.input.value;
    this.#isLed = false;
    const groups = this.#groups;
    // Enter takes what was typed for; a category has its objects under it.
    this.active = this.text === "" ? undefined : groups[0]?.items[0]?.id;
    this.#saying?.abort();
    const count = groups.reduce((sum, { items }) => sum + items.length, 0);
    if (count === 0 || this.text === "") return;
    this.#saying = new AbortController();
    const text = this.env.strings.announceObjects(counted(count, this.env.locale));
    this.env.pause(QUIET, this.#saying.signal).then(
      () => send(this, "alv-inner-announce", { text }),
      () => undefined,
    );
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    // Keys of an input method, and those that mark text, are not for us.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const rows = rowsOf(this.#groups);
    const at = rows.findIndex(({ key }) => key === this.active);
    const last = rows.length - 1;
    const to = {
      ArrowDown: at === last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      Home: 0,
      End: last,
      PageDown: Math.min(last, at + PAGE),
      PageUp: Math.max(0, at - PAGE),
    }[event.key];
    if (to !== undefined) {
      this.active = rows[to]?.key;
      this.#isLed = true;
    } else if (event.key === "Enter" || (event.key === " " && this.#isLed)) this.#toggle(rows[at]);
    else return;
    event.preventDefault();
  };

  /** The search field keeps the focus. */
  readonly #onMouseDown = (event: MouseEvent): void => event.preventDefault();

  readonly #onClick = (event: MouseEvent): void => {
    const option = (event.target as Element).closest('[role="option"]');
    if (!option) return;
    this.#isLed = true;
    this.#toggle(rowsOf(this.#groups)[Number(option.id.slice("option-".length))]);
  };

  readonly #onClear = (): void => this.#choose([]);
}

/** A category may be called like an object. */
const GROUP = "\0";
const keyOfGroup = (category: string): string => GROUP + category;

function rowsOf(groups: readonly ObjectGroup[]): Row[] {
  return groups.flatMap(({ category, items }) => [
    { key: keyOfGroup(category), items },
    ...items.map((item) => ({ key: item.id, items: [item] })),
  ]);
}

register("alv-objects-list", ObjectsList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-objects-list": ObjectsList;
  }
}
