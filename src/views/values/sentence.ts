import { html, type TemplateResult } from "lit";
import type { SentencePart } from "../../core/summary.js";
import type { Strings } from "../../i18n/strings.js";
import { renderName } from "./name-text.js";

/** Renders the parts of a sentence. Each name is isolated, so that a right-to-left name does not reorder the words around it. */
export function renderSentence(parts: readonly SentencePart[], strings: Strings): TemplateResult[] {
  return parts.map(({ text, strong, name }) => {
    if (strong) return html`<strong><bdi>${renderName(text, strings)}</bdi></strong>`;
    return name ? html`<bdi>${renderName(text, strings)}</bdi>` : html`${renderName(text, strings)}`;
  });
}
