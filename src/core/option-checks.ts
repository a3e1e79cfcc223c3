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

/**
 * Merges options from the host page over `own`, also inside groups. Values that are not set leave the own ones.
 *
 * @param kind what the object must have, for the warning
 * @param accept returns the value to use; undefined, after a warning, if the given one does not fit
 */
export function mergeOptions<T extends object>(
  path: string,
  kind: "options" | "texts",
  own: T,
  given: unknown,
  accept: (given: unknown, own: unknown, path: string) => unknown,
): T {
  if (isUnset(given)) return own;
  if (!isRecord(given)) {
    warnOnce(`\`${path}\` must be an object of ${kind}; ${describeValue(given)} is ignored.`);
    return own;
  }
  const merged = { ...own } as Record<string, unknown>;
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const ownValue = Object.hasOwn(own, name) ? merged[name] : undefined;
    const valuePath = `${path}.${name}`;
    const accepted = isRecord(ownValue)
      ? mergeOptions(valuePath, kind, ownValue, value, accept)
      : accept(value, ownValue, valuePath);
    if (accepted !== undefined) merged[name] = accepted;
  }
  return merged as T;
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
