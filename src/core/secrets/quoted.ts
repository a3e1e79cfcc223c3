import type { FlatText } from "./flat-text.js";

/**
 * A quotation mark at its level: JSON within JSON has a backslash before it, JSON within that has three, and one that is encoded
 * for a URL or a page is deeper, too. Only a mark of the same level closes; one of a lower level ends what is around.
 */
export interface Quote {
  readonly char: string;
  /** Backslashes before it. */
  readonly run: number;
  readonly depth: number;
  /** As it stands in the original. */
  readonly raw: string;
}

const MARKS = "\"'`";
/** JSON that is encoded more often has other reasons to be unreadable. */
const MOST_BACKSLASHES = 63;

export const isMark = (char: string | undefined): boolean =>
  char !== undefined && char !== "" && MARKS.indexOf(char) !== -1;

/** The quotation mark that begins at a place, backslashes included, and where the quoted text begins. */
export function quoteAt(original: string, flat: FlatText, at: number): { quote: Quote; inside: number } | undefined {
  let mark = at;
  while (flat.text[mark] === "\\" && mark - at < MOST_BACKSLASHES) mark += 1;
  const char = flat.text.charAt(mark);
  if (!isMark(char)) return undefined;
  const raw = original.slice(flat.place(at), flat.place(mark + 1));
  return { quote: { char, run: mark - at, depth: flat.depth(mark), raw }, inside: mark + 1 };
}

/** How many backslashes stand right before a place, at most those after `floor`. */
export function backslashesBefore({ text }: FlatText, at: number, floor: number): number {
  let run = 0;
  while (run < MOST_BACKSLASHES && at - run > floor && text[at - 1 - run] === "\\") run += 1;
  return run;
}

/** Where a quoted text ends, and where what follows it begins; both at the end of a text that is cut off. */
export function closing(flat: FlatText, from: number, { char, run, depth }: Quote): { content: number; end: number } {
  const { text } = flat;
  for (let at = text.indexOf(char, from); at !== -1; at = text.indexOf(char, at + 1)) {
    if (flat.depth(at) > depth) continue;
    const before = backslashesBefore(flat, at, from);
    if (flat.depth(at) < depth || before < run) return { content: at - before, end: at - before };
    if ((before - run) % (2 * (run + 1)) !== 0) continue;
    // SQL doubles a mark inside.
    if (char === "'" && text[at + 1] === "'") at += 1;
    else return { content: at - run, end: at + 1 };
  }
  return { content: text.length, end: text.length };
}

/** Counts the characters that are looked at again; none are left for a text that was made to be slow. */
export interface Budget {
  left: number;
}

/** What opens and closes a list or an object, and what may hold those as text. */
const BRACKET = /["'`{}[\]]/g;

/** Before a quoted text of JSON, and not within a word such as "don't". */
const BEFORE_QUOTED = /[:,[{(=>\s\\]/;

/**
 * Walks an object or list from its bracket to behind its end, strings as a whole.
 *
 * @param around the mark that opened the text around it; where that text ends, this ends, too
 * @param inside a place that has to be reached outside of strings, one level deep; undefined for any
 * @returns the end; -1 where `inside` is no such place
 */
export function branchEnd(
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
      const run = backslashesBefore(flat, index, at);
      if (level !== 1 || (index - run > inside && isMark(text[inside]))) return -1;
    }
    const char = found[0];
    if (isMark(char)) {
      const run = backslashesBefore(flat, index, at);
      if (around && char === around.char && (run < around.run || flat.depth(index) < around.depth)) return index - run;
      if (char !== '"' && !BEFORE_QUOTED.test(text.charAt(index - run - 1))) continue;
      const quoted = quoteAt(original, flat, index - run);
      if (!quoted) continue;
      const { end } = closing(flat, quoted.inside, quoted.quote);
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
