import { html, nothing, type TemplateResult } from "lit";
import type { LatePopup } from "./late-popup.js";

interface LateTexts {
  readonly loading: string;
  readonly failed: string;
  readonly tryAgain: string;
}

/** What stands in a popup whose content comes late: that it is on its way, that it could not be had, or the content. */
export function lateContent(
  popup: LatePopup,
  { loading, failed, tryAgain }: LateTexts,
  content: () => TemplateResult,
): TemplateResult | typeof nothing {
  if (!popup.open) return nothing;
  if (popup.content === "ready") return content();
  if (popup.content === "waits") return html`<p class="wait" role="status">${loading}</p>`;
  return html`<p class="wait" role="alert">
    ${failed} <button type="button" class="link" @click=${popup.enter}>${tryAgain}</button>
  </p>`;
}
