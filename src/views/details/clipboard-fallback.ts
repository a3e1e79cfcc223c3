import { css, html, nothing, type TemplateResult } from "lit";
import type { Strings } from "../../i18n/strings.js";
import type { CopyController } from "./copy-controller.js";

/** The text that could not be copied. The controller selects it, so that the user can copy it with the keyboard. */
export function renderClipboardFallback(copy: CopyController, strings: Strings): TemplateResult | typeof nothing {
  if (copy.blockedText === null) return nothing;
  return html`<div class="blocked">
    <p class="blocked-why" id="blocked-why">
      ${strings.clipboardRefused}
      <button class="link" @click=${() => copy.close()}>${strings.closeText}</button>
    </p>
    <textarea class="mono ltr" readonly rows="4" aria-labelledby="blocked-why" .value=${copy.blockedText}></textarea>
  </div>`;
}

export const clipboardFallbackStyles = css`
  .blocked {
    display: grid;
    gap: var(--_alv-space-1);
    margin-block-start: var(--_alv-space-2);
  }
  .blocked-why {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 var(--_alv-space-3);
  }
  .blocked textarea {
    inline-size: 100%;
    max-inline-size: 720px;
    padding: var(--_alv-space-2);
    border: 1px solid var(--_alv-border-strong);
    border-radius: var(--_alv-radius-md);
    background: var(--_alv-surface);
    line-height: var(--_alv-line-height-sm);
    resize: vertical;
  }
`;
