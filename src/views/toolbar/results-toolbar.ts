import { useContext } from "../../ui/context.js";
import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { DEFAULT_COLUMNS, type ColumnId } from "../../core/table-columns.js";
import { PAGE_SIZES, type PageSize } from "../../core/preferences.js";
import type { Strings } from "../../i18n/strings.js";
import { shared } from "../../ui/styles/shared.js";
import { toolStyles } from "../../ui/styles/tools.js";
import { featuresContext, type FeaturePlaces } from "../shell/feature.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon, type IconName } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { formatCount, getNumberFormat } from "../../i18n/numbers.js";
import { resultsToolbarStyles } from "./results-toolbar.styles.js";
import "./timezone-select.js";

export type View = "table" | "cards";

/**
 * The headline above the results, and the tools: view, records per page, time zone, columns, Refresh, Export and Help.
 *
 * @fires alv-command - `prefer` when the user chooses a view or the number of records per page
 * @fires alv-command - `refresh` when the user refreshes the results
 */
export class ResultsToolbar extends ViewElement {
  static override properties = {
    view: reactive,
    loaded: reactive,
    pageSize: reactive,
    added: reactive,
    refreshing: reactive,
    waiting: reactive,
    stale: reactive,
    complete: reactive,
    help: reactive,
    columns: reactive,
  };
  static override styles = [shared, toolStyles, resultsToolbarStyles];

  private features: FeaturePlaces | undefined;

  view: View = "table";
  /** The number of loaded events; undefined before the first search. */
  loaded: number | undefined;
  pageSize: PageSize = PAGE_SIZES[0];
  /** The number of events that a refresh has added; undefined after anything else. */
  added: number | undefined;
  /** Whether a refresh is running. */
  refreshing = false;
  /** Says that the server has asked to wait, or "". */
  waiting = "";
  /** Whether a new search is running, and the headline is still about the previous one. */
  stale = false;
  /** Whether all matching events are loaded. */
  complete = false;

  /** Renders the help button, if the page has a help page. */
  help: ((strings: Strings) => TemplateResult) | undefined;

  columns: readonly ColumnId[] = DEFAULT_COLUMNS;

  /** Focuses the headline, for example when the focused control is removed. */
  constructor() {
    super();
    useContext(this, featuresContext, (features) => {
      this.features = features;
    });
  }

  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>(".title")?.focus(options);
  }

  override render(): TemplateResult {
    const { strings, locale } = this.env;
    return html`<div class="toolbar">
      <div class=${this.stale ? "title stale" : "title"} tabindex="-1">
        ${
          this.loaded === undefined
            ? nothing
            : html`<h2 class="num clip">${strings.loadedEvents(formatCount(this.loaded, locale))}</h2>
                <span class="muted clip" title=${this.#note()}>${this.#note()}</span>`
        }
      </div>
      <div class="tools">
        <div class="segmented" role="radiogroup" aria-label=${strings.viewLabel}>
          ${this.#renderViewOption("table", strings.tableView, "table")}${this.#renderViewOption("cards", strings.cardsView, "cards")}
        </div>
        <span class="divider"></span>
        ${this.#renderPageSizes()}
        <alv-timezone-select></alv-timezone-select>
        ${
          this.view === "table"
            ? html`<alv-columns-menu .columns=${this.columns}
                >${renderColumnsStandIn(strings.columns)}</alv-columns-menu
              >`
            : nothing
        }
        ${this.#renderRefresh()}
        <div class="place">${this.features?.render("toolbar", undefined)}</div>
        ${this.help?.(strings)}
      </div>
    </div>`;
  }

  /** The visible text is shorter in a narrow viewer; the native list is invisible above it. */
  #renderPageSizes(): TemplateResult {
    const { strings, locale } = this.env;
    const number = getNumberFormat(locale);
    const size = (one: PageSize) => (one === "all" ? strings.allEvents : number.format(one));
    const unit = (one: PageSize) => (one === "all" ? strings.inOneList : strings.perPage);
    return html`<label class="button button-sm tool sizes">
      <span class="num" aria-hidden="true"
        >${size(this.pageSize)}<span class="tool-label-medium"> ${unit(this.pageSize)}</span></span
      >
      ${renderIcon("chevron-down", { small: true })}
      <select aria-label=${strings.recordsPerPage} @change=${this.#onPageSize}>
        ${PAGE_SIZES.map((one) => html`<option value=${one}>${size(one)} ${unit(one)}</option>`)}
      </select>
    </label>`;
  }

  /** The list follows the property also if the user has chosen another size that was not taken. */
  protected override updated(): void {
    this.renderRoot.querySelector("select")!.selectedIndex = PAGE_SIZES.indexOf(this.pageSize);
  }

  readonly #onPageSize = (event: Event): void => {
    const { selectedIndex } = event.target as HTMLSelectElement;
    send(this, "prefer", { pageSize: PAGE_SIZES[selectedIndex] ?? PAGE_SIZES[0] });
  };

  #renderRefresh(): TemplateResult {
    const { strings } = this.env;
    const isOff = this.refreshing || this.stale || this.loaded === undefined;
    // Not `disabled`, which would remove the focus.
    return html`<button
      type="button"
      class="button button-sm tool tool-collapse"
      aria-label=${strings.refresh}
      aria-disabled=${isOff ? "true" : "false"}
      @click=${() => isOff || send(this, "refresh")}
    >
      ${renderIcon("refresh")}<span class="tool-label">${strings.refresh}</span>
    </button>`;
  }

  #note(): string {
    const { strings, locale } = this.env;
    if (this.waiting) return this.waiting;
    // Only one text, so that the line does not get longer.
    if (this.refreshing) return strings.refreshing;
    if (this.added !== undefined) return strings.newEvents(formatCount(this.added, locale));
    return this.loaded === 0 ? "" : this.complete ? strings.newestFirst : strings.soFarNewestFirst;
  }

  #renderViewOption(view: View, label: string, name: IconName): TemplateResult {
    return html`<label class="segment">
      <input type="radio" name="view" .checked=${this.view === view} @change=${() => send(this, "prefer", { view })} />
      ${renderIcon(name)}<span>${label}</span>
    </label>`;
  }
}

/** A disabled button that keeps the space of the columns menu, which the first search loads. */
function renderColumnsStandIn(label: string): TemplateResult {
  return html`<button type="button" class="button button-sm tool tool-collapse" disabled aria-label=${label}>
    ${renderIcon("columns")}<span class="tool-label">${label}</span>
  </button>`;
}

registerElement("alv-results-toolbar", ResultsToolbar);

declare global {
  interface HTMLElementTagNameMap {
    "alv-results-toolbar": ResultsToolbar;
  }
}
