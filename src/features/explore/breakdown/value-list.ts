import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Breakdown, BreakdownField, BreakdownRequest, ValueCount } from "../../../core/event-counts.js";
import { markTyped } from "../../../core/filters/domain-match.js";
import type { AuditFilters } from "../../../core/filters/filters.js";
import { escapePattern } from "../../../core/filters/pattern.js";
import { contains, fold } from "../../../core/text/text.js";
import { formatCount } from "../../../i18n/numbers.js";
import { Debouncer } from "../../../ui/debouncer.js";
import { ComboboxController } from "../../../ui/popups/combobox.js";
import { registerElement } from "../../../ui/register-element.js";
import { renderSearchField } from "../../../ui/search-field.js";
import { marks } from "../../../ui/styles/marks.js";
import { popupParts } from "../../../ui/styles/popup-parts.js";
import { popup } from "../../../ui/styles/popup.js";
import { shared } from "../../../ui/styles/shared.js";
import { send } from "../../../views/shell/commands.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import { filterForValue } from "./filter-for.js";
import { valueMark, valueText } from "./value-parts.js";
import { hasWords, valueName, valueWord } from "./value-words.js";

/** The number of matches is announced after a pause in typing, ms. */
const PAUSE = 700;
/** How many values the list adds when the user gets near its end. */
const PAGE = 60;
/** How near, in values. */
const NEAR = 12;
/** Fields with words are searched by their words, on the page, so all their values are needed. */
const ALL = 2000;

/**
 * All values of a field, with a search field: the content of the dialog behind "+12 more". The focus stays in the field.
 *
 * @fires alv-command - `search-for` when the user filters for a value
 * @fires alv-command - `announce` with the number of matches
 */
export class ValueList extends ViewElement {
  static override properties = {
    field: reactive,
    name: reactive,
    filters: reactive,
    findMore: reactive,
    counts: reactive,
    text: reactive,
    most: reactive,
    found: reactive,
    hasFailed: reactive,
  };
  static override styles = [
    shared,
    marks,
    popup,
    popupParts,
    css`
      .list {
        block-size: 344px;
      }
      .option {
        min-block-size: 32px;
      }
      .option[aria-disabled="true"] {
        cursor: default;
      }
      .option > .clip {
        white-space: normal;
        overflow-wrap: anywhere;
      }
      .glyph {
        display: inline-grid;
        flex: none;
        color: var(--_alv-neutral-dot);
      }
      .none {
        padding: var(--_alv-space-2);
        color: var(--_alv-text-muted);
      }
      strong {
        font-weight: var(--_alv-font-weight-strong);
      }
    `,
  ];

  field!: BreakdownField;
  /** The name of the search field. */
  name = "";
  /** The filters of the results. */
  filters!: AuditFilters;
  findMore!: (request: BreakdownRequest) => Promise<Breakdown>;
  /** A new object when there are new counts: the list then asks again. */
  counts: unknown;

  private text = "";
  private most = PAGE;
  /** The previous answer stays until the next one. */
  private found: Breakdown | undefined;
  private hasFailed = false;

  private get input(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>("input");
  }
  private get list(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(".list");
  }

