import { html, nothing, type TemplateResult } from "lit";
import type { LazyPopup } from "./lazy-popup.js";

interface LoadTexts {
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
}

/** The content of a popup, or the message that it is loading or could not be loaded. */
export function renderLazyPopupContent(
  popup: LazyPopup,
  { loading, failed, tryAgain }: LoadTexts,
  content: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (!popup.open) return nothing;
  if (popup.content === "ready") return content();
  if (popup.content === "loading") return html`<p class="wait" role="status">${loading}</p>`;
  return html`<p class="wait" role="alert">
    ${failed} <button type="button" class="link" @click=${popup.enter}>${tryAgain}</button>
  </p>`;
}
