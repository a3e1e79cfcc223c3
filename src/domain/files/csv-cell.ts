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

/** A number with its sign: a phone number, an amount. Nothing to run, and nothing that should look different. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Most cells have none of these: a reason for quotes (RFC 4180), or for an apostrophe. */
const SPECIAL = /[",;\t\r\n]|^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as it stands in a CSV file: no spreadsheet runs it, and a parser reads it back. */
export function csvCell(text: string): string {
  return SPECIAL.test(text) ? guarded(text) : text;
}

function guarded(text: string): string {
  const inside = text.replace(INNER_FORMULA, "$1'");
  const cell = BEGINS_FORMULA.test(text) && !SIGNED_NUMBER.test(text) ? `'${inside}` : inside;
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
