/*
 * Filter texts: `*` stands for anything, and `@` in a user field parts the user from the domain. A backslash before one of
 * these, or before another backslash, takes it as it is: star codes are users, too.
 */
const SPECIAL = /[\\*@]/g;

/** A text as a filter that finds just this text. */
export function literal(text: string): string {
  return text.replace(SPECIAL, "\\$&");
}

/** The parts between the wildcards of a filter text, as they are meant; one part is no pattern. */
export function patternParts(filter: string): string[] {
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

/** Whether a filter text asks for a pattern rather than for one value. */
export function hasWildcard(filter: string): boolean {
  return patternParts(filter).length > 1;
}

/** `user@domain` taken apart; undefined for any other text. */
export function userAndDomain(filter: string): [user: string, domain: string] | undefined {
  const found = /^((?:\\.|[^@\\])+)@([^@]+)$/s.exec(filter);
  return found ? [found[1]!, found[2]!] : undefined;
}
