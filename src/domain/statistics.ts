import type { AuditEvent } from "./audit-event.js";
import { fold } from "./text.js";

/** How many distinct ones, and how many of them performed or were affected. */
export interface DistinctCount {
  readonly all: number;
  readonly by: number;
  readonly affected: number;
}

/** What the statistics bar shows. */
export interface Statistics {
  /** Events on the page on the screen. */
  readonly total: number;
  /** Over everything loaded. A user is a user with its domain; letter case aside; empty and "System" are none. */
  readonly users: DistinctCount;
  readonly domains: DistinctCount;
}

class Distinct {
  readonly #by = new Set<string>();
  readonly #affected = new Set<string>();
  #both = 0;

  add(by: string, affected: string): void {
    if (by && !this.#by.has(by)) {
      this.#by.add(by);
      if (this.#affected.has(by)) this.#both += 1;
    }
    if (affected && !this.#affected.has(affected)) {
      this.#affected.add(affected);
      if (this.#by.has(affected)) this.#both += 1;
    }
  }

  count(): DistinctCount {
    const by = this.#by.size;
    const affected = this.#affected.size;
    return { all: by + affected - this.#both, by, affected };
  }
}

/** Whether a user name stands for an automated process. */
export function isSystem(user: string): boolean {
  return fold(user) === "system";
}

/** A user with its domain as one key; `""` for nobody. JSON keeps "a" of "b@c" apart from "a@b" of "c". */
function userKey(user: string, domain: string): string {
  const name = fold(user);
  return name === "" || name === "system" ? "" : JSON.stringify([name, fold(domain)]);
}

/** Statistics kept up event by event, page by page. */
export class StatisticsCounter {
  readonly #users = new Distinct();
  readonly #domains = new Distinct();

  add(events: readonly AuditEvent[]): void {
    for (const event of events) {
      this.#users.add(userKey(event.byUser, event.byDomain), userKey(event.affectedUser, event.affectedDomain));
      this.#domains.add(fold(event.byDomain), fold(event.affectedDomain));
    }
  }

  /** @param total events on the page on the screen */
  read(total: number): Statistics {
    return { total, users: this.#users.count(), domains: this.#domains.count() };
  }
}
