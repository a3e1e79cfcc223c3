const COMMA = 44;
const QUOTE = 34;
const CARRIAGE_RETURN = 13;

/**
 * Adds empty fields to every row of a finished piece of CSV.
 *
 * @param bytes whole rows, each ended by CRLF
 * @param rows how many there are
 * @param missing fields that each of them lacks
 */
export function padRows(bytes: Uint8Array, rows: number, missing: number): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(bytes.length + rows * missing);
  let from = 0;
  let to = 0;
  while (from < bytes.length) {
    const end = endOfRow(bytes, from);
    padded.set(bytes.subarray(from, end), to);
    to += end - from;
    padded.fill(COMMA, to, (to += missing));
    padded.set(bytes.subarray(end, end + 2), to);
    to += 2;
    from = end + 2;
  }
  return padded;
}

/** Where the row ends that begins at `from`: at a carriage return that no quotes enclose. */
function endOfRow(bytes: Uint8Array, from: number): number {
  let isQuoted = false;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === CARRIAGE_RETURN && !isQuoted) return at;
  }
  return bytes.length;
}
