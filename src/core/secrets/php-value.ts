import type { FlatText } from "./flat-text.js";
import { type Edit, isNothing, MASK } from "./mask.js";
import { branchEnd, closing, quoteAt, type Quote } from "./quoted.js";

const BYTES = new TextEncoder().encode(MASK).length;

/** What PHP's `serialize` writes before a value. */
const KIND = /([sidbOCa])(?::(\d{1,9}))?:|N;/y;

interface PhpValue {
  /** The value's text, where it is one. */
  readonly content: string | undefined;
  readonly end: number;
  readonly mask: Edit[];
}

/** A value that PHP serialised, from its kind to its end: `s:7:"hunter2"`, `i:1234`, `a:1:{…}`. */
export function phpValue(original: string, flat: FlatText, at: number, around: Quote): PhpValue | undefined {
  KIND.lastIndex = at;
  const found = KIND.exec(flat.text);
  if (!found) return undefined;
  const [all, kind, length] = found;
  const value = at + all.length;
  const masked = (end: number): Edit[] => [{ from: at, to: end, text: `s:${BYTES}:${around.raw}${MASK}${around.raw}` }];
  if (kind === "s") {
    const quoted = quoteAt(original, flat, value);
    if (!quoted) return undefined;
    const { content, end } = stringEnd(flat, quoted.inside, quoted.quote, Number(length ?? 0));
    const text = flat.text.slice(quoted.inside, content);
    return { content: text, end, mask: isNothing(text) ? [] : masked(end) };
  }
  if (kind === "a" || kind === "O" || kind === "C") {
    const brace = flat.text.slice(value, value + 300).indexOf("{");
    const end = brace === -1 ? value : branchEnd(original, flat, value + brace, around);
    return { content: undefined, end, mask: masked(end) };
  }
  const semicolon = flat.text.slice(value, value + 40).indexOf(";");
  const end =
    kind === undefined ? at + 1 : semicolon === -1 ? Math.min(value + 40, flat.text.length) : value + semicolon;
  return { content: undefined, end, mask: kind === "i" || kind === "d" ? masked(end) : [] };
}

/** The announced length in bytes tells where a text ends that holds quotation marks; it counts no escapes. */
function stringEnd(flat: FlatText, from: number, quote: Quote, bytes: number): { content: number; end: number } {
  let at = from;
  for (let left = bytes; left > 0 && at < flat.text.length; at += 1) {
    const code = flat.text.charCodeAt(at);
    left -= code < 0x80 ? 1 : code < 0x800 ? 2 : code >= 0xd800 && code < 0xe000 ? 2 : 3;
  }
  const end = at + quote.run + 1;
  const isExact =
    flat.text.slice(at + quote.run, end) === quote.char && /^(?:[;}]|$)/.test(flat.text.slice(end, end + 1));
  return isExact ? { content: at, end } : closing(flat, from, quote);
}
