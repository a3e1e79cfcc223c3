import { html, nothing, svg, type TemplateResult } from "lit";
import type { BreakdownField, ValueCount } from "../../../core/event-counts.js";
import { trim } from "../../../core/text/text.js";
import { renderActionGlyph } from "../../../views/values/action-badge.js";
import { renderName } from "../../../views/values/name-text.js";
import { findMarkClass } from "../../../views/values/object-mark.js";
import type { Environment } from "../../../views/shell/environment.js";
import { valueNote, valueWord } from "./value-words.js";

/** The width of a bar, px. */
const BAR = 48;

/** The mark of an action or object in front of its word. */
export function valueMark(
  field: BreakdownField,
  { text }: ValueCount,
  env: Environment,
): TemplateResult | typeof nothing {
  if (trim(text) === "") return nothing;
  if (field === "action") return renderActionGlyph(text, env);
  if (field !== "object") return nothing;
  return html`<span class=${findMarkClass(env.taxonomy.object(text))}></span>`;
}

/** The word of a value, and the domain of a user. Names are left to right in every language. */
export function valueText(
  field: BreakdownField,
  value: ValueCount,
  env: Environment,
  show: (text: string) => unknown = (text) => renderName(text, env.strings),
): TemplateResult {
  const word = valueWord(field, value, env);
  const note = valueNote(field, value);
  if (trim(value.text) === "") return html`<span class="clip muted">${word}</span>`;
  if (field === "action" || field === "object") return html`<span class="clip word">${show(word)}</span>`;
  return html`<span class="clip ltr"
    >${show(word)}${note === "" ? nothing : html`<span class="muted"> ${show(note)}</span>`}</span
  >`;
}

/** A bar relative to the first value. It repeats the number, so screen readers skip it. */
export function valueBar(count: number, most: number): TemplateResult {
  // Two pixels at least, so that a small number differs from none.
  const width = Math.max(2, (count / most) * BAR);
  return html`<svg class="bar" viewBox="0 0 48 4" aria-hidden="true">
    ${svg`<rect class="bar-ground" width="48" height="4" rx="2"/><rect class="bar-fill" width=${width} height="4" rx="2"/>`}
  </svg>`;
}
