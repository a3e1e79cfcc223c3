import { html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/strings.js";
import type { CopyController } from "./copy-controller.js";

/** The text that the clipboard refused; the controller selects it, so that the keyboard can copy it. */
export function refusedText(copy: CopyController, strings: Strings): TemplateResult | typeof nothing {
  if (copy.refused === null) return nothing;
  return html`<div class="refused">
    <p class="refused-why" id="refused-why">
      ${strings.clipboardRefused}
      <button class="link" @click=${() => copy.close()}>${strings.closeText}</button>
    </p>
    <textarea class="mono ltr" readonly rows="4" aria-labelledby="refused-why" .value=${copy.refused}></textarea>
  </div>`;
}
