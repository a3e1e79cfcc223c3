/**
 * Text helpers that do not depend on `String.prototype.includes`, `startsWith` or `trim`: pages that host the viewer
 * replace those built-ins, and a replaced one must never change what is found.
 */

/** White space as ECMAScript's `trim` understands it. */
const SPACE = /[\s\uFEFF]/;

/** Walks in from both ends: an expression anchored at the end would try every run of spaces inside a long text. */
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

/** The form in which text filters, users and domains are compared: without outer white space and letter case. */
export function fold(text: string): string {
  return trim(text).toLowerCase();
}

/** Whether upper and lower case of `text` differ. */
export function hasCase(text: string): boolean {
  return text.toLowerCase() !== text.toUpperCase();
}
