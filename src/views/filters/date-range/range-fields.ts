import { html, nothing, type TemplateResult } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";
import type { RangeField, RangeTexts, ReadDraft } from "../../../core/time/range-draft.js";
import type { Strings } from "../../../i18n/strings.js";
import { renderIcon } from "../../../ui/icons.js";

/** What the four fields share. */
export interface FieldsView {
  readonly strings: Strings;
  readonly texts: RangeTexts;
  readonly problems: ReadDraft["problems"];
  /** Whether an end before its start is shown, too. */
  readonly saysOrder: boolean;
  /** Examples for a message about a wrong text. */
  readonly date: string;
  readonly time: string;
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
}

/** The date and time of one end, and the message about what is wrong with them. */
export function renderRangeEnd(
  label: string,
  [date, time]: readonly [RangeField, RangeField],
  { strings, texts, problems, saysOrder, onInput, onChange, ...examples }: FieldsView,
): TemplateResult {
  const isWrong = (field: RangeField) => problems[field] && (saysOrder || problems[field] !== "end-before-start");
  const wrong = [date, time].find(isWrong);
  const id = `problem-${date}`;
  return html`<fieldset>
    <legend>${label}</legend>
    <div class="typed">
      ${[date, time].map(
        (field) =>
          html`<label class="field ${isWrong(field) ? "field-error" : ""}">
            <input
              type="text"
              class="num"
              dir="auto"
              autocomplete="off"
              spellcheck="false"
              data-field=${field}
              aria-label=${strings.rangeFields[field]}
              aria-invalid=${ifDefined(isWrong(field) ? "true" : undefined)}
              aria-describedby=${ifDefined(field === wrong ? id : undefined)}
              .value=${texts[field]}
              @input=${onInput}
              @change=${onChange}
            />
          </label>`,
      )}
    </div>
    ${
      wrong
        ? html`<p class="field-message" id=${id}>
            ${renderIcon("alert", { small: true })}${strings.rangeProblem(problems[wrong]!, wrong === date ? examples.date : examples.time)}
          </p>`
        : nothing
    }
  </fieldset>`;
}
