/**
 * RFC 4180, character by character, written from the RFC and from nothing of the viewer. Throws where a file breaks it: a
 * quote within a bare field, text after a closing one, a lone line break, a field that is never closed.
 */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const readQuoted = (): string => {
    let field = "";
    for (at += 1; ; at += 1) {
      if (at >= text.length) throw new Error("A quoted field is never closed.");
      if (text[at] !== '"') field += text[at];
      else if (text[at + 1] === '"') field += text[(at += 1)];
      else break;
    }
    at += 1;
    return field;
  };
  const readBare = (): string => {
    const from = at;
    while (at < text.length && !/[,\r\n"]/.test(text[at] as string)) at += 1;
    return text.slice(from, at);
  };
  while (at < text.length) {
    row.push(text[at] === '"' ? readQuoted() : readBare());
    if (text[at] === ",") at += 1;
    else if (text.slice(at, at + 2) === "\r\n") {
      rows.push(row);
      row = [];
      at += 2;
    } else throw new Error(`${JSON.stringify(text.slice(at, at + 10))} follows a field.`);
  }
  if (row.length > 0) throw new Error("The last row has no end.");
  return rows;
}
