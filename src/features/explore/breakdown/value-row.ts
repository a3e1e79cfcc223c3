import { html, type TemplateResult } from "lit";
import type { BreakdownField, ValueCount } from "../../../core/event-counts.js";
import type { AuditFilters } from "../../../core/filters/filters.js";
import { formatCount } from "../../../i18n/numbers.js";
import { renderIcon } from "../../../ui/icons.js";
import type { Environment } from "../../../views/shell/environment.js";
import { filterForValue } from "./filter-for.js";
import { valueBar, valueMark, valueText } from "./value-parts.js";
import { valueName } from "./value-words.js";

interface ValueRow {
  readonly field: BreakdownField;
  readonly value: ValueCount;
  /** The count of the first value of the field. */
  readonly most: number;
  /** The place in the list, 0-based. */
  readonly at: number;
  /** The filters of the results. */
  readonly filters: AuditFilters;
  readonly env: Environment;
  readonly search: (filters: AuditFilters) => void;
}

/** One value with its count. A value that the filters can find is a button that filters for it. */
export function renderValue({ field, value, most, at, filters, env, search }: ValueRow): TemplateResult {
  const filter = filterForValue(field, value, filters, env);
  const name = valueName(field, value, env);
  const content = html`${valueMark(field, value, env)}${valueText(field, value, env)}`;
  const act = () => filter && search(filter.filters);
  return html`<li class="value" data-row>
    ${
      filter
        ? html`<button
              type="button"
              class="pick"
              data-stop=${`${field}-${at}`}
              aria-label=${name}
              title=${filter.name}
              @click=${act}
            >
              ${content}
            </button>
            ${valueBar(value.count, most)}
            <button type="button" class="mini quick" tabindex="-1" aria-label=${filter.name} @click=${act}>
              ${renderIcon("filter")}
            </button>`
        : html`<span class="pick" aria-hidden="true" title=${name}>${content}</span>
            <span class="visually-hidden">${name}</span>${valueBar(value.count, most)}`
    }
    <span class="count num" aria-hidden="true">${formatCount(value.count, env.locale).text}</span>
  </li>`;
}
