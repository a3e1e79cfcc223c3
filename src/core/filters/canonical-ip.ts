import { parseV4, parseV6 } from "./ip-address.js";

/**
 * Addresses in canonical form, so that `2001:DB8:0::1` and `2001:db8::1` are one. IPv6 text after RFC 5952. An IPv4 address
 * mapped into IPv6 is another address: a server that compares texts would not find it by the IPv4 one, and what is found
 * must not depend on the server.
 */
export function canonicalIp(text: string): string | undefined {
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
  // The longest run of at least two zero groups is left out; of equal ones the first.
  let best = { at: -1, length: 1 };
  for (let at = 0; at < 8; at += 1) {
    let length = 0;
    while (at + length < 8 && groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  const hex = (part: number[]) => part.map((group) => group.toString(16)).join(":");
  return best.at < 0 ? hex(groups) : `${hex(groups.slice(0, best.at))}::${hex(groups.slice(best.at + best.length))}`;
}
