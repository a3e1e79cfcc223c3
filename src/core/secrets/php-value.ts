import type { FlatText } from "./flat-text.js";
import { type Edit, isPlaceholder, MASK } from "./mask.js";
import { findBracketEnd, findClosing, readQuote, type Quote } from "./quoted.js";

const MASK_BYTES = new TextEncoder().encode(MASK).length;

/** The type and length that PHP's `serialize` writes before a value. */
const TYPE = /([sidbOCa])(?::(\d{1,9}))?:|N;/y;

interface PhpValue {
  /** The text of a string; undefined for other types. */
  readonly content: string | undefined;
  readonly end: number;
  readonly mask: Edit[];
}

/** Reads a value of PHP's `serialize`: `s:7:"hunter2"`, `i:1234`, `a:1:{…}`. */
export function readPhpValue(original: string, flat: FlatText, at: number, around: Quote): PhpValue | undefined {
  TYPE.lastIndex = at;
  const found = TYPE.exec(flat.text);
  if (!found) return undefined;
  const [all, type, length] = found;
  const value = at + all.length;
  const maskTo = (end: number): Edit[] => [
    { from: at, to: end, text: `s:${MASK_BYTES}:${around.raw}${MASK}${around.raw}` },
  ];
  if (type === "s") {
    const quoted = readQuote(original, flat, value);
    if (!quoted) return undefined;
    const { content, end } = findStringEnd(flat, quoted.inside, quoted.quote, Number(length ?? 0));
    const text = flat.text.slice(quoted.inside, content);
    return { content: text, end, mask: isPlaceholder(text) ? [] : maskTo(end) };
  }
  if (type === "a" || type === "O" || type === "C") {
    const brace = flat.text.slice(value, value + 300).indexOf("{");
    const end = brace === -1 ? value : findBracketEnd(original, flat, value + brace, around);
    return { content: undefined, end, mask: maskTo(end) };
  }
  const semicolon = flat.text.slice(value, value + 40).indexOf(";");
  const end =
    type === undefined ? at + 1 : semicolon === -1 ? Math.min(value + 40, flat.text.length) : value + semicolon;
  return { content: undefined, end, mask: type === "i" || type === "d" ? maskTo(end) : [] };
}

/** Finds the end of a string by its length in bytes, which does not count escapes: a string may contain quotation marks. */
function findStringEnd(flat: FlatText, from: number, quote: Quote, bytes: number): { content: number; end: number } {
  let at = from;
  for (let left = bytes; left > 0 && at < flat.text.length; at += 1) {
    const code = flat.text.charCodeAt(at);
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  const end = at + quote.backslashes + 1;
  const isExact =
    flat.text.slice(at + quote.backslashes, end) === quote.char && /^(?:[;}]|$)/.test(flat.text.slice(end, end + 1));
  return isExact ? { content: at, end } : findClosing(flat, from, quote);
}
