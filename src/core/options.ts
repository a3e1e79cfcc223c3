import { isTimeZone } from "./time/time-format.js";

const warned = new Set<string>();

/** Warns once for each message. A wrong value from the host page never throws, and always warns. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`<audit-log-viewer> ${message}`);
}

/** Describes any value for a message. `JSON.stringify` throws for a bigint and for circular objects. */
export function describeValue(value: unknown): string {
  if (typeof value === "number") return String(value);
  // A URL may contain a user and a password.
  if (isText(value)) return JSON.stringify(value.replace(/\/\/[^/?#]*@/g, "//…@"));
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === "bigint" ? `${value}n` : `a value of type ${typeof value}`;
  }
}

/** Whether a value is not set. Markup and frameworks use `null` and `""` for this. */
export function isUnset(value: unknown): value is undefined | null | "" {
  return value === undefined || value === null || value === "";
}

/** Returns one of the allowed values. For another value, warns and returns the default. */
export function checkOneOf<T>(name: string, allowed: readonly T[], value: unknown, fallback: T): T {
  const isRight = (given: unknown): given is T => allowed.some((one) => one === given);
  return checkValue(name, value, isRight, `one of ${allowed.join(", ")}`, fallback);
}

/** Returns a value that passes the check. For another value, warns and returns the default. */
export function checkValue<T>(
  name: string,
  value: unknown,
  isRight: (value: unknown) => value is T,
  what: string,
  fallback: T,
): T {
  if (isUnset(value)) return fallback;
  if (isRight(value)) return value;
  warnOnce(`\`${name}\` must be ${what}; ${describeValue(value)} is ignored.`);
  return fallback;
}

export function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Whether a value is an object, but not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(isText);
}

export function isZone(value: unknown): value is string {
  return isText(value) && isTimeZone(value);
}
