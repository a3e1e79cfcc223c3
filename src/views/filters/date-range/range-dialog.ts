import { css, html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import { RANGE_PRESETS, type RangeFilter, type RangePreset } from "../../../core/filters/filters.js";
import { dateRange } from "../../../i18n/en/date-range.js";
import { renderIcon } from "../../../ui/icons.js";
import { popup } from "../../../ui/styles/popup.js";
import { reactive } from "../../../ui/reactive.js";
import { registerElement } from "../../../ui/register-element.js";
import { shared } from "../../../ui/styles/shared.js";
import { ViewElement } from "../../shell/view-element.js";
import type { RangeEditor } from "./range-editor.js";
import "./range-editor.js";

export { loadCalendar } from "./range-editor.js";

/** The content of the dialog of the date range: the presets, and the dates beside them. It is removed when the dialog is closed. */
export class RangeDialog extends ViewElement {
  static override properties = { range: reactive, choose: reactive, cancel: reactive, begun: reactive };
  static override styles = [
    shared,
    popup,
    css`
      :host {
        display: flex;
        inline-size: 100%;
      }
      .presets {
        flex: none;
        min-inline-size: 132px;
        padding: var(--_alv-space-2);
        border-inline-end: 1px solid var(--_alv-border);
      }
      alv-range-editor {
        flex: 1;
        min-inline-size: 0;
      }
      @media (max-width: 719px) {
        :host {
          display: block;
        }
        .presets {
          display: flex;
          gap: var(--_alv-space-snug);
          overflow: auto;
          border-inline-end: 0;
          border-block-end: 1px solid var(--_alv-border);
        }
        .option {
          flex: none;
          inline-size: auto;
        }
      }
    `,
  ];

  range!: RangeFilter;
  /** Called with the range that the user chooses. */
  choose!: (range: RangeFilter) => void;
  /** Called when the user cancels. */
  cancel!: () => void;

  /** Whether the user is choosing other dates, so that no preset is marked. */
  private begun = false;

  /** Focuses the chosen preset. */
  override focus(): void {
    const options = this.#listOptions();
    (options.find(({ ariaCurrent }) => ariaCurrent) ?? options[0])?.focus();
  }

  override render(): TemplateResult {
    const strings = this.env.completeTexts(dateRange);
    const current = this.#findCurrent();
    return html`<div class="presets" @keydown=${this.#onKey}>
        ${RANGE_PRESETS.map((preset) =>
          this.#renderOption(strings.presets[preset], current === preset, () => this.choose({ preset })),
        )}
        ${this.#renderOption(strings.customRangeOption, current === undefined, () =>
          this.renderRoot.querySelector<RangeEditor>("alv-range-editor")?.focus(),
        )}
      </div>
      <alv-range-editor
        .range=${this.range}
        .choose=${this.choose}
        .cancel=${this.cancel}
        .begin=${() => (this.begun = true)}
      ></alv-range-editor>`;
  }

  #renderOption(label: string, isCurrent: boolean, act: () => void): TemplateResult {
    return html`<button
      type="button"
      class="option"
      aria-current=${ifDefined(isCurrent ? "true" : undefined)}
      @click=${act}
    >
      ${label}${isCurrent ? renderIcon("check") : nothing}
    </button>`;
  }

  #findCurrent(): RangePreset | undefined {
    return "preset" in this.range && !this.begun ? this.range.preset : undefined;
  }

  #listOptions(): HTMLButtonElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLButtonElement>(".option")];
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const options = this.#listOptions();
    const at = options.findIndex((option) => option.matches(":focus"));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    options[(to + options.length) % options.length]?.focus();
  };
}

registerElement("alv-range-dialog", RangeDialog);

declare global {
  interface HTMLElementTagNameMap {
    "alv-range-dialog": RangeDialog;
  }
}
