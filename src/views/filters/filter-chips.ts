import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import type { Searched } from "../../search/log-state.js";
import { shared } from "../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../shell/environment.js";
import { filterList, type NamedFilter } from "./filter-list.js";
import { icon } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import { searchedRangeText } from "./range-text.js";

/**
 * The filters of the shown results, a chip for each. The date range has no button to remove it.
 * Sends `search-for` with the remaining filters when a chip is removed.
 */
export class FilterChips extends LitElement {
  static override styles = [
    shared,
    css`
      .chips {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_alv-space-snug);
        padding: 0 var(--_alv-gutter) var(--_alv-space-3);
      }
      .chip {
        display: inline-flex;
        align-items: center;
        gap: var(--_alv-space-snug);
        max-inline-size: 100%;
        min-block-size: var(--_alv-tag-height);
        padding-inline: var(--_alv-space-2) 0;
        border: 1px solid var(--_alv-border);
        border-radius: min(12px, var(--_alv-radius-pill));
        font-size: var(--_alv-font-size-sm);
      }
      .chip > .muted {
        white-space: nowrap;
      }
      strong {
        min-inline-size: 0;
        font-weight: var(--_alv-font-weight-medium);
        overflow-wrap: anywhere;
      }
      .chip .mini {
        margin-block: -1px;
        border-radius: var(--_alv-radius-pill);
      }
      .chip-fixed {
        padding-inline-end: var(--_alv-space-2);
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @property({ attribute: false }) searched!: Searched;

  override render(): TemplateResult {
    const { strings, times } = this.env;
    return html`<div class="chips" role="group" aria-label=${strings.activeFilters}>
      <span class="chip chip-fixed num">
        <span class="muted">${strings.dateRange}</span>
        <strong>${searchedRangeText(this.searched, strings, times)}</strong>
      </span>
      ${filterList(this.searched.filters, this.env).map((chip) => this.#chip(chip))}
    </div>`;
  }

  #chip({ name, value, without }: NamedFilter): TemplateResult {
    const { strings } = this.env;
    return html`<span class="chip">
      <span class="muted">${name}</span>
      ${value === "" ? nothing : html`<strong class="ltr">${value}</strong>`}
      <button
        type="button"
        class="mini"
        aria-label=${strings.removeFilter(name)}
        @click=${() => send(this, "search-for", without)}
      >
        ${icon("close", { small: true })}
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
