import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { registerElement } from "../../ui/register-element.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { icon, type IconName } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import type { NoticeContent } from "./notice-content.js";
import { exposeParts } from "../../ui/expose-parts.js";

const ICONS: Readonly<Record<NoticeContent["kind"], IconName>> = { danger: "alert", warning: "alert", info: "info" };

/**
 * A line above the results, never instead of them. It is no live region: the root says every change once.
 *
 * @property content what it says; nothing is shown without
 * @fires alv-command when its button was used
 * @csspart notice the line
 */
export class Notice extends LitElement {
  static override styles = [
    shared,
    css`
      .notice {
        display: grid;
        grid-template-columns: 16px minmax(0, 1fr) auto;
        align-items: center;
        gap: var(--_alv-space-2) var(--_alv-space-3);
        padding: var(--_alv-space-2) var(--_alv-gutter);
        border-block-start: 1px solid var(--_alv-border);
        background: var(--_alv-accent-soft);
        overflow-wrap: anywhere;
        text-wrap: pretty;
      }
      .notice > .icon {
        color: var(--_alv-accent-text);
      }
      .is-danger {
        background: var(--_alv-danger-soft);
      }
      .is-danger > .icon {
        color: var(--_alv-danger-mark);
      }
      .is-warning {
        background: var(--_alv-warning-soft);
      }
      .is-warning > .icon {
        color: var(--_alv-warning-mark);
      }
      .notice > div {
        unicode-bidi: plaintext;
        text-align: -webkit-match-parent;
        text-align: match-parent;
      }
      strong {
        font-weight: var(--_alv-font-weight-strong);
      }
      small {
        display: block;
        font-size: var(--_alv-font-size-sm);
        line-height: var(--_alv-line-height-sm);
      }
      @container (inline-size < 480px) {
        .notice {
          grid-template-columns: 16px minmax(0, 1fr);
          align-items: start;
        }
        .notice > .icon {
          margin-block-start: 2px;
        }
        .button {
          grid-column: 2;
          justify-self: start;
        }
      }
    `,
    printed,
  ];

  @property({ attribute: false }) content: NoticeContent | undefined;

  constructor() {
    super();
    exposeParts(this, "notice");
  }

  override render(): unknown {
    if (!this.content) return nothing;
    const { kind, heading, text, detail, icon: name, action, actionLabel } = this.content;
    return html`<div class="notice is-${kind}" part="notice">
      ${icon(name ?? ICONS[kind])}
      <div>
        <strong>${heading}</strong
        >${text ? html` ${text}` : nothing}${detail ? html`<small>${detail}</small>` : nothing}
      </div>
      ${
        action && actionLabel
          ? html`<button class="button button-sm" @click=${() => send(this, action)}>${actionLabel}</button>`
          : nothing
      }
    </div>`;
  }
}

registerElement("alv-notice", Notice);

declare global {
  interface HTMLElementTagNameMap {
    "alv-notice": Notice;
  }
}
