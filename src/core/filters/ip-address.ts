/** Whether the text is an IPv4 address. It has only one spelling, so it can be sent to the server. */
export function isV4(text: string): boolean {
  return parseV4(text) !== undefined;
}

/** The reason why a text is not an address or a pattern with `*`; undefined if it is one. */
export function findIpProblem(text: string): "part-too-large" | "not-an-address" | undefined {
  if (/\*/.test(text)) return /^[\da-f.:*]+$/i.test(text) ? undefined : "not-an-address";
  if (parseV4(text) || parseV6(text)) return undefined;
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  return parts && parts.slice(1).some((part) => Number(part) > 255) ? "part-too-large" : "not-an-address";
}

/** The four numbers of an IPv4 address; undefined for other text. */
export function parseV4(text: string): number[] | undefined {
  const found = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text);
  if (!found) return undefined;
  const parts = found.slice(1);
  // For some programs, a leading zero means an octal number: such a text is not an address.
  return parts.every((part) => String(Number(part)) === part && Number(part) <= 255) ? parts.map(Number) : undefined;
}

/** The eight 16-bit groups of an IPv6 address; undefined for other text. */
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
  const [left, right] = halves.map(parseGroups);
  if (!left || (halves.length === 2 && !right)) return undefined;
  if (halves.length === 1) return left.length === 8 ? left : undefined;
  const missing = 8 - left.length - right!.length;
  return missing >= 1 ? [...left, ...new Array<number>(missing).fill(0), ...right!] : undefined;
}

function parseGroups(text: string): number[] | undefined {
  if (text === "") return [];
  const parts = text.split(":");
  return parts.every((part) => /^[\da-f]{1,4}$/i.test(part)) ? parts.map((part) => parseInt(part, 16)) : undefined;
}
