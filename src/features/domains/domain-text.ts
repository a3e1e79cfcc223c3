import { html } from "lit";
import { markTyped } from "../../core/filters/domain-match.js";
import { toVisibleText } from "../../core/text/visible-text.js";

/** The largest number of characters of a name or description to show. */
const MOST_CHARACTERS = 200;

/** Whether a name has Greek or Cyrillic letters. */
export const canBeLookAlike = (name: string): boolean => /[\p{sc=Cyrl}\p{sc=Grek}]/u.test(name);

/**
 * Renders a name or description and marks the parts that the user typed.
 *
 * @param renderName marks look-alikes instead, if the name has some; returns the text if it has none
 */
export function renderDomainText(text: string, typed: string, renderName?: (shown: string) => unknown): unknown[] {
  const short = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  if (renderName && canBeLookAlike(short)) {
    const shown = toVisibleText(short);
    const name = renderName(shown);
    if (name !== shown) return [name];
  }
  return markTyped(short, typed).map((piece) => {
    const shown = toVisibleText(piece.text);
    return piece.isTyped ? html`<mark>${shown}</mark>` : shown;
  });
}
