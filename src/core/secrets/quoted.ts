import type { FlatText } from "./flat-text.js";

/**
 * A quotation mark and its level. In JSON inside of JSON, it has a backslash; one level deeper, it has three. A mark that is
 * encoded for a URL or for markup is deeper, too. Only a mark of the same level closes a quoted text. A mark of a lower level
 * ends the text around it.
 */
export interface Quote {
  readonly char: string;
  /** The number of backslashes before it. */
  readonly backslashes: number;
  readonly depth: number;
  /** The mark in the original text, with its backslashes. */
  readonly raw: string;
}

const QUOTATION_MARKS = "\"'`";
/** Enough for JSON that is nested six levels deep. */
const MOST_BACKSLASHES = 63;

export const isQuotationMark = (char: string | undefined): boolean =>
  char !== undefined && char !== "" && QUOTATION_MARKS.indexOf(char) !== -1;

/** Reads the quotation mark with its backslashes at a position. `inside` is the start of the quoted text. */
export function readQuote(original: string, flat: FlatText, at: number): { quote: Quote; inside: number } | undefined {
  let mark = at;
  while (flat.text[mark] === "\\" && mark - at < MOST_BACKSLASHES) mark += 1;
  const char = flat.text.charAt(mark);
  if (!isQuotationMark(char)) return undefined;
  const raw = original.slice(flat.originalPosition(at), flat.originalPosition(mark + 1));
  return { quote: { char, backslashes: mark - at, depth: flat.depth(mark), raw }, inside: mark + 1 };
}

/** Counts the backslashes right before a position, not before `floor`. */
export function countBackslashesBefore({ text }: FlatText, at: number, floor: number): number {
  let count = 0;
  while (count < MOST_BACKSLASHES && at - count > floor && text[at - 1 - count] === "\\") count += 1;
  return count;
}

/** Finds the end of a quoted text, and the position after its closing mark. Both are the end of a text that is cut off. */
export function findClosing(
  flat: FlatText,
  from: number,
  { char, backslashes, depth }: Quote,
): { content: number; end: number } {
  const { text } = flat;
  for (let at = text.indexOf(char, from); at !== -1; at = text.indexOf(char, at + 1)) {
    if (flat.depth(at) > depth) continue;
    const before = countBackslashesBefore(flat, at, from);
    if (flat.depth(at) < depth || before < backslashes) return { content: at - before, end: at - before };
    if ((before - backslashes) % (2 * (backslashes + 1)) !== 0) continue;
    // SQL doubles a quotation mark inside of a string.
    if (char === "'" && text[at + 1] === "'") at += 1;
    else return { content: at - backslashes, end: at + 1 };
  }
  return { content: text.length, end: text.length };
}

/** Limits the number of characters that are read more than once, so that a hostile text cannot be slow. */
export interface Budget {
  left: number;
}

/** The brackets of lists and objects, and the marks of strings, which may contain brackets. */
const BRACKET = /["'`{}[\]]/g;

/** The characters before a quoted text. In a word such as "don't", the mark quotes nothing. */
const BEFORE_QUOTED = /[:,[{(=>\s\\]/;

/**
 * Finds the end of an object or list from its opening bracket. It skips the strings inside.
 *
 * @param around the quotation mark of the text around it; the object ends at the end of this text, too
 * @param inside a position that must be in the object itself, not in a string or an inner object
 * @returns the position after the end; -1 if `inside` is not in the object itself
 */
export function findBracketEnd(
  original: string,
  flat: FlatText,
  at: number,
  around?: Quote,
  inside = -1,
  budget?: Budget,
): number {
  const { text } = flat;
  let level = 0;
  let isReached = inside === -1;
  BRACKET.lastIndex = at;
  let from = at;
  for (let found = BRACKET.exec(text); found; found = BRACKET.exec(text)) {
    let { index } = found;
    if (budget) budget.left -= index - from + 1;
    from = index;
    if (!isReached && index >= inside) {
      isReached = true;
      const run = countBackslashesBefore(flat, index, at);
      if (level !== 1 || (index - run > inside && isQuotationMark(text[inside]))) return -1;
    }
    const char = found[0];
    if (isQuotationMark(char)) {
      const run = countBackslashesBefore(flat, index, at);
      if (around && char === around.char && (run < around.backslashes || flat.depth(index) < around.depth))
        return index - run;
      if (char !== '"' && !BEFORE_QUOTED.test(text.charAt(index - run - 1))) continue;
      const quoted = readQuote(original, flat, index - run);
      if (!quoted) continue;
      const { end } = findClosing(flat, quoted.inside, quoted.quote);
      if (!isReached && end > inside) return -1;
      index = Math.max(index + 1, end);
      if (budget) budget.left -= index - from;
      from = index;
      BRACKET.lastIndex = index;
    } else if (char === "{" || char === "[") {
      level += 1;
    } else {
      level -= 1;
      if (level <= 0) return isReached ? index + 1 : -1;
    }
  }
  return isReached ? text.length : -1;
}
