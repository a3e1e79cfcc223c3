/*
 * What the bundled libraries call instead of built-ins that host pages replace. `sturdy-libraries.ts` copies the text of these
 * functions into the libraries, so each stands alone: none may call another one, or anything outside.
 */

/** `text.includes(value, from)` and `list.includes(value, from)`: a list finds `NaN` and treats holes as `undefined`. */
export function includes(subject: string | ArrayLike<unknown>, value?: unknown, from?: number): boolean {
  if (typeof subject === "string") return subject.indexOf(value as string, from) !== -1;
  let at = Math.trunc(from as number) || 0;
  if (at < 0) at = Math.max(subject.length + at, 0);
  for (; at < subject.length; at++) {
    const item = subject[at];
    if (item === value || (item !== item && value !== value)) return true;
  }
  return false;
}

/** `text.startsWith(start, from)` */
export function startsWith(text: string, start?: string, from?: number): boolean {
  const at = Math.min(Math.max(Math.trunc(from as number) || 0, 0), text.length);
  return text.lastIndexOf(start as string, at) === at;
}

/** `text.endsWith(end, until)` */
export function endsWith(text: string, end?: string, until?: number): boolean {
  const stop = until === undefined ? text.length : Math.min(Math.max(Math.trunc(until) || 0, 0), text.length);
  const at = stop - `${end}`.length;
  return at >= 0 && text.lastIndexOf(end as string, at) === at;
}

/** `Date.now()` */
export function now(): number {
  return new Date().getTime();
}

/** `Date.parse(text)` */
export function parse(text: string): number {
  return new Date(`${text}`).getTime();
}

/** The keys of `for (const key in value)`, without those that a page has added to `Object.prototype`. */
export function ownKeys(value: unknown): string[] {
  return value === null || value === undefined ? [] : Object.keys(value);
}
