/*
 * In a filter text, `*` matches any text, and `@` in a user field separates the user from the domain. A backslash
 * escapes these characters and itself, because star codes can be users.
 */
const SPECIAL = /[\\*@]/g;

/** Escapes a text, so that the filter matches exactly this text. */
export function escapePattern(text: string): string {
  return text.replace(SPECIAL, "\\$&");
}

/** Splits a filter text at its wildcards and unescapes the parts. A text without wildcards has one part. */
export function splitPattern(filter: string): string[] {
  const parts = [""];
  for (let at = 0; at < filter.length; at += 1) {
    const next = filter.charAt(at + 1);
    const isEscape = filter.charAt(at) === "\\" && (next === "\\" || next === "*" || next === "@");
    if (isEscape) at += 1;
    if (!isEscape && filter.charAt(at) === "*") parts.push("");
    else parts[parts.length - 1] += filter.charAt(at);
  }
  return parts;
}

/** Whether a filter text has wildcards. */
export function hasWildcard(filter: string): boolean {
  return splitPattern(filter).length > 1;
}

/** Splits `user@domain`; undefined for other text. */
export function splitUserAndDomain(filter: string): [user: string, domain: string] | undefined {
  const found = /^((?:\\.|[^@\\])+)@([^@]+)$/s.exec(filter);
  return found ? [found[1]!, found[2]!] : undefined;
}
