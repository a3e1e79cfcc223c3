import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import { renderIcon } from "../../../ui/icons.js";
import { LazyPopup } from "../../../ui/popups/lazy-popup.js";
import { renderLazyPopupContent } from "../../../ui/popups/lazy-popup-content.js";
import { reactive } from "../../../ui/reactive.js";
import { registerElement } from "../../../ui/register-element.js";
import { popup } from "../../../ui/styles/popup.js";
import { shared } from "../../../ui/styles/shared.js";
import { send } from "../../shell/commands.js";
import { ViewElement } from "../../shell/view-element.js";
import { formatRange } from "../range-text.js";
import { dateRangeStyles } from "./date-range.styles.js";

/**
 * The date range: a field that shows the range and opens a dialog. The content of the dialog is loaded at first use.
 *
 * @fires alv-command - `edit-filters` when the user chooses a range
 */
export class DateRange extends ViewElement {
  static override properties = { range: reactive, problem: reactive };
  static override styles = [shared, popup, dateRangeStyles];

  range: RangeFilter = { preset: "last-24-hours" };
  /** Says what is wrong with the range, or "". */
  problem = "";

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button.field")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }

  readonly #popup = new LazyPopup(this, {
    load: () => this.env.load("range-dialog"),
    popup: () => this.dialog,
    anchor: () => this.trigger,
    enter: () => this.dialog.querySelector<HTMLElement>("alv-range-dialog, button")?.focus(),
  });

  override focus(): void {
    this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings, times } = this.env;
    return html`
      <button
        type="button"
        class="field ${this.problem ? "field-error" : ""}"
        popovertarget="range"
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.open}
        aria-invalid=${ifDefined(this.problem ? "true" : undefined)}
        aria-describedby=${ifDefined(this.problem ? "problem" : undefined)}
        @focus=${this.#popup.preload}
        @pointerenter=${this.#popup.preload}
      >
        <span class="field-label">${strings.dateRange}</span>
        <span class="field-value num clip">${formatRange(this.range, strings, times)}</span>
        ${renderIcon("calendar")}
      </button>
      ${this.problem ? html`<p id="problem" class="field-message">${renderIcon("alert")}${this.problem}</p>` : nothing}
      <div id="range" class="popup range" popover role="dialog" aria-label=${strings.dateRange}>
        ${renderLazyPopupContent(
          this.#popup,
          strings,
          () =>
            html`<alv-range-dialog
              .range=${this.range}
              .choose=${(range: RangeFilter) => this.#choose(range)}
              .cancel=${() => this.#popup.hide()}
            ></alv-range-dialog>`,
        )}
      </div>
    `;
  }

  #choose(range: RangeFilter): void {
    // First, so that the dialog does not show the new range while it closes.
    this.#popup.hide();
    send(this, "edit-filters", { range });
  }
}

registerElement("alv-date-range", DateRange);

declare global {
  interface HTMLElementTagNameMap {
    "alv-date-range": DateRange;
  }
}
