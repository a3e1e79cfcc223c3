import { consume } from "../../ui/context.js";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import type { Searched } from "../../search/log-state.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
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
export class FilterChips extends LitElement {
  static override styles = [shared, marks, filterChipsStyles];

  @consume(environmentContext)
  private env!: Environment;

  @property({ attribute: false }) searched!: Searched;

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
