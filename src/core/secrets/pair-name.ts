import type { FlatText } from "./flat-text.js";
import { endsWithSensitiveName, isSensitive } from "./names.js";
import { countBackslashesBefore, isQuotationMark, type Quote } from "./quoted.js";

/** The name before a separator such as `=`. */
export interface PairName {
  readonly name: string;
  /** The position of its first character, including a quotation mark and backslashes. */
  readonly start: number;
  /** Undefined for a name without quotation marks. */
  readonly quote: Quote | undefined;
  readonly isSecret: boolean;
  /** The name is the first text of a line or list. */
  readonly isFirst: boolean;
}

const LONGEST_NAME = 120;
const NAME_CHARACTER = /[\p{L}\p{M}\p{N}_.\-$*[\]\0~]/u;
const LAST_FEW_WORDS = /(?:[\p{L}\p{N}_-]+ ){1,2}[\p{L}\p{N}_-]+$/u;
const BEGINNING = /(?:^|[\n\r,;|({[>])[ \t]{0,8}$/;

/** Reads the name before a separator. It looks back a few dozen characters at most. */
export function readPairName(original: string, flat: FlatText, separator: number, floor: number): PairName | undefined {
  const { text } = flat;
  let end = separator;
  while (end > floor && separator - end < 4 && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  if (end > floor && isQuotationMark(text[end - 1])) return readQuotedName(original, flat, end - 1, floor);
  let start = end;
  while (start > floor && end - start < LONGEST_NAME && NAME_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  if (start === end) return undefined;
  const name = text.slice(start, end);
  let isSecret = isSensitive(name);
  let first = start;
  if (!isSecret && text[start - 1] === " " && end - start < 40) {
    const lastWords = LAST_FEW_WORDS.exec(text.slice(Math.max(floor, start - 40), end))?.[0];
    if (lastWords !== undefined && endsWithSensitiveName(lastWords)) {
      isSecret = true;
      first = end - lastWords.length;
    }
  }
  const isFirst = isSecret && BEGINNING.test(text.slice(Math.max(0, first - 10), first));
  return { name, start, quote: undefined, isSecret, isFirst };
}

function readQuotedName(original: string, flat: FlatText, mark: number, floor: number): PairName | undefined {
  const { text } = flat;
  const char = text.charAt(mark);
  const backslashes = countBackslashesBefore(flat, mark, floor);
  const end = mark - backslashes;
  const open = text.slice(Math.max(floor, end - LONGEST_NAME), end).lastIndexOf(char);
  if (open === -1) return undefined;
  const at = Math.max(floor, end - LONGEST_NAME) + open;
  const start = at - Math.min(backslashes, countBackslashesBefore(flat, at, floor));
  const name = text.slice(at + 1, end);
  const raw = original.slice(flat.originalPosition(end), flat.originalPosition(mark + 1));
  return {
    name,
    start,
    quote: { char, backslashes, depth: flat.depth(mark), raw },
    isSecret: isSensitive(name),
    isFirst: false,
  };
}
