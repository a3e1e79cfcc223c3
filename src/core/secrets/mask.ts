import type { FlatText } from "./flat-text.js";

/** The text in place of a secret. It always has the same length, so that it does not show the length of the secret. */
export const MASK = "••••••";

/** Replaces a range of a flat text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Masks a range, unless it is empty, a placeholder or already masked. */
export function maskRange({ text }: FlatText, from: number, to: number): Edit[] {
  return isPlaceholder(text.slice(from, Math.min(to, from + 20))) ? [] : [{ from, to, text: MASK }];
}

/** Whether a value only says that a secret is missing, empty or set. Such values stay readable. */
export function isPlaceholder(text: string): boolean {
  return text === "" || text === MASK || /^(?:true|false|null|nil|none|undefined)$/i.test(text);
}

/** Applies the edits to the original text. If two overlap, the one that starts first wins, then the longer one. */
export function applyEdits(original: string, flat: FlatText, edits: readonly Edit[]): string {
  if (edits.length === 0) return original;
  let result = "";
  let end = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < end) continue;
    result += original.slice(flat.originalPosition(end), flat.originalPosition(from)) + text;
    end = to;
  }
  return result + original.slice(flat.originalPosition(end));
}
