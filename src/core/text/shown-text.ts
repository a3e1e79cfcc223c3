import { maskText } from "../secrets/values.js";
import { visibleText } from "./visible-text.js";

/** A text of a record for the screen: secrets masked, and every character that hides written out. */
export function shownText(text: string): string {
  return visibleText(maskText(text));
}
