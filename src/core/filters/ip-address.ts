/** Whether the text is an IPv4 address. It has only one spelling, so it can be sent to the server. */
export function isV4(text: string): boolean {
  return parseV4(text) !== undefined;
}

/** The reason why a text is not an address or a pattern with `*`; undefined if it is one. */
export function findIpProblem(text: string): "part-too-large" | "not-an-address" | undefined {
  if (/\*/.test(text)) return /^[\da-f.:*]+$/i.test(text) ? undefined : "not-an-address";
  if (isV4(text) || isV6(text)) return undefined;
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

/** Whether the text is an IPv6 address. Browsers read them in URLs, by the same rules as `canonicalizeIp`. */
function isV6(text: string): boolean {
  if (!/^[\da-f:.]+$/i.test(text)) return false;
  try {
    return Boolean(new URL(`http://[${text}]`));
  } catch {
    return false;
  }
}
