import { html, nothing, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { LazyLoader } from "../../../ui/lazy-loader.js";
import { PopoverController } from "../../../ui/popups/popover.js";
import { registerElement } from "../../../ui/register-element.js";
import { RANGE_PRESETS, type RangeFilter, type RangePreset } from "../../../core/filters/filters.js";
import { popup } from "../../../ui/styles/popup.js";
import { shared } from "../../../ui/styles/shared.js";
import { ViewElement } from "../../shell/view-element.js";
import { renderIcon } from "../../../ui/icons.js";
import { send } from "../../shell/commands.js";
import { formatRange } from "../range-text.js";
import { dateRangeStyles } from "./date-range.styles.js";
import type { RangeEditor } from "./range-editor.js";

/**
 * The date range: a field that shows the range and opens a dialog. The dialog has the presets; the dates beside them are loaded at
 * first use.
 *
 * @fires alv-command - `edit-filters` when the user chooses a range
 */
export class DateRange extends ViewElement {
  static override properties = { range: reactive, problem: reactive, begun: reactive };
  static override styles = [shared, popup, dateRangeStyles];

  range: RangeFilter = { preset: "last-24-hours" };
  /** Says what is wrong with the range, or "". */
  problem = "";

  /** Whether the user is choosing other dates, so that no preset is marked. */
  private begun = false;

  private get trigger(): HTMLButtonElement {
    return this.renderRoot.querySelector<HTMLButtonElement>("button.field")!;
  }
  private get dialog(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".popup")!;
  }
  private get editor(): RangeEditor | null {
    return this.renderRoot.querySelector<RangeEditor>("alv-range-editor");
  }

  readonly #popover = new PopoverController(this, {
    popup: () => this.dialog,
    anchor: () => this.trigger,
    onShown: () =>
      this.#options()
        .find(({ ariaCurrent }) => ariaCurrent)
        ?.focus(),
    onHidden: () => (this.begun = false),
  });
  readonly #editorCode = new LazyLoader(this, () => this.env.load("range-editor"));

  override focus(): void {
    this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings, times } = this.env;
    const words = formatRange(this.range, strings, times);
    return html`
      <button
        type="button"
        class="field ${this.problem ? "field-error" : ""}"
        popovertarget="range"
        aria-haspopup="dialog"
        aria-expanded=${this.#popover.open}
        aria-invalid=${ifDefined(this.problem ? "true" : undefined)}
        aria-describedby=${ifDefined(this.problem ? "problem" : undefined)}
        @focus=${this.#editorCode.load}
        @pointerenter=${this.#editorCode.load}
        @click=${this.#editorCode.load}
      >
        <span class="field-label">${strings.dateRange}</span>
        <span class="field-value num clip">${words}</span>
        ${renderIcon("calendar")}
      </button>
      ${this.problem ? html`<p id="problem" class="field-message">${renderIcon("alert")}${this.problem}</p>` : nothing}
      <div id="range" class="popup range" popover role="dialog" aria-label=${strings.dateRange}>
        <div class="range-presets" @keydown=${this.#onKey}>
          ${RANGE_PRESETS.map((preset) =>
            this.#renderOption(strings.presets[preset], this.#current() === preset, () => this.#choose({ preset })),
          )}
          ${this.#renderOption(strings.customRangeOption, this.#current() === undefined, () => void this.#focusDates())}
        </div>
        ${this.#popover.open ? this.#renderDates() : nothing}
      </div>
    `;
  }

  /** Closing the dialog removes the editor with all edits that were not applied. */
  #renderDates(): TemplateResult {
    const { strings } = this.env;
    if (this.#editorCode.ready) {
      return html`<alv-range-editor
        .range=${this.range}
        .choose=${(range: RangeFilter) => this.#choose(range)}
        .cancel=${() => this.#popover.hide()}
        .begin=${() => (this.begun = true)}
      ></alv-range-editor>`;
    }
    return html`<p class="range-wait muted" role="status">
      ${
        this.#editorCode.failed
          ? html`${strings.rangeFailed}
              <button type="button" class="link" @click=${this.#editorCode.load}>${strings.tryAgain}</button>`
          : strings.rangeLoading
      }
    </p>`;
  }

  #renderOption(label: string, current: boolean, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="option"
      aria-current=${ifDefined(current ? "true" : undefined)}
      @click=${act}
    >
      ${label}${current ? renderIcon("check") : nothing}
    </button>`;
  }

  #current(): RangePreset | undefined {
    return "preset" in this.range && !this.begun ? this.range.preset : undefined;
  }

  #choose(range: RangeFilter): void {
    send(this, "edit-filters", { range });
    this.#popover.hide();
  }

  async #focusDates(): Promise<void> {
    await this.#editorCode.load();
    await this.updateComplete;
    await this.editor?.updateComplete;
    this.editor?.focus();
  }

  #options(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>(".option")];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const options = this.#options();
    const at = options.findIndex((option) => option.matches(":focus"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    options[(to + options.length) % options.length]?.focus();
  };
}

registerElement("alv-date-range", DateRange);

declare global {
  interface HTMLElementTagNameMap {
    "alv-date-range": DateRange;
  }
}
