import { html, type TemplateResult } from "lit";
import type { Classified } from "../../core/taxonomy/taxonomy.js";
import { toShownText } from "../../core/text/shown-text.js";
import type { Strings } from "../../i18n/strings.js";

/** One shape per category, so that the color is never the only sign. */
const SHAPES: Readonly<Record<string, string>> = {
  Authentication: "disc",
  "Users & Domains": "square",
  Communication: "triangle",
  Configuration: "diamond",
  System: "frame",
};

/** The class of an object's mark: the shape of its category, in its color. Other categories and unknown objects have a ring. */
export function findMarkClass({ category, color }: Pick<Classified, "category" | "color">): string {
  return `object ${SHAPES[category] ?? "ring"} is-${color}`;
}

/** A shape and a word. It has no background, so that it does not compete with the action badges. */
export function renderObjectMark(object: Classified, strings: Strings): TemplateResult {
  const word = toShownText(object.label);
  if (!word) return html`<span class="muted">${strings.noValue}</span>`;
  return html`<span class=${findMarkClass(object)}><span class="clip" title=${word}>${word}</span></span>`;
}
