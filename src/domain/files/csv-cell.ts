/*
 * A cell that begins with one of these is a formula to spreadsheets; some read the full-width forms like the others (OWASP,
 * "CSV Injection").
 */
const RUNS = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A number with its sign: a phone number, an amount. Nothing to run, and nothing that should look different. */
const SIGNED_NUMBER = /^[+-]\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** What most cells have nothing of: a reason for quotes (RFC 4180), or for an apostrophe. */
const SPECIAL = /[",\r\n]|^[=+\-@\t\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A text as it stands in a CSV file: no spreadsheet runs it, and a parser reads it back. */
export function csvCell(text: string): string {
  return SPECIAL.test(text) ? guarded(text) : text;
}

function guarded(text: string): string {
  const cell = RUNS.test(text) && !SIGNED_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell;
}
