import { consume } from "@lit/context";
import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { property, query } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { PopoverController } from "../controllers/popover.js";
import { register } from "../controllers/register.js";
import { RANGE_PRESETS, type RangeFilter, type RangePreset } from "../domain/filters.js";
import { popup } from "../styles/popup.js";
import { shared } from "../styles/shared.js";
import { environmentContext, type Environment } from "./environment.js";
import { icon } from "./icons.js";
import { send } from "./inner-events.js";
import { rangeText } from "./range-text.js";

/**
 * The date range: a field that says the range in words and opens a dialog of presets.
 * Sends `alv-inner-draft` with the range that was chosen.
 */
export class DateRange extends LitElement {
  static override styles = [
    shared,
    popup,
    css`
      .field {
        inline-size: 100%;
      }
      .popup {
        inline-size: max-content;
      }
    `,
  ];

  @consume({ context: environmentContext, subscribe: true })
  private env!: Environment;

  @property({ attribute: false }) range: RangeFilter = { preset: "last-24-hours" };
  /** What is wrong with the range, as a sentence. */
  @property({ attribute: false }) problem = "";

  @query("button.field") private trigger!: HTMLButtonElement;
  @query(".popup") private dialog!: HTMLElement;

  readonly #popover = new PopoverController(this, {
    popup: () => this.dialog,
    anchor: () => this.trigger,
    onShown: () => this.#focusCurrent(),
  });

  override focus(): void {
    this.trigger.focus();
  }

  override render(): TemplateResult {
    const { strings, times } = this.env;
    const words = rangeText(this.range, strings, times);
    return html`
      <button
        type="button"
        class="field ${this.problem ? "field-error" : ""}"
        popovertarget="presets"
        aria-haspopup="dialog"
        aria-expanded=${this.#popover.open}
        aria-invalid=${ifDefined(this.problem ? "true" : undefined)}
        aria-describedby=${ifDefined(this.problem ? "problem" : undefined)}
      >
        <span class="field-label">${strings.dateRange}</span>
        <span class="field-value num clip">${words}</span>
        ${icon("calendar")}
      </button>
      ${this.problem ? html`<p id="problem" class="field-message">${icon("alert")}${this.problem}</p>` : nothing}
      <div
        id="presets"
        class="popup"
        popover
        role="dialog"
        aria-label=${strings.dateRange}
        @beforetoggle=${this.#popover.onBeforeToggle}
        @toggle=${this.#popover.onToggle}
        @keydown=${this.#onKey}
      >
        ${RANGE_PRESETS.map((preset) => this.#option(preset))}
      </div>
    `;
  }

  #option(preset: RangePreset): TemplateResult {
    const current = this.#current() === preset;
    return html`<button
      type="button"
      class="option"
      aria-current=${ifDefined(current ? "true" : undefined)}
      @click=${() => this.#choose(preset)}
    >
      ${this.env.strings.presets[preset]}${current ? icon("check") : nothing}
    </button>`;
  }

  #current(): RangePreset | undefined {
    return "preset" in this.range ? this.range.preset : undefined;
  }

  #choose(preset: RangePreset): void {
    send(this, "alv-inner-draft", { change: { range: { preset } } });
    this.#popover.hide();
  }

  #focusCurrent(): void {
    const options = this.#options();
    (options.find((option) => option.ariaCurrent === "true") ?? options[0])?.focus();
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

register("alv-date-range", DateRange);

declare global {
  interface HTMLElementTagNameMap {
    "alv-date-range": DateRange;
  }
}
