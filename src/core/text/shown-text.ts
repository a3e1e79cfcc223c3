import { maskText } from "../secrets/values.js";
import { toVisibleText } from "./visible-text.js";

/** A text of a record for the screen: secrets are masked, and invisible characters become visible. */
export function toShownText(text: string): string {
  return toVisibleText(maskText(text));
}
