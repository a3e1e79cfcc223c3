import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { FIELDS, type TextFilter } from "../../core/fields.js";
import type { Strings } from "../../i18n/strings.js";
import { renderIcon } from "../../ui/icons.js";

export interface TextFilterView {
  readonly strings: Strings;
  readonly value: string;
  /** Says why the value is wrong, or "". */
  readonly problem: string;
  readonly onText: (event: InputEvent) => void;
  /** For a domain field, which has suggestions. */
  readonly domain?: {
    readonly suggestions: unknown;
    /** The user looks at the field. */
    readonly onLook: (event: Event) => void;
    readonly onKey: (event: KeyboardEvent) => void;
    readonly onLeave: () => void;
  };
}

/** Renders a text field of the filter bar, with its suggestions and the message about its problem. */
export function renderTextFilter(
  field: TextFilter,
  { strings, value, problem, onText, domain }: TextFilterView,
): TemplateResult {
  return html`<div class="slot ${FIELDS[field].kind === "user" ? "" : "slot-wide"}">
    <label class="field ${problem ? "field-error" : ""}" part="field">
      <span class="field-label">${strings.shortTextFilters[field]}</span>
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
        data-field=${field}
        role=${ifDefined(domain && "combobox")}
        aria-autocomplete=${ifDefined(domain && "list")}
        aria-expanded=${ifDefined(domain && "false")}
        aria-label=${strings.textFilters[field]}
        aria-invalid=${ifDefined(problem ? "true" : undefined)}
        aria-describedby=${problem ? `problem-${field}` : nothing}
        .value=${value}
        @input=${onText}
        @focus=${domain?.onLook ?? nothing}
        @click=${domain?.onLook ?? nothing}
        @keydown=${domain?.onKey ?? nothing}
        @focusout=${domain?.onLeave ?? nothing}
      />
    </label>
    ${domain?.suggestions ?? nothing}
    ${problem ? html`<p class="field-message" id="problem-${field}">${renderIcon("alert", { small: true })}${problem}</p>` : nothing}
  </div>`;
}
