import { maskText } from "../secrets/values.js";
import { visibleText } from "./visible-text.js";

/** A text of a record for the screen: secrets are masked, and invisible characters become visible. */
export function shownText(text: string): string {
  return visibleText(maskText(text));
}
