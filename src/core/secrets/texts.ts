import { MASK } from "./mask.js";
import { HAS_ENCODED, HAS_HINT, HAS_SIGN } from "./signs.js";

/** Whether a text may contain a secret. This test is fast. */
export const mayContainSecret = (text: string): boolean => HAS_SIGN.test(text);

/** Replaces the secrets of a text by masks, and leaves the rest as it is. */
export type TextMasker = (text: string) => string;

/** Loads the code that finds the secrets in a text. It is large, so the page loads it with the first text that may have one. */
export type LoadTextMasker = () => Promise<TextMasker>;

let masker: TextMasker | undefined;
let load: LoadTextMasker | undefined;
let loading: Promise<void> | undefined;
const waiting = new Set<() => void>();

/** Masks the secrets in a text. Until the code for this is loaded, a text that may have a secret is masked as a whole. */
export function maskText(text: string): string {
  if (!HAS_SIGN.test(text) || !(HAS_ENCODED.test(text) || HAS_HINT.test(text))) return text;
  if (masker) return masker(text);
  loading ??= load?.().then(setTextMasker, () => {
    // Offline, or a new version has replaced the chunk: the text stays masked, and the next one tries again.
    loading = undefined;
  });
  return MASK;
}

/** @param given called with the first text that needs the masker, and again after a failure */
export function loadTextMaskerWith(given: LoadTextMasker): void {
  load = given;
}

/** Without a masker, the next text loads it again. */
export function setTextMasker(given?: TextMasker): void {
  masker = given;
  loading = undefined;
  for (const show of waiting) show();
}

/** Settles when the masker is loaded or cannot be loaded; undefined if it is not being loaded. */
export const waitForMasker = (): Promise<void> | undefined => loading;

/** Calls `show` when texts that were masked as a whole can be shown better. @returns ends this */
export function onTextMasker(show: () => void): () => void {
  waiting.add(show);
  return () => waiting.delete(show);
}
