import { isPlaceholder, MASK } from "./mask.js";
import { namesItsNeighbors, isSensitive, namesSecret, memoize, isReadableNextToSecret } from "./names.js";
import { SIGNS } from "./signs.js";
import { mayContainSecret, maskText } from "./texts.js";

export { namesItsNeighbors, isSensitive, MASK, maskText, namesSecret, SIGNS, isReadableNextToSecret };

/** Values nested deeper than this are masked without a look at them, so that no value can exhaust the stack. */
const MOST_DEPTH = 100;

/** Creates a test for the parameters of one event: whether a parameter has a secret, by its own name or by its neighbors. */
export function createSecretTest<T extends { readonly name: string; readonly value: unknown }>(
  parameters: readonly T[],
): (parameter: T) => boolean {
  const isNamed = parameters.some(({ name, value }) => namesSecret(name, value));
  return ({ name }) => isSensitive(name) || (isNamed && !isReadableNextToSecret(name));
}

/**
 * Masks the secrets in a JSON value: members with the name of a secret, at any depth, and secrets inside of texts and names.
 * Returns the same value if nothing is masked, otherwise a copy with its own members only. `__proto__` is a name like any other.
 */
export function maskSensitive(value: unknown): unknown {
  return mayValueContainSecret(value, 0) ? maskValue(value, 0) : value;
}

/** A fast test. Most values have no secrets, and copying is slow. */
function mayValueContainSecret(value: unknown, depth: number): boolean {
  if (typeof value === "string") return mayContainSecret(value);
  if (typeof value !== "object" || value === null) return false;
  // The page's `redact` may return objects that define their own JSON.
  if (depth >= MOST_DEPTH || "toJSON" in value) return true;
  if (Array.isArray(value)) return value.some((item) => mayValueContainSecret(item, depth + 1));
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (
      isSecretOrSuspectName(name) ||
      (namesItsNeighbors(name) && namesSecret(name, member)) ||
      mayValueContainSecret(member, depth + 1)
    )
      return true;
  }
  return false;
}

/** A name that makes its value a secret, or that may contain a secret itself. */
const isSecretOrSuspectName = memoize((name) => isSensitive(name) || mayContainSecret(name));

/** Copies only lists and objects that change, because copying is slow. */
function maskValue(value: unknown, depth: number): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= MOST_DEPTH) return MASK;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const copy = list.map((item) => maskValue(item, depth + 1));
    return copy.some((item, at) => item !== list[at]) ? copy : value;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members);
  const isNamed = names.some((name) => namesSecret(name, members[name]));
  let isChanged = "toJSON" in value;
  const entries = names.map((name): [string, unknown] => {
    const member = members[name];
    const isSecret = isSensitive(name) || (isNamed && !isReadableNextToSecret(name));
    const shown = !isSecret ? maskValue(member, depth + 1) : isPlaceholderValue(member) ? member : MASK;
    const shownName = maskText(name);
    isChanged ||= shown !== member || shownName !== name;
    return [shownName, shown];
  });
  // Object.fromEntries defines members, where an assignment to `__proto__` would change the copy's prototype.
  return isChanged ? Object.fromEntries(makeNamesUnique(entries)) : value;
}

/** Whether a value only says that a secret is missing, empty or set. Such values stay readable. */
export function isPlaceholderValue(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    typeof value === "boolean" ||
    (typeof value === "string" && isPlaceholder(value))
  );
}

/** Masking may make different names equal. This numbers them, so that no member is lost. */
function makeNamesUnique(entries: [string, unknown][]): [string, unknown][] {
  const taken = new Set<string>();
  return entries.map(([name, value]) => {
    let unique = name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    return [unique, value];
  });
}
