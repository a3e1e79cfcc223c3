import { css, html, type TemplateResult } from "lit";
import { reactive } from "../../ui/reactive.js";
import type { Align } from "../../ui/popups/positioning.js";
import { LazyPopup } from "../../ui/popups/lazy-popup.js";
import { registerElement } from "../../ui/register-element.js";
import { popup } from "../../ui/styles/popup.js";
import { shared } from "../../ui/styles/shared.js";
import { toolStyles } from "../../ui/styles/tools.js";
import type { CommandEvent } from "../shell/commands.js";
import { ViewElement } from "../shell/view-element.js";
import { renderIcon } from "../../ui/icons.js";
import { renderLazyPopupContent } from "../../ui/popups/lazy-popup-content.js";

/** The button that shows the time zone and opens a dialog with all zones. The content of the dialog is loaded at first use. */
export class TimezoneSelect extends ViewElement {
  static override properties = { align: reactive };
  static override styles = [
    shared,
    popup,
    toolStyles,
    css`
      :host {
        min-inline-size: 0;
      }
      .button {
        max-inline-size: 100%;
      }
      .popup {
        inline-size: min(calc(100vw - 16px), 380px);
      }
      /* Of "America/New_York", only the city is left */
      @container (inline-size < 400px) {
        .region,
        .button > .icon {
          display: none;
        }
        .button {
          gap: var(--_alv-space-1);
          padding-inline: var(--_alv-space-snug);
        }
      }
    `,
  ];

  /** The side of the button that the dialog is aligned with. */
  align: Align = "end";

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #popup = new LazyPopup(this, {
    load: () => this.env.load("timezone-list"),
    popup: () => this.dialog,
    anchor: () => this.trigger,
    align: () => this.align,
    enter: () => this.dialog.querySelector<HTMLElement>("alv-timezone-list, button")?.focus(),
  });

  override focus(): void {
    this.trigger.focus();
  }

  /** Closes the popup when the user has chosen a zone. The list also sends `announce`. */
  readonly #onCommand = ({ detail }: CommandEvent): void => {
    if (detail.command === "prefer") this.#popup.hide();
  };

  override render(): TemplateResult {
    const { strings, times } = this.env;
    const [, region, city] = /^(.*\/)?(.*)$/.exec(times.zone)!;
    return html`
      <button
        type="button"
        class="button button-sm tool"
        popovertarget="zones"
        aria-label=${strings.timezoneIs(times.zone)}
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.open}
        @pointerenter=${this.#popup.preload}
        @focus=${this.#popup.preload}
      >
        <span class="only-wide">${renderIcon("globe")}</span
        ><span class="clip" dir="ltr"><span class="region">${region}</span>${city}</span
        >${renderIcon("chevron-down", { small: true })}
      </button>
      <div
        id="zones"
        class="popup popup-list"
        popover
        role="dialog"
        aria-label=${strings.timezone}
        @alv-command=${this.#onCommand}
      >
        ${renderLazyPopupContent(this.#popup, strings, () => html`<alv-timezone-list></alv-timezone-list>`)}
      </div>
    `;
  }
}

registerElement("alv-timezone-select", TimezoneSelect);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timezone-select": TimezoneSelect;
  }
}
