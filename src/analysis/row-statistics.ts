import type { DistinctCounts } from "../core/statistics.js";
import { isSystem, createPersonKey } from "../core/people.js";
import { fold } from "../core/text/text.js";
import type { EventBatch } from "./event-batch.js";

/** The number of persons that one step looks at. */
const STEP = 2048;

type Role = "by" | "affected";

/** A user or domain; `by` and `affected` are true after a row with this role was looked at. */
type Seen = Record<Role, boolean>;

interface Person {
  /** Undefined without a user, and for "System". */
  readonly user: Seen | undefined;
  readonly domain: Seen | undefined;
}

/** The values of one kind, by what is equal in all their spellings, and how many of them were seen. */
class SeenValues {
  readonly #values = new Map<string, Seen>();
  counts = { all: 0, by: 0, affected: 0 };

  /** Returns undefined for an empty key, which does not count. */
  find(key: string): Seen | undefined {
    let value = this.#values.get(key);
    if (!value && key !== "") this.#values.set(key, (value = { by: false, affected: false }));
    return value;
  }

  look(value: Seen | undefined, role: Role): void {
    if (!value || value[role]) return;
    if (!value.by && !value.affected) this.counts.all += 1;
    this.counts[role] += 1;
    value[role] = true;
  }

  forget(): void {
    for (const value of this.#values.values()) value.by = value.affected = false;
    this.counts = { all: 0, by: 0, affected: 0 };
  }
}

/** Counts the distinct users and domains of the first rows of a log, and remembers what it has seen of them. */
export class RowStatistics {
  readonly #users = new SeenValues();
  readonly #domains = new SeenValues();
  readonly #people = new Map<string, Person>();
  /** Two for each row: who performed the event, and who was affected. */
  readonly #persons: Person[] = [];
  /** The number of persons that were looked at. */
  #looked = 0;

  /** Inserts rows, as `LogAnalysis` does. */
  insert(positions: Uint32Array, { values, columns }: EventBatch): void {
    const { byUser, byDomain, affectedUser, affectedDomain } = columns;
    const persons = this.#persons;
    const add = (user: number, domain: number) => persons.push(this.#find(values[user]!, values[domain]!));
    const behind = persons.splice(2 * (positions[0] ?? Infinity));
    // Also before a row that was looked at: the first `loaded` rows are then others.
    if (persons.length < this.#looked) this.#forget();
    let next = 0;
    positions.forEach((position, at) => {
      while (persons.length < 2 * position) persons.push(behind[next++]!);
      add(byUser[at]!, byDomain[at]!);
      add(affectedUser[at]!, affectedDomain[at]!);
    });
    while (next < behind.length) persons.push(behind[next++]!);
  }

  /**
   * Looks at about a thousand more rows.
   *
   * @param loaded the number of rows to count
   * @returns undefined if there are more rows to look at: the next call goes on
   */
  count(loaded: number): DistinctCounts | undefined {
    const wanted = Math.min(2 * loaded, this.#persons.length);
    if (wanted < this.#looked) this.#forget();
    const until = Math.min(wanted, this.#looked + STEP);
    for (; this.#looked < until; this.#looked += 1) {
      const { user, domain } = this.#persons[this.#looked]!;
      const role = this.#looked % 2 === 0 ? "by" : "affected";
      this.#users.look(user, role);
      this.#domains.look(domain, role);
    }
    if (until < wanted) return undefined;
    return { users: { ...this.#users.counts }, domains: { ...this.#domains.counts } };
  }

  #forget(): void {
    this.#users.forget();
    this.#domains.forget();
    this.#looked = 0;
  }

  #find(user: string, domain: string): Person {
    // The length tells where the user ends.
    const key = `${user.length} ${user}${domain}`;
    let person = this.#people.get(key);
    if (!person) {
      const isUser = fold(user) !== "" && !isSystem(user);
      person = {
        user: this.#users.find(isUser ? createPersonKey(user, domain) : ""),
        domain: this.#domains.find(fold(domain)),
      };
      this.#people.set(key, person);
    }
    return person;
  }
}
