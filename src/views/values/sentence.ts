import { html, type TemplateResult } from "lit";
import type { SentencePart } from "../../core/summary.js";

/** Renders the parts of a sentence. Each name is isolated, so that a right-to-left name does not reorder the words around it. */
export function sentence(parts: readonly SentencePart[]): TemplateResult[] {
  return parts.map(({ text, strong, name }) => {
    if (strong) return html`<strong><bdi>${text}</bdi></strong>`;
    return name ? html`<bdi>${text}</bdi>` : html`${text}`;
  });
}
