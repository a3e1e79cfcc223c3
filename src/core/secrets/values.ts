import { isNothing, MASK } from "./mask.js";
import { isNaming, isSensitive, namesSecret, remembered, staysBeside } from "./names.js";
import { isSuspect, maskText, SIGNS } from "./texts.js";

export { isNaming, isSensitive, MASK, maskText, namesSecret, SIGNS, staysBeside };

/** Deeper than any record needs; what lies below is masked unseen, so that no value can exhaust the stack. */
const DEEPEST = 100;

/** Tells of each parameter of one event whether it holds a secret, by its own name or by what a neighbour says. */
export function secretsAmong<T extends { readonly name: string; readonly value: unknown }>(
  parameters: readonly T[],
): (parameter: T) => boolean {
  const isNamed = parameters.some(({ name, value }) => namesSecret(name, value));
  return ({ name }) => isSensitive(name) || (isNamed && !staysBeside(name));
}

/**
 * A JSON value in which secrets are replaced by `MASK`: whole members by their name, at any depth, and secrets within texts, also
 * within names. A copy, or the very value where nothing is to be masked. Own members only, `__proto__` is a name like any other.
 */
export function maskSensitive(value: unknown): unknown {
  return mayHoldSecret(value, 0) ? masked(value, 0) : value;
}

/** Most values hold nothing of the kind, and copies are dear. */
function mayHoldSecret(value: unknown, depth: number): boolean {
  if (typeof value === "string") return isSuspect(value);
  if (typeof value !== "object" || value === null) return false;
  // What a page's `redact` made may write itself in a way of its own.
  if (depth >= DEEPEST || "toJSON" in value) return true;
  if (Array.isArray(value)) return value.some((item) => mayHoldSecret(item, depth + 1));
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(members)) {
    const member = members[name];
    if (isTelling(name) || (isNaming(name) && namesSecret(name, member)) || mayHoldSecret(member, depth + 1))
      return true;
  }
  return false;
}

/** A name that makes its value a secret, or may hold one itself. */
const isTelling = remembered((name) => isSensitive(name) || isSuspect(name));

/** Copies are dear: only what changes is copied. */
function masked(value: unknown, depth: number): unknown {
  if (typeof value === "string") return maskText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= DEEPEST) return MASK;
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const copy = list.map((item) => masked(item, depth + 1));
    return copy.some((item, at) => item !== list[at]) ? copy : value;
  }
  const members = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(members);
  const isNamed = names.some((name) => namesSecret(name, members[name]));
  let isChanged = "toJSON" in value;
  const entries = names.map((name): [string, unknown] => {
    const member = members[name];
    const isSecret = isSensitive(name) || (isNamed && !staysBeside(name));
    const shown = !isSecret ? masked(member, depth + 1) : holdsNothing(member) ? member : MASK;
    const shownName = maskText(name);
    isChanged ||= shown !== member || shownName !== name;
    return [shownName, shown];
  });
  // Object.fromEntries defines members, where an assignment to `__proto__` would change the copy's prototype.
  return isChanged ? Object.fromEntries(told(entries)) : value;
}

/** That a secret is missing, empty or set is no secret. */
export function holdsNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    typeof value === "boolean" ||
    (typeof value === "string" && isNothing(value))
  );
}

/** Names that were different stay different when what differs is masked. */
function told(entries: [string, unknown][]): [string, unknown][] {
  const taken = new Set<string>();
  return entries.map(([name, value]) => {
    let own = name;
    for (let count = 2; taken.has(own); count += 1) own = `${name} (${count})`;
    taken.add(own);
    return [own, value];
  });
}
