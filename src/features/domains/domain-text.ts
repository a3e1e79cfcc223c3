import { html } from "lit";
import { markTyped } from "../../core/filters/domain-match.js";
import { visibleText } from "../../core/text/visible-text.js";

/** The largest number of characters of a name or description to show. */
const MOST_CHARACTERS = 200;

/** Renders a name or description and marks the parts that the user typed. */
export function renderDomainText(text: string, typed: string): unknown[] {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return markTyped(short, typed).map((piece) => {
    const shown = visibleText(piece.text);
    return piece.isTyped ? html`<mark>${shown}</mark>` : shown;
  });
}
