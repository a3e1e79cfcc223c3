import type { FlatText } from "./flat-text.js";

/** The name and the separator of the next pair. The value before it ends here. */
const NEXT_PAIR = /\s{0,4}[\\"'[]{0,8}[\p{L}_][\p{L}\p{N}_.\-[\]]{0,60}[\\"'\]]{0,8}\s?[=:](?!\/\/)/uy;

/** An escaped line end or quotation mark, which ends a value inside of another text. */
const ESCAPED_END = /\\{1,15}(?:["'`]|r?\\{0,15}[nrt](?:\\|[\p{L}_][\w.\- [\]]{0,60}[=:]|["'<]|-|\s|$))/uy;

const isAt = (expression: RegExp, text: string, at: number): boolean => {
  expression.lastIndex = at;
  return expression.test(text);
};

interface BareValueRules {
  /** How often the separator before the value is encoded. Characters that are encoded more often belong to the value. */
  readonly depth: number;
  /** The value may contain spaces, because only other pairs can follow on its line. */
  readonly hasSpaces: boolean;
  /** The value is a URL, so `&` belongs to it. */
  readonly isUrl?: boolean;
  /** The largest number of characters to read. */
  readonly most?: number;
}

/** Finds the end of a value without quotation marks. For each character, it looks ahead a few dozen characters at most. */
export function findBareValueEnd(
  flat: FlatText,
  from: number,
  { depth, hasSpaces, isUrl = false, most = flat.text.length }: BareValueRules,
): number {
  const { text } = flat;
  const last = Math.min(text.length, from + most);
  let end = from;
  for (; end < last; end += 1) {
    if (flat.depth(end) <= depth && isEnd(text, end, hasSpaces) && !(isUrl && text[end] === "&")) break;
  }
  while (end > from && (text[end - 1] === " " || text[end - 1] === "\t")) end -= 1;
  return end;
}

function isEnd(text: string, at: number, hasSpaces: boolean): boolean {
  const next = text.charAt(at + 1);
  switch (text[at]) {
    case "&":
    case "<":
    case ">":
    case '"':
    case "`":
    case "\n":
    case "\r":
      return true;
    case " ":
    case "\t":
      return !hasSpaces || next === "|" || isAt(NEXT_PAIR, text, at);
    case "'":
      return !/[\p{L}\p{N}]/u.test(next);
    case ",":
    case ";":
      return next === "" || /[\s"'\\]/.test(next) || isAt(NEXT_PAIR, text, at + 1);
    case ")":
    case "]":
    case "}":
      return next === "" || /[\s,;.)\]}&"'<>|\\]/.test(next);
    case "\\":
      return text[at - 1] !== "\\" && isAt(ESCAPED_END, text, at);
    default:
      return /\s/.test(text.charAt(at));
  }
}
