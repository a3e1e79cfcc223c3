import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import type { Searched } from "../../search/log-state.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";
import { listFilters, type NamedFilter } from "./filter-list.js";
import { renderIcon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { formatSearchedRange } from "./range-text.js";
import { marks } from "../../ui/styles/marks.js";
import { renderName } from "../values/name-text.js";
import { filterChipsStyles } from "./filter-chips.styles.js";

/**
 * The filters of the shown results, one chip for each. The date range has no button to remove it.
 *
 * @fires alv-command - `search-for` with the remaining filters when the user removes a filter
 */
export class FilterChips extends ViewElement {
  static override properties = { searched: reactive };
  static override styles = [shared, marks, filterChipsStyles];

  searched!: Searched;

  override render(): TemplateResult {
    const { strings, times } = this.env;
    return html`<div class="chips" role="group" aria-label=${strings.activeFilters}>
      <span class="chip chip-fixed num">
        <span class="muted">${strings.dateRange}</span>
        <strong>${formatSearchedRange(this.searched, strings, times)}</strong>
      </span>
      ${listFilters(this.searched.filters, this.env).map((chip) => this.#renderChip(chip))}
    </div>`;
  }

  #renderChip({ name, value, without }: NamedFilter): TemplateResult {
    const { strings } = this.env;
    return html`<span class="chip">
      <span class="muted">${name}</span>
      ${value === "" ? nothing : html`<strong class="ltr">${renderName(value, strings)}</strong>`}
      <button
        type="button"
        class="mini"
        aria-label=${strings.removeFilter(name)}
        @click=${() => send(this, "search-for", without)}
      >
        ${renderIcon("close", { small: true })}
      </button>
    </span>`;
  }
}

registerElement("alv-filter-chips", FilterChips);

declare global {
  interface HTMLElementTagNameMap {
    "alv-filter-chips": FilterChips;
  }
}
