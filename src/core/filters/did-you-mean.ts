import type { AuditEvent } from "../audit-event.js";
import { FIELDS, fieldsWith, type DomainField, type UserField } from "../fields.js";
import type { AuditFilters } from "./filters.js";
import { hasWildcard, literal, patternParts } from "./pattern.js";
import { contains, fold, hasPrefix, trim } from "../text/text.js";

/** Names that are remembered of each kind; a log may have any number. */
const MOST_SEEN = 5000;
/** Names that are offered for a field. */
const MOST_OFFERED = 4;

const USERS = fieldsWith("kind", "user");
const DOMAINS = fieldsWith("kind", "domain");

/** Names that somebody may have meant. */
export interface KnownNames {
  readonly users: readonly string[];
  readonly domains: readonly string[];
}

/** Users and domains of the records that were read, whether they match or not. */
export class SeenNames {
  readonly #users = new Set<string>();
  readonly #domains = new Set<string>();

  meet(event: Pick<AuditEvent, UserField | DomainField>): void {
    if (this.#users.size < MOST_SEEN) for (const field of USERS) this.#users.add(event[field]);
    if (this.#domains.size < MOST_SEEN) for (const field of DOMAINS) this.#domains.add(event[field]);
  }

  read(): KnownNames {
    return { users: [...this.#users], domains: [...this.#domains] };
  }
}

/** Filters that may find what was meant. */
export interface Guess {
  readonly field: UserField | DomainField;
  readonly change: Partial<AuditFilters>;
  /** The name, or the pattern. */
  readonly text: string;
  readonly isPattern: boolean;
}

/**
 * What may have been meant by filters that found nothing: filters match a whole name, and people type a part of one. Where
 * the names are not known, the part is offered as a pattern.
 *
 * @param isWhole which lists of names lack none, so that a pattern would find nothing either
 */
export function guessesFor(
  filters: AuditFilters,
  known: KnownNames,
  isWhole: Readonly<Record<keyof KnownNames, boolean>>,
): Guess[] {
  return USERS.flatMap((user) => {
    const { domain } = FIELDS[user];
    const given = filters[user];
    const users = namesWith(given, known.users);
    // A domain in the field beside its own.
    const isMisplaced = users?.length === 0 && filters[domain] === "";
    const domains = isMisplaced ? (namesWith(given, known.domains, true) ?? []) : [];
    return [
      ...offers(user, given, users, isWhole.users || domains.length > 0),
      ...domains.slice(0, MOST_OFFERED).map((text): Guess => ({
        field: domain,
        change: { [user]: "", [domain]: literal(text) },
        text,
        isPattern: false,
      })),
      ...offers(domain, filters[domain], namesWith(filters[domain], known.domains), isWhole.domains),
    ];
  });
}

/** @param names undefined where there is nothing to guess */
function offers(field: Guess["field"], given: string, names: readonly string[] | undefined, isWhole: boolean): Guess[] {
  if (!names) return [];
  const first = names.slice(0, MOST_OFFERED);
  const guesses = first.map((text): Guess => ({ field, change: { [field]: literal(text) }, text, isPattern: false }));
  if (names.length > first.length || (names.length === 0 && !isWhole)) {
    const text = `*${trim(given)}*`;
    guesses.push({ field, change: { [field]: text }, text, isPattern: true });
  }
  return guesses;
}

/**
 * The names that have a filter's text in them, those that begin with it first; undefined for a pattern, and for a name that
 * is known as it stands.
 *
 * @param withItself a name that is the text itself is meant, too
 */
function namesWith(given: string, names: readonly string[], withItself = false): string[] | undefined {
  const part = fold(patternParts(given).join(""));
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
