import { maskText, SIGNS } from "../core/secrets/values.js";

/*
 * A cell that begins with one of these is a formula to spreadsheets; some read the full-width forms like the others (OWASP,
 * "CSV Injection").
 */
const FORMULA = "[=+\\-@\\t\\r\\uFF1D\\uFF0B\\uFF0D\\uFF20]";

const BEGINS_FORMULA = new RegExp(`^${FORMULA}`);

/**
 * A spreadsheet that separates by semicolons or tabs, or that ends a row at every line end, sees cells inside a field.
 * Quotation marks there open a cell, so a formula may stand behind them, too.
 */
const INNER_FORMULA = new RegExp(`([;\\t\\r\\n]["']*)(?=${FORMULA})`, "g");

const SEPARATES = /[;\t\r\n]/;

/** A number with its sign: a phone number, an amount. Nothing to run, and nothing that should look different. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A reason for quotes (RFC 4180), or for an apostrophe. */
const SPECIAL = /[",;\t\r\n]|^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as it stands in a CSV file: no spreadsheet runs it, and a parser reads it back. */
export function csvCell(text: string): string {
  return SPECIAL.test(text) ? guarded(text) : text;
}

/** The same, with the secrets in it masked. */
export function maskedCsvCell(text: string): string {
  return isPlain(text) ? text : csvCell(maskText(text));
}

const CODES = new Uint8Array(128);
for (const special of `",;\t\r\n${SIGNS}`) CODES[special.charCodeAt(0)] = 1;
for (const first of "+-@") CODES[first.charCodeAt(0)] = 2;
// A signed token begins with "eyJ"; a space may stand behind "Bearer" or "Basic".
for (const inner of "J ") CODES[inner.charCodeAt(0)] = 3;

/**
 * Whether there is no reason to look closer: most cells are cleared by one walk over their characters, which costs less than
 * two expressions.
 */
function isPlain(text: string): boolean {
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 128) {
      if (at === 0) return false;
      continue;
    }
    const kind = CODES[code] as number;
    if (kind === 0) continue;
    if (kind === 1 || at === 0) return false;
    const before = text.charCodeAt(at - 1);
    // "--", "eyJ", "Bearer ", "Basic ", "BEARER "
    if (
      kind === 2
        ? code === 45 && before === 45
        : code === 74
          ? before === 121
          : (before === 114 || before === 82 || before === 99) && SCHEME_ENDS.test(text.slice(0, at))
    ) {
      return false;
    }
  }
  return true;
}

const SCHEME_ENDS = /(?:[Bb](?:earer|asic)|BEARER)$/;

function guarded(text: string): string {
  const inside = SEPARATES.test(text) ? text.replace(INNER_FORMULA, "$1'") : text;
  const cell = BEGINS_FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${inside}` : inside;
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
