import { html, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/strings.js";

/** The help button: a link to the help page, which opens in a new tab. Loaded only if the page has a help page. */
export function renderHelpLink(href: string, { help }: Strings): TemplateResult {
  return html`<a
    class="button button-sm tool tool-collapse"
    href=${href}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${help}
  >
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="5.5" />
      <path d="M6.3 6.5a1.7 1.7 0 1 1 2.6 1.4c-.6.4-.9.7-.9 1.3M8 11.2v.1" /></svg
    ><span class="tool-label">${help}</span>
  </a>`;
}
