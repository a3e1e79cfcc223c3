import { maskCredentials } from "./credentials.js";
import { flatten } from "./flat-text.js";
import { maskElements } from "./markup.js";
import { applyEdits } from "./mask.js";
import { PairMasker } from "./pairs.js";
import { HAS_HINT } from "./signs.js";

/**
 * Masks the secrets in a text: values of pairs, headers, JSON at any level, also if it is cut off, PHP, XML, credentials. The
 * rest of the text stays unchanged. The time is linear in the length of the text.
 */
export function maskSecrets(text: string): string {
  const flat = flatten(text);
  if (!HAS_HINT.test(flat.text)) return text;
  const pairs = new PairMasker(text, flat);
  pairs.run();
  const elements = text.length === flat.text.length && text.indexOf("<") === -1 ? [] : maskElements(flat);
  return applyEdits(text, flat, [...pairs.edits, ...elements, ...maskCredentials(flat)]);
}