  readonly #combobox = new ComboboxController(this, {
    input: () => this.input,
    listbox: () => this.list,
    findFirst: () => (this.text === "" ? undefined : this.#shown[0] && "value-0"),
    choose: (id) => this.#choose(Number(id.slice("value-".length))),
  });
  readonly #debouncer = new Debouncer(this, PAUSE);
  /** The number of values without a search. */
  #all: number | undefined;
  /** Numbers the questions, so that only the latest answer is shown. */
  #question = 0;

  override focus(): void {
    this.input?.focus();
  }

  override willUpdate(changed: PropertyValues): void {
    const active = Number(this.#combobox.active?.slice("value-".length) ?? Number.NaN);
    if (active >= this.#shown.length - NEAR) this.#showMore();
    if (["field", "counts", "text", "most"].some((name) => changed.has(name))) void this.#load();
  }

  override updated(): void {
    this.#combobox.attach();
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    const { distinct } = this.found ?? { distinct: 0 };
    return html`
      ${renderSearchField(this.name, this.text, this.#onText)}
      <div id="list" class="list" role="listbox" tabindex="-1" aria-label=${this.name} @scroll=${this.#onScroll}>
        ${this.#shown.map((value, at) => this.#renderOption(value, at))} ${this.#renderNote(distinct)}
      </div>
      <div class="popup-foot">
        <span class="muted num"
          >${
            this.#all === undefined
              ? ""
              : strings.breakdownFound(formatCount(distinct, locale), formatCount(this.#all, locale))
          }</span
        >
      </div>
    `;
  }

  #renderNote(distinct: number): TemplateResult | typeof nothing {
    const { strings } = this.env;
    if (this.hasFailed) {
      return html`<p class="none" role="presentation">
        ${strings.breakdownFailed}
        <button type="button" class="link" @click=${() => this.#load()}>${strings.tryAgain}</button>
      </p>`;
    }
    if (!this.found || distinct > 0) return nothing;
    return html`<p class="none" role="presentation">${strings.breakdownNoValues}</p>`;
  }

  #renderOption(value: ValueCount, at: number): TemplateResult {
    const { locale } = this.env;
    const id = `value-${at}`;
    const filter = filterForValue(this.field, value, this.filters, this.env);
    return html`<div
      id=${id}
      class=${this.#combobox.active === id ? "option active" : "option"}
      role="option"
      aria-selected="false"
      aria-disabled=${ifDefined(filter ? undefined : "true")}
      aria-label=${valueName(this.field, value, this.env)}
      title=${ifDefined(filter?.name)}
    >
      ${valueMark(this.field, value, this.env)}${valueText(this.field, value, this.env, this.#mark)}
      <span class="option-end num">${formatCount(value.count, locale).text}</span>
    </div>`;
  }

  readonly #mark = (text: string): unknown =>
    markTyped(text, escapePattern(this.text)).map(({ text, isTyped }) =>
      isTyped ? html`<strong>${text}</strong>` : text,
    );

  get #shown(): readonly ValueCount[] {
    return this.found?.values ?? [];
  }

  async #load(): Promise<void> {
    this.#question += 1;
    const question = this.#question;
    const found = await this.#find(this.field, this.text, this.most).catch(() => undefined);
    if (question !== this.#question) return;
    this.hasFailed = !found;
    this.found = found ?? this.found;
    if (found) this.#announce(found.distinct);
  }

  async #find(field: BreakdownField, text: string, most: number): Promise<Breakdown> {
    if (!hasWords(field)) {
      const found = await this.findMore({ field, limit: most, search: text });
      if (text === "") this.#all = found.distinct;
      return found;
    }
    const { values, distinct } = await this.findMore({ field, limit: ALL, search: "" });
    this.#all = distinct;
    const wanted = fold(text);
    const matching = values.filter((value) => contains(valueWord(field, value, this.env).toLowerCase(), wanted));
    return { values: matching.slice(0, most), distinct: wanted === "" ? distinct : matching.length };
  }

  #choose(at: number): void {
    const value = this.#shown[at];
    const filter = value && filterForValue(this.field, value, this.filters, this.env);
    if (filter) send(this, "search-for", filter.filters);
  }

  #showMore(): void {
    if (this.#shown.length === this.most) this.most += PAGE;
  }

  #announce(distinct: number): void {
    if (this.text === "") return;
    const { strings, locale, pause } = this.env;
    const all = formatCount(this.#all ?? distinct, locale);
    const text =
      distinct === 0 ? strings.breakdownNoValues : strings.breakdownFound(formatCount(distinct, locale), all);
    this.#debouncer.schedule(pause, () => send(this, "announce", text));
  }

  readonly #onScroll = (): void => {
    const { scrollTop, scrollHeight, clientHeight } = this.list!;
    if (scrollHeight - scrollTop < 2 * clientHeight) this.#showMore();
  };

  readonly #onText = (): void => {
    this.text = this.input?.value ?? "";
    this.most = PAGE;
    if (this.list) this.list.scrollTop = 0;
    this.#debouncer.cancel();
  };
}

registerElement("alv-value-list", ValueList);

declare global {
  interface HTMLElementTagNameMap {
    "alv-value-list": ValueList;
  }
}
