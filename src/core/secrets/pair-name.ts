import type { FlatText } from "./flat-text.js";
import { endsSensitive, isSensitive } from "./names.js";
import { backslashesBefore, isMark, type Quote } from "./quoted.js";

/** What stands before a separator. */
export interface PairName {
  readonly name: string;
  /** Where it begins, quotation mark and backslashes included. */
  readonly start: number;
  /** Undefined for a bare name. */
  readonly quote: Quote | undefined;
  readonly isSecret: boolean;
  /** Nothing but a line's or a list's beginning stands before it. */
  readonly isFirst: boolean;
}

const LONGEST = 120;
const NAME_CHARACTER = /[\p{L}\p{M}\p{N}_.\-$*[\]\0~]/u;
const FEW_WORDS = /(?:[\p{L}\p{N}_-]+ ){1,2}[\p{L}\p{N}_-]+$/u;
const BEGINNING = /(?:^|[\n\r,;|({[>])[ \t]{0,8}$/;

/** The name before a separator, at most some dozen characters back. */
export function pairName(original: string, flat: FlatText, separator: number, floor: number): PairName | undefined {
  const { text } = flat;
  let end = separator;
  while (end > floor && separator - end < 4 && /[ \t]/.test(text.charAt(end - 1))) end -= 1;
  if (end > floor && isMark(text[end - 1])) return quotedName(original, flat, end - 1, floor);
  let start = end;
  while (start > floor && end - start < LONGEST && NAME_CHARACTER.test(text.charAt(start - 1))) start -= 1;
  if (start === end) return undefined;
  const name = text.slice(start, end);
  let isSecret = isSensitive(name);
  let first = start;
  if (!isSecret && text[start - 1] === " " && end - start < 40) {
    const said = FEW_WORDS.exec(text.slice(Math.max(floor, start - 40), end))?.[0];
    if (said !== undefined && endsSensitive(said)) {
      isSecret = true;
      first = end - said.length;
    }
  }
  const isFirst = isSecret && BEGINNING.test(text.slice(Math.max(0, first - 10), first));
  return { name, start, quote: undefined, isSecret, isFirst };
}

function quotedName(original: string, flat: FlatText, mark: number, floor: number): PairName | undefined {
  const { text } = flat;
  const char = text.charAt(mark);
  const run = backslashesBefore(flat, mark, floor);
  const end = mark - run;
  const open = text.slice(Math.max(floor, end - LONGEST), end).lastIndexOf(char);
  if (open === -1) return undefined;
  const at = Math.max(floor, end - LONGEST) + open;
  const start = at - Math.min(run, backslashesBefore(flat, at, floor));
  const name = text.slice(at + 1, end);
  const raw = original.slice(flat.place(end), flat.place(mark + 1));
  return {
    name,
    start,
    quote: { char, run, depth: flat.depth(mark), raw },
    isSecret: isSensitive(name),
    isFirst: false,
  };
}
