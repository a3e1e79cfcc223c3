import type { ComplexAttributeConverter } from "lit";
import { isTimeZone } from "./domain/time-format.js";

const warned = new Set<string>();

/** Says once per message what is wrong with a property: a host page's mistake never throws and never goes unsaid. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`<audit-log-viewer> ${message}`);
}

/** A value in words, whatever it is: `JSON.stringify` alone throws for a bigint or a circle. */
export function shown(value: unknown): string {
  if (typeof value === "number") return String(value);
  // A URL may hold a user and a password.
  if (isText(value)) return JSON.stringify(value.replace(/\/\/[^/?#]*@/g, "//…@"));
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === "bigint" ? `${value}n` : `a value of type ${typeof value}`;
  }
}

/** `null` and `""` are how markup and frameworks say "not set": no mistake. */
export function isUnset(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

/** One of the allowed values, else the default. Nothing set is no mistake. */
export function oneOf<T>(name: string, allowed: readonly T[], value: unknown, fallback: T): T {
  const isRight = (given: unknown): given is T => allowed.some((one) => one === given);
  return checked(name, value, isRight, `one of ${allowed.join(", ")}`, fallback);
}

/** A value that passes a check, else the default. */
export function checked<T>(
  name: string,
  value: unknown,
  isRight: (value: unknown) => value is T,
  what: string,
  fallback: T,
): T {
  if (isUnset(value)) return fallback;
  if (isRight(value)) return value;
  warnOnce(`\`${name}\` must be ${what}; ${shown(value)} is ignored.`);
  return fallback;
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** An object with members; a list is none. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isZone(value: unknown): value is string {
  return isText(value) && isTimeZone(value);
}

/** The nearest `lang` of the host page that this browser can format, else the browser's own language. */
export function localeOf(element: Element): string {
  const marked = nearest(element, "lang");
  return marked && isLocale(marked) ? marked : navigator.language;
}

/** An attribute of the element or of what it is in, out of shadow roots too. */
export function nearest(element: Element, attribute: "lang" | "dir"): string | undefined {
  for (let node: Node | null = element; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    const value = node instanceof Element ? node.getAttribute(attribute) : null;
    if (value) return value;
  }
  return undefined;
}

export function isLocale(locale: unknown): locale is string {
  if (!isText(locale)) return false;
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0;
  } catch {
    // RangeError is how Intl says "not a language tag".
    return false;
  }
}

/** Reflects a property, for the style sheet, unless it has its default: an element adds no attribute of its own. */
export function unless(fallback: string): ComplexAttributeConverter<string> {
  return {
    fromAttribute: (value) => value ?? fallback,
    // What is no text would have to be made one first, and a symbol cannot.
    toAttribute: (value) => (value === fallback || !isText(value) ? null : value),
  };
}

/** Whether the user asked the browser to load no more than needed. */
export function savesData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
}
