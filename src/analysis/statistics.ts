import type { AuditEvent } from "../core/audit-event.js";
import type { DistinctCount, Statistics } from "../core/statistics.js";
import { isSystem, personKey } from "../core/people.js";
import { fold } from "../core/text/text.js";

/** The number of events of a user, with the spelling of the first event. */
export interface PersonCount {
  readonly user: string;
  readonly domain: string;
  readonly count: number;
}

/** The number of loaded events for each value, for charts. Values are as in the records. */
export interface EventCounts {
  readonly actions: ReadonlyMap<string, number>;
  readonly objects: ReadonlyMap<string, number>;
  readonly addresses: ReadonlyMap<string, number>;
  /** By hours since 1970-01-01T00:00Z. Events without a readable time are left out. */
  readonly hours: ReadonlyMap<number, number>;
  /** The performing and the affected users. "System" is included; events without a user are left out. */
  readonly actors: readonly PersonCount[];
  readonly targets: readonly PersonCount[];
}

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

const HOUR = 3_600_000;

interface Tally {
  count: number;
}

/** Counts events by a value. To change an object in the map takes half the time of writing to the map again. */
class Tallies<Key> {
  readonly #tallies = new Map<Key, Tally>();

  add(key: Key): void {
    const tally = this.#tallies.get(key);
    if (tally) tally.count += 1;
    else this.#tallies.set(key, { count: 1 });
  }

  counts(): Map<Key, number> {
    return new Map([...this.#tallies].map(([key, { count }]) => [key, count]));
  }
}

/** Counts events by user and domain. It counts each spelling separately, because it is slow to fold every value. */
class People {
  readonly #people = new Map<string, Map<string, Tally>>();

  /** @returns true if the spelling is new */
  add(user: string, domain: string): boolean {
    const domains = this.#people.get(user);
    const tally = domains?.get(domain);
    if (tally) {
      tally.count += 1;
      return false;
    }
    if (domains) domains.set(domain, { count: 1 });
    else this.#people.set(user, new Map([[domain, { count: 1 }]]));
    return true;
  }

  counts(): PersonCount[] {
    const people = new Map<string, { user: string; domain: string; count: number }>();
    for (const [user, domains] of this.#people) {
      if (fold(user) === "") continue;
      for (const [domain, { count }] of domains) {
        const key = personKey(user, domain);
        const known = people.get(key);
        if (known) known.count += count;
        else people.set(key, { user, domain, count });
      }
    }
    return [...people.values()];
  }
}

/** Counts the loaded events, page by page. */
export class StatisticsCounter {
  readonly #users = new DistinctKeys();
  readonly #domains = new DistinctKeys();
  readonly #actors = new People();
  readonly #targets = new People();
  readonly #actions = new Tallies<string>();
  readonly #objects = new Tallies<string>();
  readonly #addresses = new Tallies<string>();
  readonly #hours = new Tallies<number>();

  add(events: readonly AuditEvent[]): void {
    for (const event of events) {
      const { byUser, byDomain, affectedUser, affectedDomain, time } = event;
      if (this.#actors.add(byUser, byDomain)) this.#addPerson(byUser, byDomain, "addBy");
      if (this.#targets.add(affectedUser, affectedDomain)) this.#addPerson(affectedUser, affectedDomain, "addAffected");
      this.#actions.add(event.action);
      this.#objects.add(event.object);
      this.#addresses.add(event.byIp);
      if (time !== null) this.#hours.add(Math.floor(time / HOUR));
    }
  }

  /** @param total the number of events on the current page */
  read(total: number): Statistics {
    return { total, users: this.#users.count(), domains: this.#domains.count() };
  }

  counts(): EventCounts {
    return {
      actions: this.#actions.counts(),
      objects: this.#objects.counts(),
      addresses: this.#addresses.counts(),
      hours: this.#hours.counts(),
      actors: this.#actors.counts(),
      targets: this.#targets.counts(),
    };
  }

  #addPerson(user: string, domain: string, add: "addBy" | "addAffected"): void {
    if (fold(user) !== "" && !isSystem(user)) this.#users[add](personKey(user, domain));
    const domainKey = fold(domain);
    if (domainKey !== "") this.#domains[add](domainKey);
  }
}
