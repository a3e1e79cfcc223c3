import { maskSecrets } from "../core/secrets/text-masker.js";
import { textMasker } from "../core/secrets/texts.js";
import { maskText, SIGNS } from "../core/secrets/values.js";

textMasker.set(maskSecrets);

/*
 * Spreadsheets treat a cell that begins with one of these characters as a formula. Some also accept the full-width forms
 * (OWASP, "CSV Injection").
 */
const FORMULA = "[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]";

const STARTS_FORMULA = new RegExp(`^${FORMULA}`);

/**
 * A spreadsheet that separates cells by semicolons or tabs, or ends a row at every line end, splits a field into cells. A
 * formula may also follow quotation marks, because they start a quoted cell there.
 */
const INNER_FORMULA = new RegExp(`([;\\t\\r\\n]["']*)(?=${FORMULA})`, "g");

const HAS_SEPARATOR = /[;\t\r\n]/;

/** A number with a sign, such as a phone number. It is not a formula, so it gets no apostrophe. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The text needs quotes (RFC 4180) or an apostrophe. */
const NEEDS_CARE = /[",;\t\r\n]|^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Converts a text to a CSV field that parsers read back and no spreadsheet runs as a formula. */
export function toCsvCell(text: string): string {
  return NEEDS_CARE.test(text) ? escapeCell(text) : text;
}

/** Masks the secrets in a text and converts it to a CSV field. */
export function toMaskedCsvCell(text: string): string {
  return isPlain(text) ? text : toCsvCell(maskText(text));
}

/** By character code, the kind of a character that `isPlain` looks at: 1 special anywhere, 2 and 3 special in a context. */
const KINDS = new Uint8Array(128);
for (const special of `",;\t\r\n${SIGNS}`) KINDS[special.charCodeAt(0)] = 1;
for (const first of "+-@") KINDS[first.charCodeAt(0)] = 2;
// A signed token begins with "eyJ". A token may follow "Bearer " or "Basic ".
for (const inner of "J ") KINDS[inner.charCodeAt(0)] = 3;

/**
 * Whether a text needs neither escaping nor masking. One pass over the characters is faster than two regular expressions, and
 * most cells are plain.
 */
function isPlain(text: string): boolean {
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (at === 0) return false;
      continue;
    }
    const kind = KINDS[code] as number;
    if (kind === 0) continue;
    if (kind === 1 || at === 0) return false;
    const before = text.charCodeAt(at - 1);
    // Matches "--", "eyJ", "Bearer ", "Basic " and "BEARER ".
    if (
      kind === 2
        ? code === 45 && before === 45
        : code === 74
          ? before === 121
          : (before === 114 || before === 82 || before === 99) && ENDS_WITH_SCHEME.test(text.slice(0, at))
    ) {
      return false;
    }
  }
  return true;
}

const ENDS_WITH_SCHEME = /(?:[Bb](?:earer|asic)|BEARER)$/;

function escapeCell(text: string): string {
  const inside = HAS_SEPARATOR.test(text) ? text.replace(INNER_FORMULA, "$1'") : text;
  const cell = STARTS_FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${inside}` : inside;
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
