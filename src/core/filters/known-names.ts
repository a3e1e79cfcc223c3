import type { AuditEvent } from "../audit-event.js";
import { listFieldsWith, type DomainField, type UserField } from "../fields.js";

/** The largest number of users and of domains that are kept. */
const MOST_SEEN = 5000;

const USERS = listFieldsWith("kind", "user");
const DOMAINS = listFieldsWith("kind", "domain");

/** The names that a filter is compared with. */
export interface KnownNames {
  readonly users: readonly string[];
  readonly domains: readonly string[];
}

/** The users and domains of all records that were read, including those that do not match. */
export class SeenNames {
  readonly #users = new Set<string>();
  readonly #domains = new Set<string>();

  add(event: Pick<AuditEvent, UserField | DomainField>): void {
    if (this.#users.size < MOST_SEEN) for (const field of USERS) this.#users.add(event[field]);
    if (this.#domains.size < MOST_SEEN) for (const field of DOMAINS) this.#domains.add(event[field]);
  }

  read(): KnownNames {
    return { users: [...this.#users], domains: [...this.#domains] };
  }
}
