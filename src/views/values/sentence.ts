import { html, type TemplateResult } from "lit";
import type { SentencePart } from "../../core/summary.js";
import type { Strings } from "../../i18n/strings.js";
import { nameText } from "./name-text.js";

/** Renders the parts of a sentence. Each name is isolated, so that a right-to-left name does not reorder the words around it. */
export function sentence(parts: readonly SentencePart[], strings: Strings): TemplateResult[] {
  return parts.map(({ text, strong, name }) => {
    if (strong) return html`<strong><bdi>${nameText(text, strings)}</bdi></strong>`;
    return name ? html`<bdi>${nameText(text, strings)}</bdi>` : html`${nameText(text, strings)}`;
  });
}
