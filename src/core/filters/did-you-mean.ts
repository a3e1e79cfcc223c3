import { FIELDS, listFieldsWith, type DomainField, type UserField } from "../fields.js";
import type { AuditFilters } from "./filters.js";
import type { KnownNames } from "./known-names.js";
import { hasWildcard, escapePattern, splitPattern } from "./pattern.js";
import { contains, fold, hasPrefix, trim } from "../text/text.js";

/** The largest number of names that are offered for a field. */
const MOST_OFFERED = 4;

const USERS = listFieldsWith("kind", "user");

/** A change of the filters that may find the right events. */
export interface Guess {
  readonly field: UserField | DomainField;
  readonly change: Partial<AuditFilters>;
  /** The name or the pattern. */
  readonly text: string;
  readonly isPattern: boolean;
}

/**
 * Guesses the filters that were meant if a search finds nothing: a filter must match a whole name, but people enter a
 * part of it. If no known name has the part, the guess is a pattern.
 *
 * @param isComplete the lists that have all names: if a name is not in such a list, a pattern would find nothing either
 */
export function guessFilters(
  filters: AuditFilters,
  known: KnownNames,
  isComplete: Readonly<Record<keyof KnownNames, boolean>>,
): Guess[] {
  return USERS.flatMap((user) => {
    const { domain } = FIELDS[user];
    const given = filters[user];
    const users = findNames(given, known.users);
    // The user may have entered a domain in the field for a user.
    const isMisplaced = users?.length === 0 && filters[domain] === "";
    const domains = isMisplaced ? (findNames(given, known.domains, true) ?? []) : [];
    return [
      ...createGuesses(user, given, users, isComplete.users || domains.length > 0),
      ...domains.slice(0, MOST_OFFERED).map((text): Guess => ({
        field: domain,
        change: { [user]: "", [domain]: escapePattern(text) },
        text,
        isPattern: false,
      })),
      ...createGuesses(domain, filters[domain], findNames(filters[domain], known.domains), isComplete.domains),
    ];
  });
}

/** @param names undefined: nothing to guess */
function createGuesses(
  field: Guess["field"],
  given: string,
  names: readonly string[] | undefined,
  isComplete: boolean,
): Guess[] {
  if (!names) return [];
  const first = names.slice(0, MOST_OFFERED);
  const guesses = first.map((text): Guess => ({
    field,
    change: { [field]: escapePattern(text) },
    text,
    isPattern: false,
  }));
  if (names.length > first.length || (names.length === 0 && !isComplete)) {
    const text = `*${trim(given)}*`;
    guesses.push({ field, change: { [field]: text }, text, isPattern: true });
  }
  return guesses;
}

/**
 * The names that contain the text of a filter. Names that begin with it come first. undefined for a pattern, and for a
 * text that is a known name.
 *
 * @param withItself a name that equals the text counts as well
 */
function findNames(given: string, names: readonly string[], withItself = false): string[] | undefined {
  const part = fold(splitPattern(given).join(""));
  if (part === "" || hasWildcard(given)) return undefined;
  const found = new Map<string, string>();
  for (const name of names) {
    const folded = fold(name);
    if (folded === part && !withItself) return undefined;
    if (contains(folded, part) && !found.has(folded)) found.set(folded, name);
  }
  const rank = (folded: string) => (hasPrefix(folded, part) ? 0 : 1);
  const byName = ([one]: [string, string], [other]: [string, string]) =>
    rank(one) - rank(other) || (one < other ? -1 : 1);
  return [...found].sort(byName).map(([, name]) => name);
}
