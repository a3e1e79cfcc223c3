import { html, type TemplateResult } from "lit";
import { renderIcon } from "./icons.js";

/** The search field above the list box with the id `list`. A `ComboboxController` handles its keys. */
export function renderSearchField(name: string, text: string, onText: () => void): TemplateResult {
  return html`<div class="popup-search">
    ${renderIcon("search")}
    <input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-autocomplete="list"
      aria-controls="list"
      aria-label=${name}
      placeholder=${name}
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      dir="auto"
      .value=${text}
      @input=${onText}
    />
  </div>`;
}
