import type { AuditEvent } from "../core/audit-event.js";
import type { DistinctCount, Statistics } from "../core/statistics.js";
import { isSystem, personKey } from "../core/people.js";
import { fold } from "../core/text/text.js";

/** A user with its domain, in the spelling that came first. */
export interface PersonCount {
  readonly user: string;
  readonly domain: string;
  readonly count: number;
}

/** How many of the loaded events have each value, for charts. Values are the records' own. */
export interface EventCounts {
  readonly actions: ReadonlyMap<string, number>;
  readonly objects: ReadonlyMap<string, number>;
  readonly addresses: ReadonlyMap<string, number>;
  /** By hours since 1970-01-01T00:00Z. Events without a readable time are in none. */
  readonly hours: ReadonlyMap<number, number>;
  /** Who performed, and who was affected; "System" is one of them, nobody is not. */
  readonly actors: readonly PersonCount[];
  readonly targets: readonly PersonCount[];
}

class Distinct {
  readonly #by = new Set<string>();
  readonly #affected = new Set<string>();
  #both = 0;

  by(key: string): void {
    if (this.#by.has(key)) return;
    this.#by.add(key);
    if (this.#affected.has(key)) this.#both += 1;
  }

  affected(key: string): void {
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

/** Counts by a value. A tally is found once and then counted up, which costs half of writing to the map again. */
class Tallies<Key> {
  readonly #tallies = new Map<Key, Tally>();

  add(key: Key): void {
    const tally = this.#tallies.get(key);
    if (tally) tally.count += 1;
    else this.#tallies.set(key, { count: 1 });
  }

  read(): Map<Key, number> {
    return new Map([...this.#tallies].map(([key, { count }]) => [key, count]));
  }
}

/** Pairs of user and domain as they came: what was seen in one spelling is not folded and compared again. */
class People {
  readonly #people = new Map<string, Map<string, Tally>>();

  /** @returns whether this spelling is new */
  add(user: string, domain: string): boolean {
    const domains = this.#people.get(user);
    const seen = domains?.get(domain);
    if (seen) {
      seen.count += 1;
      return false;
    }
    if (domains) domains.set(domain, { count: 1 });
    else this.#people.set(user, new Map([[domain, { count: 1 }]]));
    return true;
  }

  read(): PersonCount[] {
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

/** Statistics kept up event by event, page by page. */
export class StatisticsCounter {
  readonly #users = new Distinct();
  readonly #domains = new Distinct();
  readonly #actors = new People();
  readonly #targets = new People();
  readonly #actions = new Tallies<string>();
  readonly #objects = new Tallies<string>();
  readonly #addresses = new Tallies<string>();
  readonly #hours = new Tallies<number>();

  add(events: readonly AuditEvent[]): void {
    for (const event of events) {
      const { byUser, byDomain, affectedUser, affectedDomain, time } = event;
      if (this.#actors.add(byUser, byDomain)) this.#meet(byUser, byDomain, "by");
      if (this.#targets.add(affectedUser, affectedDomain)) this.#meet(affectedUser, affectedDomain, "affected");
      this.#actions.add(event.action);
      this.#objects.add(event.object);
      this.#addresses.add(event.byIp);
      if (time !== null) this.#hours.add(Math.floor(time / HOUR));
    }
  }

  /** @param total events on the page on the screen */
  read(total: number): Statistics {
    return { total, users: this.#users.count(), domains: this.#domains.count() };
  }

  counts(): EventCounts {
    return {
      actions: this.#actions.read(),
      objects: this.#objects.read(),
      addresses: this.#addresses.read(),
      hours: this.#hours.read(),
      actors: this.#actors.read(),
      targets: this.#targets.read(),
    };
  }

  #meet(user: string, domain: string, side: "by" | "affected"): void {
    if (fold(user) !== "" && !isSystem(user)) this.#users[side](personKey(user, domain));
    const place = fold(domain);
    if (place !== "") this.#domains[side](place);
  }
}
