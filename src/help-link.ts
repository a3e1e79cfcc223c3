import { html, type TemplateResult } from "lit";
import type { Strings } from "./i18n/strings.js";
import { checked, isText } from "./property-values.js";

/**
 * The button that opens a page's help, a chunk of its own: most pages have none. It is a link, so that it can be copied and
 * opened as any other, and the page it opens learns nothing of this one.
 *
 * @param helpUrl as the page has set it
 * @returns nothing where there is no help to open
 */
export function helpLink(helpUrl: unknown): ((strings: Strings) => TemplateResult) | undefined {
  const url = checked<string | undefined>("help-url", helpUrl, isPage, "the http(s) URL of a page", undefined);
  if (url === undefined) return undefined;
  const { href } = new URL(url, document.baseURI);
  return ({ help }) =>
    html`<a
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

/** A link to anything else, such as a script, would run on the host page. */
function isPage(value: unknown): value is string {
  return (
    isText(value) &&
    // A blank one would lead back to the host page.
    /\S/.test(value) &&
    URL.canParse(value, document.baseURI) &&
    /^https?:$/.test(new URL(value, document.baseURI).protocol)
  );
}
