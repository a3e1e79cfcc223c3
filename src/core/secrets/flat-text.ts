import { HAS_ENCODED } from "./signs.js";

/**
 * A text without the encodings of URLs, markup and JSON: `token%3Dabc%26x` becomes `token=abc&x`. For each character, it has
 * the position in the original and the depth of the encoding. So `%26` ends a value after `%3D`, but not after `=`.
 */
export interface FlatText {
  readonly text: string;
  /** The position of a character, or of the end, in the original text. */
  originalPosition(at: number): number;
  /** The number of times that the character was encoded. */
  depth(at: number): number;
}

/**
 * In URLs: ASCII and the letters of Latin-1. In markup: the usual entities. In JSON: any character. The match starts at the
 * first `\` of a run, so that long runs are read only once.
 */
const ENCODED_CHARACTERS =
  /%(?:25)*c3%(?:25)*[89ab][0-9a-f]|%(?:25)*[2-7][0-9a-f]|&(?:amp;)*(?:quot|apos|lt|gt|amp|ntilde|#\d{2,3}|#x[0-9a-f]{2});|(?<!\\)\\+u[0-9a-f]{4}/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  amp: "&",
  ntilde: "ñ",
};

const keepPosition = (at: number): number => at;
const returnZero = (): number => 0;

export function flatten(original: string): FlatText {
  if (!HAS_ENCODED.test(original)) return { text: original, originalPosition: keepPosition, depth: returnZero };
  const places = new Int32Array(original.length + 1);
  const depths = new Uint8Array(original.length + 1);
  let text = "";
  let from = 0;
  const copyPlain = (until: number) => {
    for (let at = from; at < until; at += 1) places[text.length + at - from] = at;
    text += original.slice(from, until);
    from = until;
  };
  for (const { 0: code, index } of original.matchAll(ENCODED_CHARACTERS)) {
    copyPlain(index);
    places[text.length] = index;
    const character = decode(code);
    depths[text.length] = countDepth(code, character);
    text += character;
    from = index + code.length;
  }
  copyPlain(original.length);
  places[text.length] = original.length;
  return { text, originalPosition: (at) => places[at] as number, depth: (at) => depths[at] as number };
}

function decode(code: string): string {
  if (code[0] === "%") {
    const last = parseInt(code.slice(-2), 16);
    return String.fromCharCode(last < 0x80 ? last : last + 0x40);
  }
  if (code[0] === "\\") return String.fromCharCode(parseInt(code.slice(-4), 16));
  const name = code.slice(code.lastIndexOf("&") + 1, -1).replace(/^(?:amp;)*/i, "");
  if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? "&";
  return String.fromCharCode(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

/** JSON may escape any character, and markup escapes each `&`. In both cases, only escaped quotation marks change the structure. */
function countDepth(code: string, character: string): number {
  if (code[0] === "\\") return /["'`\\]/.test(character) ? Math.ceil(Math.log2(code.lastIndexOf("\\") + 2)) : 0;
  if (code.toLowerCase() === "&amp;") return 0;
  // Each further encoding writes `%` as `%25` and `&` as `&amp;`.
  const repeated = code[0] === "%" ? code.slice(0, -2).match(/25/g) : code.match(/amp;(?=.)/gi);
  return Math.min(1 + (repeated?.length ?? 0), 200);
}
