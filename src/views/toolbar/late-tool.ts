import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { renderIcon, type IconName } from "../../ui/icons.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { renderLazyPopupContent } from "../../ui/popups/lazy-popup-content.js";
import { registerElement } from "../../ui/register-element.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { toolStyles } from "../../ui/styles/tools.js";
import { ViewElement } from "../shell/view-element.js";
import type { ToolUse } from "../shell/feature.js";

/**
 * The button of a tool whose feature is not loaded. The code is fetched when the pointer or the focus reaches the button. The
 * tool replaces it only when it is used, because a click needs the same button when the pointer goes down and up.
 */
export class LateTool extends ViewElement {
  static override properties = {
    icon: reactive,
    label: reactive,
    isToggle: reactive,
    isOff: reactive,
    isBusy: reactive,
    preload: reactive,
    load: reactive,
    use: reactive,
  };
  static override styles = [shared, popup, toolStyles];

  icon!: IconName;
  label = "";
  /** Whether the button shows and hides something; else it opens a dialog. */
  isToggle = false;
  /** Whether there are no results yet. */
  isOff = false;
  /** Whether a search is about to replace the results. The button keeps the focus meanwhile. */
  isBusy = false;
  /** Fetches the code of the feature. */
  preload!: () => void;
  /** Loads the feature, whose tool then replaces this element. */
  load!: () => Promise<unknown>;
  /** Says how the button is used. The tool that replaces it reads this. */
  use!: ToolUse;

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #popup = new LazyPopup(this, {
    load: () => this.#load(),
    popup: () => this.dialog,
    anchor: () => this.trigger,
    align: () => "end",
    enter: () => this.dialog.querySelector("button")?.focus(),
  });

  override render(): TemplateResult {
    return html`
      <button
        type="button"
        class=${this.isToggle ? "button button-sm tool tool-collapse tool-wide" : "button button-sm"}
        popovertarget=${ifDefined(this.isBusy ? undefined : "tool")}
        aria-haspopup=${ifDefined(this.isToggle ? undefined : "dialog")}
        aria-expanded=${ifDefined(this.isToggle ? undefined : this.#popup.open)}
        aria-pressed=${ifDefined(this.isToggle ? "false" : undefined)}
        aria-label=${this.label}
        ?disabled=${this.isOff}
        aria-disabled=${this.isOff || this.isBusy ? "true" : "false"}
        @pointerenter=${this.preload}
        @focus=${this.preload}
      >
        ${renderIcon(this.icon)}<span class=${this.isToggle ? "tool-label" : "tool-label-small"}>${this.label}</span>${
          this.isToggle ? nothing : html`<span class="chevron">${renderIcon("chevron-down", { small: true })}</span>`
        }
      </button>
      <div id="tool" class="popup" popover>
        ${renderLazyPopupContent(this.#popup, this.env.strings, () => html`${nothing}`)}
      </div>
    `;
  }

  async #load(): Promise<void> {
    const { use } = this;
    use.isFocused = () => this.renderRoot.querySelector(":focus") !== null;
    use.isOpen = () => this.#popup.open;
    await this.load();
  }
}

registerElement("alv-late-tool", LateTool);

declare global {
  interface HTMLElementTagNameMap {
    "alv-late-tool": LateTool;
  }
}
