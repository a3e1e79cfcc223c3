import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { Classified } from "../../core/taxonomy/taxonomy.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";

/** One shape per category, so that the color is never the only sign. */
const SHAPES: Readonly<Record<string, SVGTemplateResult>> = {
  Authentication: svg`<circle cx="5" cy="5" r="4"/>`,
  "Users & Domains": svg`<rect x="1" y="1" width="8" height="8" rx="2"/>`,
  Communication: svg`<path d="M5 1.2 9.3 8.8H.7z"/>`,
  Configuration: svg`<path d="M5 .3 9.7 5 5 9.7.3 5z"/>`,
  System: svg`<rect class="shape-open" x="1.4" y="1.4" width="7.2" height="7.2" rx="1.5"/>`,
};

/** For the category "Other" and for unknown objects. */
const OTHER = svg`<circle class="shape-open" cx="5" cy="5" r="3.6"/>`;

/** The shape of an object's category, 10 px, in the color of the `is-*` class around it. */
export function renderCategoryShape(category: string): TemplateResult {
  return html`<svg class="shape" viewBox="0 0 10 10" aria-hidden="true">${SHAPES[category] ?? OTHER}</svg>`;
}

/** A shape and a word. It has no background, so that it does not compete with the action badges. */
export function renderObjectMark(object: Classified, strings: Strings): TemplateResult {
  const word = toShownText(object.label);
  if (!word) return html`<span class="muted">${strings.noValue}</span>`;
  return html`<span class="object is-${object.color}"
    >${renderCategoryShape(object.category)}<span class="clip" title=${word}>${word}</span></span
  >`;
}
