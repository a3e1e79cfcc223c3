import { isTimeZone } from "./time/time-format.js";

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

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

export function isZone(value: unknown): value is string {
  return isText(value) && isTimeZone(value);
}
