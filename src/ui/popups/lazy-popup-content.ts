import { html, nothing, type TemplateResult } from "lit";
import type { LazyPopup } from "./lazy-popup.js";

interface LoadTexts {
  readonly partLoading: string;
  readonly partFailed: string;
  readonly tryAgain: string;
}

/** The content of a popup, or the message that it is loading or could not be loaded. */
export function renderLazyPopupContent(
  popup: LazyPopup,
  { partLoading, partFailed, tryAgain }: LoadTexts,
  content: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (!popup.open) return nothing;
  if (popup.content === "ready") return content();
  if (popup.content === "loading") return html`<p class="wait" role="status">${partLoading}</p>`;
  return html`<p class="wait" role="alert">
    ${partFailed} <button type="button" class="link" @click=${popup.enter}>${tryAgain}</button>
  </p>`;
}
