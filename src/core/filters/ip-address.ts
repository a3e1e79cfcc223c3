/** Whether the text is IPv4, which has one spelling only: safe to send as it is. */
export function isV4(text: string): boolean {
  return parseV4(text) !== undefined;
}

/** Why a text is no address, for a sentence at the field; undefined when it is one. `*` is a wildcard. */
export function ipProblem(text: string): "part-too-large" | "not-an-address" | undefined {
  if (/\*/.test(text)) return /^[\da-f.:*]+$/i.test(text) ? undefined : "not-an-address";
  if (parseV4(text) || parseV6(text)) return undefined;
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  return parts && parts.slice(1).some((part) => Number(part) > 255) ? "part-too-large" : "not-an-address";
}

export function parseV4(text: string): number[] | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!found) return undefined;
  const parts = found.slice(1);
  // A leading zero means octal to some programs: such a text is no address.
  return parts.every((part) => String(Number(part)) === part && Number(part) <= 255) ? parts.map(Number) : undefined;
}

/** Eight groups of 16 bits. */
export function parseV6(text: string): number[] | undefined {
  let source = text;
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (tail) {
    const v4 = parseV4(tail[2]!);
    if (!v4) return undefined;
    const [a, b, c, d] = v4 as [number, number, number, number];
    source = `${tail[1]}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }
  const halves = source.split("::");
  if (halves.length > 2) return undefined;
  const [left, right] = halves.map(groupsOf);
  if (!left || (halves.length === 2 && !right)) return undefined;
  if (halves.length === 1) return left.length === 8 ? left : undefined;
  const missing = 8 - left.length - right!.length;
  return missing >= 1 ? [...left, ...new Array<number>(missing).fill(0), ...right!] : undefined;
}

function groupsOf(text: string): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.every((part) => /^[\da-f]{1,4}$/i.test(part)) ? parts.map((part) => parseInt(part, 16)) : undefined;
}
