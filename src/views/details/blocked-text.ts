import { css, html, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { shared } from "../../ui/styles/shared.js";
import { ViewElement } from "../shell/view-element.js";

/** A text that could not be copied. It is selected, so that the user can copy it with the keyboard. */
export class BlockedText extends ViewElement {
  static override properties = { text: reactive, close: reactive };
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: var(--_alv-space-1);
        margin-block-start: var(--_alv-space-2);
      }
      p {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--_alv-space-3);
      }
      textarea {
        inline-size: 100%;
        max-inline-size: 720px;
        padding: var(--_alv-space-2);
        border: 1px solid var(--_alv-border-strong);
        border-radius: var(--_alv-radius-md);
        background: var(--_alv-surface);
        line-height: var(--_alv-line-height-sm);
        resize: vertical;
      }
    `,
  ];

  text = "";
  close!: () => void;

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<p id="why">
        ${strings.clipboardRefused}
        <button class="link" @click=${() => this.close()}>${strings.closeText}</button>
      </p>
      <textarea class="mono ltr" readonly rows="4" aria-labelledby="why" .value=${this.text}></textarea>`;
  }

  /** Only when the text appears: a later update must not take the focus again. */
  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has("text")) return;
    const field = this.renderRoot.querySelector("textarea")!;
    field.focus();
    field.select();
  }
}

registerElement("alv-blocked-text", BlockedText);

declare global {
  interface HTMLElementTagNameMap {
    "alv-blocked-text": BlockedText;
  }
}
