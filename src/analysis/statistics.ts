import type { AuditEvent } from "../core/audit-event.js";
import type { DistinctCount, Statistics } from "../core/statistics.js";
import { isSystem, personKey } from "../core/people.js";
import { fold } from "../core/text/text.js";

/** Counts distinct keys, and how many of them performed an event or were affected. */
class DistinctKeys {
  readonly #by = new Set<string>();
  readonly #affected = new Set<string>();
  #both = 0;

  addBy(key: string): void {
    if (this.#by.has(key)) return;
    this.#by.add(key);
    if (this.#affected.has(key)) this.#both += 1;
  }

  addAffected(key: string): void {
    if (this.#affected.has(key)) return;
    this.#affected.add(key);
    if (this.#by.has(key)) this.#both += 1;
  }

  count(): DistinctCount {
    const by = this.#by.size;
    const affected = this.#affected.size;
    return { all: by + affected - this.#both, by, affected };
  }
}

/** Remembers the spellings of users with their domains, because it is slow to fold every value. */
class Spellings {
  readonly #domains = new Map<string, Set<string>>();

  /** @returns true if the spelling is new */
  add(user: string, domain: string): boolean {
    const domains = this.#domains.get(user);
    if (!domains) this.#domains.set(user, new Set([domain]));
    else if (domains.has(domain)) return false;
    else domains.add(domain);
    return true;
  }
}

/** Counts the loaded events, page by page. */
export class StatisticsCounter {
  readonly #users = new DistinctKeys();
  readonly #domains = new DistinctKeys();
  readonly #by = new Spellings();
  readonly #affected = new Spellings();

  add(events: readonly AuditEvent[]): void {
    for (const { byUser, byDomain, affectedUser, affectedDomain } of events) {
      if (this.#by.add(byUser, byDomain)) this.#addPerson(byUser, byDomain, "addBy");
      if (this.#affected.add(affectedUser, affectedDomain))
        this.#addPerson(affectedUser, affectedDomain, "addAffected");
    }
  }

  /** @param total the number of events on the current page */
  read(total: number): Statistics {
    return { total, users: this.#users.count(), domains: this.#domains.count() };
  }

  #addPerson(user: string, domain: string, add: "addBy" | "addAffected"): void {
    if (fold(user) !== "" && !isSystem(user)) this.#users[add](personKey(user, domain));
    const domainKey = fold(domain);
    if (domainKey !== "") this.#domains[add](domainKey);
  }
}

/** Counts the users and domains of one page of events. */
export function countStatistics(events: readonly AuditEvent[]): Pick<Statistics, "users" | "domains"> {
  const counter = new StatisticsCounter();
  counter.add(events);
  const { users, domains } = counter.read(events.length);
  return { users, domains };
}
