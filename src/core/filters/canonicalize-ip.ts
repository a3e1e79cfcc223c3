import { parseV4 } from "./ip-address.js";

/**
 * The canonical form of an address, so that `2001:DB8:0::1` equals `2001:db8::1`; undefined for other text. IPv6
 * follows RFC 5952. An IPv4-mapped IPv6 address stays different from the IPv4 address: a server that compares texts
 * would not find it, and results must not depend on the server.
 */
export function canonicalizeIp(text: string): string | undefined {
  const v4 = parseV4(text);
  if (v4) return v4.join(".");
  const groups = parseV6(text);
  return groups ? formatV6(groups) : undefined;
}

function formatV6(groups: number[]): string {
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high, low] = groups.slice(6) as [number, number];
    return `::ffff:${[high >> 8, high & 255, low >> 8, low & 255].join(".")}`;
  }
  // RFC 5952: `::` replaces the longest run of at least two zero groups, and the first of equal runs.
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const hex = (part: number[]) => part.map((group) => group.toString(16)).join(":");
  return best.at < 0 ? hex(groups) : `${hex(groups.slice(0, best.at))}::${hex(groups.slice(best.at + best.length))}`;
}

/** The eight 16-bit groups of an IPv6 address; undefined for other text. */
function parseV6(text: string): number[] | undefined {
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
