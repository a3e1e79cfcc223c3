/*
 * The viewer shows characters of a record that are invisible or change the order of the text. Control characters become
 * control pictures (␀ ␊ ␉ ␡); other invisible characters become their code point in angle quotation marks (‹U+202E›).
 */

/*
 * Control characters, lone surrogates, line and paragraph separators, annotation marks, the blank Braille cell, and all
 * characters that Unicode calls default ignorable: zero-width and bidirectional characters, fillers, tags, variation
 * selectors. The controls of hieroglyphs are not default ignorable, so they have their own range.
 */
const HIDDEN = "[\\p{Cc}\\p{Cs}\\p{DI}\\u2028\\u2029\\u2800\\uFFF9-\\uFFFC\\u{13430}-\\u{1343F}]";

const FIRST_HIDDEN = new RegExp(HIDDEN, "u");

/** The scripts that need joiners for correct spelling, such as Arabic for Persian, the Indic scripts and Mongolian. */
const JOINING =
  "Arab Syrc Mand Mong Nkoo Phag Rohg Adlm Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Khmr Mymr Tibt"
    .split(" ")
    .map((script) => `\\p{sc=${script}}`)
    .join("");

/*
 * The places where an invisible character is correct: a joiner inside an emoji sequence, between letters of joining
 * scripts and after an Indic virama; a variation selector after a character that has variations.
 */
const LEGITIMATE = [
  "(?<=[\\p{ExtPict}\\p{EMod}]\\uFE0F?)\\u200D(?=\\p{ExtPict})",
  `(?<=[${JOINING}]\\p{M}{0,4})[\\u200C\\u200D](?=[${JOINING}])`,
  "(?<=[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA])[\\u200C\\u200D]",
  "(?<=\\p{ExtPict})[\\uFE0E\\uFE0F]",
  "(?<=[0-9#*])\\uFE0F(?=\\u20E3)",
  "(?<=\\p{Ideo})[\\uFE00-\\uFE02\\u{E0100}-\\u{E01EF}]",
  "(?<=\\p{sc=Mong})[\\u180B-\\u180D\\u180F]",
].join("|");

const EVERY_HIDDEN = new RegExp(`(${LEGITIMATE})|${HIDDEN}`, "gu");

/** Makes invisible characters visible. A second call changes nothing. */
export function toVisibleText(text: string): string {
  if (!FIRST_HIDDEN.test(text)) return text;
  return text.replace(EVERY_HIDDEN, (found: string, legitimate: string | undefined) => legitimate ?? toVisible(found));
}

/** Whether `text` has no invisible characters. */
export function isPlain(text: string): boolean {
  return toVisibleText(text) === text;
}

/** The block U+2400 has pictures for U+0000 to U+001F and U+007F. */
function toVisible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return "␡";
  return `‹U+${code.toString(16).toUpperCase().padStart(4, "0")}›`;
}
