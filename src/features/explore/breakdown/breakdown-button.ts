import { css, html, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { renderIcon } from "../../../ui/icons.js";
import { registerElement } from "../../../ui/register-element.js";
import { shared } from "../../../ui/styles/shared.js";
import { toolStyles } from "../../../ui/styles/tools.js";
import { send } from "../../../views/shell/commands.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import type { ToolUse } from "../../../views/shell/feature.js";
import { StoreFollower } from "../../../views/shell/store-follower.js";
import type { BreakdownStore } from "./store.js";

/**
 * Shows the breakdown beside the rows, or opens it as a sheet.
 *
 * @fires alv-command - `prefer` when the user shows or hides the breakdown beside the rows
 */
export class BreakdownButton extends ViewElement {
  static override properties = { store: reactive, isOn: reactive };
  static override styles = [
    shared,
    toolStyles,
    css`
      .button[aria-pressed="true"] {
        background: var(--_alv-surface-pressed);
      }
      @media (forced-colors: active) {
        .button[aria-pressed="true"] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  store!: BreakdownStore;
  /** Whether the user wants the breakdown beside the rows. */
  isOn = false;

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button")!;
  }

  /** How the user was using the button that this one replaces. */
  set use(use: ToolUse) {
    // Read while that button is still on the page.
    this.#wasOpen ||= use.isOpen?.() ?? false;
    this.#wasFocused ||= use.isFocused?.() ?? false;
    delete use.isOpen;
    delete use.isFocused;
  }
  #wasOpen = false;
  #wasFocused = false;

  constructor() {
    super();
    new StoreFollower(this, () => this.store);
  }

  override firstUpdated(): void {
    if (this.#wasFocused || this.#wasOpen) this.trigger.focus();
    if (this.#wasOpen) this.#toggle();
  }

  override updated(): void {
    this.store.focusButton = () => this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    const { isWide, isSheetOpen } = this.store.state;
    const isOff = !this.store.log.state.searched;
    return html`<button
      type="button"
      class="button button-sm tool tool-collapse tool-wide"
      aria-label=${strings.breakdown}
      aria-pressed=${(isWide ? this.isOn : isSheetOpen) ? "true" : "false"}
      aria-haspopup=${ifDefined(isWide ? undefined : "dialog")}
      aria-disabled=${isOff ? "true" : "false"}
      @click=${() => isOff || this.#toggle()}
    >
      ${renderIcon("breakdown")}<span class="tool-label">${strings.breakdown}</span>
    </button>`;
  }

  #toggle(): void {
    const { isWide, isSheetOpen } = this.store.state;
    if (isWide) send(this, "prefer", { breakdown: !this.isOn });
    else this.store.setSheet(!isSheetOpen);
  }
}

registerElement("alv-breakdown-button", BreakdownButton);

declare global {
  interface HTMLElementTagNameMap {
    "alv-breakdown-button": BreakdownButton;
  }
}
