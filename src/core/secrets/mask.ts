import type { FlatText } from "./flat-text.js";

/** Stands for a sensitive value. Its length tells nothing. */
export const MASK = "••••••";

/** A stretch of a flat text, and what is written in its place. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A mask for what is there; nothing for what is empty, says nothing, or is masked already. */
export function maskOf({ text }: FlatText, from: number, to: number): Edit[] {
  return isNothing(text.slice(from, Math.min(to, from + 20))) ? [] : [{ from, to, text: MASK }];
}

/** That a secret is missing, empty or set is no secret. */
export function isNothing(text: string): boolean {
  return text === "" || text === MASK || /^(?:true|false|null|nil|none|undefined)$/i.test(text);
}

/** The original with the edits; where two overlap, the one that begins first, or is longer, holds. */
export function edited(original: string, flat: FlatText, edits: readonly Edit[]): string {
  if (edits.length === 0) return original;
  let result = "";
  let done = 0;
  for (const { from, to, text } of [...edits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < done) continue;
    result += original.slice(flat.place(done), flat.place(from)) + text;
    done = to;
  }
  return result + original.slice(flat.place(done));
}
