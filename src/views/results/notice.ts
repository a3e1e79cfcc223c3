import { html, LitElement, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { registerElement } from "../../ui/register-element.js";
import { printed } from "../../ui/styles/print.js";
import { shared } from "../../ui/styles/shared.js";
import { renderIcon, type IconName } from "../../ui/icons.js";
import { send } from "../shell/commands.js";
import type { NoticeContent } from "./notice-content.js";
import { noticeStyles } from "./notice.styles.js";
import { exposeParts } from "../../ui/expose-parts.js";

const ICONS: Readonly<Record<NoticeContent["kind"], IconName>> = { danger: "alert", warning: "alert", info: "info" };

/**
 * A line above or below the results, never instead of them. It is not a live region, because the root announces every change.
 *
 * @fires alv-command - the command of its button
 * @csspart notice the line
 */
export class Notice extends LitElement {
  static override properties = { content: reactive };
  static override styles = [shared, noticeStyles, printed];

  /** Without content, nothing is shown. */
  content: NoticeContent | undefined;

  constructor() {
    super();
    exposeParts(this, "notice");
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.content) return nothing;
    const { kind, heading, text, detail, icon: name, action, actionLabel } = this.content;
    return html`<div class="notice is-${kind}" part="notice">
      ${renderIcon(name ?? ICONS[kind])}
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
