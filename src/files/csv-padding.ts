const COMMA = 44;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Adds empty fields to the end of every row of a CSV segment.
 *
 * @param bytes whole rows, each with CRLF at its end
 * @param rows the number of rows
 * @param missing the number of fields to add to each row
 */
export function padRows(bytes: Uint8Array, rows: number, missing: number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(bytes.length + rows * missing);
  let from = 0;
  let to = 0;
  while (from < bytes.length) {
    const end = findRowEnd(bytes, from);
    padded.set(bytes.subarray(from, end), to);
    to += end - from;
    padded.fill(COMMA, to, (to += missing));
    padded.set(bytes.subarray(end, end + 2), to);
    to += 2;
    from = end + 2;
  }
  return padded;
}

/** Finds the end of the row that begins at `from`: a carriage return outside of quotes. */
function findRowEnd(bytes: Uint8Array, from: number): number {
  let isQuoted = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === CARRIAGE_RETURN && !isQuoted) return at;
  }
  return bytes.length;
}
