/*
 * These functions do not use `String.prototype.includes`, `startsWith` or `trim`: host pages replace them, and that
 * must not change the results of a search.
 */

/** The white space that ECMAScript's `trim` removes. */
const SPACE = /[\s\uFEFF]/;

/** Removes outer white space. A regular expression would be slow: it tries every run of spaces inside a long text. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && SPACE.test(text.charAt(start))) start += 1;
  while (end > start && SPACE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

export function contains(text: string, part: string): boolean {
  return text.indexOf(part) !== -1;
}

export function hasPrefix(text: string, prefix: string): boolean {
  return text.slice(0, prefix.length) === prefix;
}

/** The form in which text filters, users and domains are compared: trimmed and in lower case. */
export function fold(text: string): string {
  return trim(text).toLowerCase();
}

/** Whether upper and lower case of `text` differ. */
export function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
