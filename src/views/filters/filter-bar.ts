import { useContext } from "../../ui/context.js";
import { html, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { FilterProblem } from "../../core/filters/filter-check.js";
import { FIELDS, listFieldsWith, type TextFilter } from "../../core/fields.js";
import { countFilters } from "../../core/filters/count-filters.js";
import { createDefaultFilters, type AuditFilters } from "../../core/filters/filters.js";
import { shared } from "../../ui/styles/shared.js";
import { featuresContext, type DomainFieldPlace, type FeaturePlaces } from "../shell/feature.js";
import { ViewElement } from "../shell/view-element.js";
import { filterBarStyles } from "./filter-bar.styles.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { formatCount } from "../../i18n/numbers.js";
import { exposeParts } from "../../ui/expose-parts.js";
import { renderTextFilter, type TextFilterView } from "./text-filter.js";
import "./date-range/date-range.js";
import "./objects-filter.js";

/**
 * The filters. They are a draft until the user searches.
 *
 * @fires alv-command - `edit-filters` when the user edits a filter
 * @fires alv-command - `search` or `clear` when the user uses a button
 * @fires alv-command - `announce` when the filters differ from those of the results
 */
export class FilterBar extends ViewElement {
  static override properties = {
    filters: reactive,
    problems: reactive,
    changed: reactive,
    openRequest: reactive,
    open: reactive,
  };
  static override styles = [shared, filterBarStyles];

  private features: FeaturePlaces | undefined;

  filters: AuditFilters = createDefaultFilters();
  problems: readonly FilterProblem[] = [];
  /** True if the filters differ from the filters of the shown results. */
  changed = false;

  /** Counts the actions that dismiss suggestions (Search, Clear, Escape, leaving the field), because suggestions may load later. */
  #dismissals = 0;

  /** The latest request to open the suggestions of a domain field. */
  private openRequest: (NonNullable<DomainFieldPlace["openRequest"]> & { field: string }) | undefined;

  /** Whether the filters are open in a narrow viewer. */
  private open = false;

  constructor() {
    super();
    useContext(this, featuresContext, (features) => {
      this.features = features;
    });
    exposeParts(this, "field, search, clear");
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    // A wrong filter must be visible.
    if (changed.has("problems") && this.problems.length > 0) this.open = true;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    // Only new problems of a search take the focus: it must not move while the user corrects a field.
    const before = (changed.get("problems") ?? []) as readonly FilterProblem[];
    if (changed.has("problems") && this.problems.some((one) => before.indexOf(one) === -1)) this.#focusProblem();
    // Only after an edit, not after a failed search with these filters.
    if (changed.has("changed") && changed.has("filters") && this.changed)
      send(this, "announce", this.env.strings.filtersChanged);
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    return html`
      <form
        class="filters ${this.open ? "filters-open" : ""}"
        role="search"
        aria-label=${strings.filtersLabel}
        novalidate
        @submit=${this.#onSubmit}
      >
        <div class="filters-toggle">
          <button
            type="button"
            class="field"
            aria-expanded=${this.open}
            aria-controls="main who"
            @click=${() => (this.open = !this.open)}
          >
            ${renderIcon("filter")}<span class="field-value clip"
              >${strings.filtersToggle(formatCount(countFilters(this.filters), locale))}</span
            >
            ${renderIcon("chevron-down")}
          </button>
          <button class="button button-primary" part="search">${strings.searchButton}</button>
          ${this.#renderChanged()}
        </div>
        <div class="filters-main" id="main">
          ${this.#renderAction()}
          <alv-objects-filter .chosen=${this.filters.objects}></alv-objects-filter>
          <alv-date-range .range=${this.filters.range} .problem=${this.#describeProblem("range")}></alv-date-range>
        </div>
        <div class="filters-who" id="who">
          ${this.#renderGroup("by", strings.performedBy)} ${this.#renderGroup("affected", strings.affected)}
          <div class="filters-actions">
            ${this.#renderChanged()}
            <button class="button button-primary" part="search">${renderIcon("search")}${strings.searchButton}</button>
            <button type="button" class="button button-plain" part="clear" @click=${this.#onClear}>
              ${renderIcon("reset")}${strings.clearButton}
            </button>
          </div>
        </div>
      </form>
    `;
  }

  /** The text next to each Search button. It always takes its space, so that no button moves while the user types. */
  #renderChanged(): TemplateResult {
    return html`<span class="changed ${this.changed ? "" : "same"}">${this.env.strings.filtersChanged}</span>`;
  }

  #renderAction(): TemplateResult {
    const { strings, taxonomy } = this.env;
    const chosen = this.filters.actions[0] ?? "";
    const listed = taxonomy.taxonomy.actions.filter(({ listed = true, id }) => listed || id === chosen);
    return html`<label class="field field-select" part="field">
      <span class="field-label">${strings.actionFilter}</span>
      <select class="clip" aria-label=${strings.actionFilter} .value=${chosen} @change=${this.#onAction}>
        <option value="" ?selected=${chosen === ""}>${strings.allActions}</option>
        ${listed.map(({ id, label }) => html`<option value=${id} ?selected=${chosen === id}>${label}</option>`)}
      </select>
      ${renderIcon("chevron-down")}
    </label>`;
  }

  #renderGroup(group: "by" | "affected", label: string): TemplateResult {
    const fields = listFieldsWith("filter", group);
    return html`<div
      class="field-group ${fields.length < 3 ? "field-group-short" : ""}"
      role="group"
      aria-label=${label}
    >
      <span class="field-group-label" aria-hidden="true">${label}</span>
      ${fields.map((field) => this.#renderText(field))}
    </div>`;
  }

  #renderText(field: TextFilter): TemplateResult {
    const { strings } = this.env;
    return renderTextFilter(field, {
      strings,
      value: this.filters[field],
      problem: this.#describeProblem(field),
      onText: this.#onText,
      ...(isDomain(field) ? { domain: this.#createDomainView(field) } : {}),
    });
  }

  #createDomainView(field: DomainFieldPlace["field"]): TextFilterView["domain"] {
    const openRequest = this.openRequest?.field === field ? this.openRequest : undefined;
    return {
      suggestions: this.features?.render("domain-field", { field, text: this.filters[field], openRequest }),
      onLook: this.#onDomain,
      onKey: this.#onEscape,
      onLeave: this.#dismiss,
    };
  }

  #describeProblem(field: FilterProblem["field"]): string {
    const found = this.problems.find((one) => one.field === field);
    return found ? this.env.strings.problems[found.problem] : "";
  }

  readonly #onText = (event: InputEvent): void => {
    const input = event.target as HTMLInputElement;
    send(this, "edit-filters", { [input.dataset["field"] as TextFilter]: input.value });
    if (input.role === "combobox") this.#onDomain(event);
  };

  /** Suggestions are loaded at the first look at a domain field. Without them, the field takes any text. */
  readonly #onDomain = ({ currentTarget, type }: Event): void => {
    const dismissals = this.#dismissals;
    const field = (currentTarget as HTMLElement).dataset["field"] ?? "";
    this.openRequest = { field, shouldOpen: () => type !== "focus" && dismissals === this.#dismissals };
    void this.features?.look("domain-field");
  };

  readonly #dismiss = (): void => {
    this.#dismissals += 1;
  };

  readonly #onEscape = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.#dismiss();
  };

  readonly #onAction = (event: Event): void => {
    const id = (event.target as HTMLSelectElement).value;
    send(this, "edit-filters", { actions: id === "" ? [] : [id] });
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    // On a narrow page, this shows the results. A wrong filter opens the fields again.
    this.open = false;
    this.#dismiss();
    send(this, "search");
    void this.updateComplete.then(() => this.#keepFocus());
  };

  readonly #onClear = (): void => {
    this.#dismiss();
    send(this, "clear");
  };

  /** Moves the focus from a field that is hidden now. */
  #keepFocus(): void {
    const active = this.shadowRoot?.activeElement;
    if (active && !active.checkVisibility())
      this.renderRoot.querySelector<HTMLElement>(".filters-toggle .field")?.focus();
  }

  /** Moves the focus to the first wrong filter. */
  #focusProblem(): void {
    const { field } = this.problems[0]!;
    const selector = field === "range" ? "alv-date-range" : `[data-field="${field}"]`;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

function isDomain(field: TextFilter): field is DomainFieldPlace["field"] {
  return FIELDS[field].kind === "domain";
}

registerElement("alv-filter-bar", FilterBar);

declare global {
  interface HTMLElementTagNameMap {
    "alv-filter-bar": FilterBar;
  }
}
