import type { FlatText } from "./flat-text.js";

/** The next pair, right here: what stands before it is the end of a value. */
const NEXT_PAIR = /\s{0,4}[\\"'[]{0,8}[\p{L}_][\p{L}\p{N}_.\-[\]]{0,60}[\\"'\]]{0,8}\s?[=:](?!\/\/)/uy;

/** A line end of an inner text, or a quotation mark that ends it. */
const ESCAPED_END = /\\{1,15}(?:["'`]|r?\\{0,15}[nrt](?:\\|[\p{L}_][\w.\- [\]]{0,60}[=:]|["'<]|-|\s|$))/uy;

const isAt = (expression: RegExp, text: string, at: number): boolean => {
  expression.lastIndex = at;
  return expression.test(text);
};

interface Bare {
  /** How often the separator before the value is encoded: what is encoded more often is part of the value. */
  readonly depth: number;
  /** The value may hold spaces: it has its line for itself, but for other pairs. */
  readonly hasSpaces: boolean;
  /** The value is a URL, with pairs of its own. */
  readonly isUrl?: boolean;
  /** No more characters than these are looked at. */
  readonly most?: number;
}

/** Where a value without quotation marks ends. Looks at most some dozen characters ahead for each. */
export function bareEnd(
  flat: FlatText,
  from: number,
  { depth, hasSpaces, isUrl = false, most = flat.text.length }: Bare,
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
