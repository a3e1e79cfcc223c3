import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { Strings } from "../i18n/strings.js";
import type { CopyController } from "./copy-controller.js";

/** Selected once, when it appears: a later render must not take the focus back. */
const select = (element: Element | undefined) => {
  if (!(element instanceof HTMLTextAreaElement)) return;
  // The text is set by the same render, after this call.
  queueMicrotask(() => {
    element.focus();
    element.select();
  });
};

/** The text that the clipboard refused, selected, so that the keyboard can copy it. */
export function refusedText(copy: CopyController, strings: Strings): TemplateResult | typeof nothing {
  if (copy.refused === null) return nothing;
  return html`<div class="refused">
    <p class="refused-why" id="refused-why">
      ${strings.clipboardRefused}
      <button class="link" @click=${() => copy.close()}>${strings.closeText}</button>
    </p>
    <textarea
      ${ref(select)}
      class="mono ltr"
      readonly
      rows="4"
      aria-labelledby="refused-why"
      .value=${copy.refused}
    ></textarea>
  </div>`;
}
