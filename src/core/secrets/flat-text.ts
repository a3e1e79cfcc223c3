/**
 * A text with the encodings of URLs, markup and JSON undone for reading: `token%3Dabc%26x` reads `token=abc&x`. Each character
 * knows where it stands in the original, and how deep it was encoded, so that `%26` ends a value behind `%3D` and not behind `=`.
 */
export interface FlatText {
  readonly text: string;
  /** The place in the original of a character; of the end, too. */
  place(at: number): number;
  /** How often the character was encoded. */
  depth(at: number): number;
}

/** Most texts have none of them. */
const ENCODED = /%[2-7c][0-9a-f]|&[#a-z]|\\u/i;

/** An ASCII character or a letter of Latin-1 in a URL, a character of markup, and any of JSON. A run of `\` is begun once. */
const EVERY_ENCODED =
  /%(?:25)*c3%(?:25)*[89ab][0-9a-f]|%(?:25)*[2-7][0-9a-f]|&(?:amp;)*(?:quot|apos|lt|gt|amp|ntilde|#\d{2,3}|#x[0-9a-f]{2});|(?<!\\)\\+u[0-9a-f]{4}/gi;

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  amp: "&",
  ntilde: "ñ",
};

const itself = (at: number): number => at;
const never = (): number => 0;

export function flatten(original: string): FlatText {
  if (!ENCODED.test(original)) return { text: original, place: itself, depth: never };
  const places = new Int32Array(original.length + 1);
  const depths = new Uint8Array(original.length + 1);
  let text = "";
  let from = 0;
  const plain = (until: number) => {
    for (let at = from; at < until; at += 1) places[text.length + at - from] = at;
    text += original.slice(from, until);
    from = until;
  };
  for (const { 0: code, index } of original.matchAll(EVERY_ENCODED)) {
    plain(index);
    places[text.length] = index;
    const character = decoded(code);
    depths[text.length] = depthOf(code, character);
    text += character;
    from = index + code.length;
  }
  plain(original.length);
  places[text.length] = original.length;
  return { text, place: (at) => places[at] as number, depth: (at) => depths[at] as number };
}

function decoded(code: string): string {
  if (code[0] === "%") {
    const last = parseInt(code.slice(-2), 16);
    return String.fromCharCode(last < 0x80 ? last : last + 0x40);
  }
  if (code[0] === "\\") return String.fromCharCode(parseInt(code.slice(-4), 16));
  const name = code.slice(code.lastIndexOf("&") + 1, -1).replace(/^(?:amp;)*/i, "");
  if (name[0] !== "#") return ENTITIES[name.toLowerCase()] ?? "&";
  return String.fromCharCode(/^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1)));
}

/** JSON may write any character by its number, and a page each `&`: only quotation marks mean something else then. */
function depthOf(code: string, character: string): number {
  if (code[0] === "\\") return /["'`\\]/.test(character) ? Math.ceil(Math.log2(code.lastIndexOf("\\") + 2)) : 0;
  if (code.toLowerCase() === "&amp;") return 0;
  // Each `%` is written as `%25` once more, each `&` as `&amp;`.
  const again = code[0] === "%" ? code.slice(0, -2).match(/25/g) : code.match(/amp;(?=.)/gi);
  return Math.min(1 + (again?.length ?? 0), 200);
}
