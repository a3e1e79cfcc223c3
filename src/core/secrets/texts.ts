import { LateCode } from "../text/late-code.js";
import { MASK } from "./mask.js";
import { HAS_ENCODED, HAS_HINT, HAS_SIGN } from "./signs.js";

/** Whether a text may contain a secret. This test is fast. */
export const mayContainSecret = (text: string): boolean => HAS_SIGN.test(text);

/** Replaces the secrets of a text by masks, and leaves the rest as it is. It is large, so the page loads it with the first such text. */
export const textMasker = new LateCode<(text: string) => string>();

/** Masks the secrets in a text. Until the code for this is loaded, a text that may have a secret is masked as a whole. */
export function maskText(text: string): string {
  if (!HAS_SIGN.test(text) || !(HAS_ENCODED.test(text) || HAS_HINT.test(text))) return text;
  return textMasker.find()?.(text) ?? MASK;
}
