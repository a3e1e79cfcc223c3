import { html, type TemplateResult } from "lit";
import type { SentencePart } from "../../core/summary.js";

/** A sentence of parts; the names that matter stand out. Each name is isolated, so that none reorders its neighbours. */
export function sentence(parts: readonly SentencePart[]): TemplateResult[] {
  return parts.map(({ text, strong, name }) => {
    if (strong) return html`<strong><bdi>${text}</bdi></strong>`;
    return name ? html`<bdi>${text}</bdi>` : html`${text}`;
  });
}
