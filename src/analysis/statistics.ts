import type { AuditEvent } from "../core/audit-event.js";
import type { DistinctCount, DistinctCounts } from "../core/statistics.js";
import { isSystem, createPersonKey } from "../core/people.js";
import { fold } from "../core/text/text.js";

/** Counts the users and domains of one page of events, on the page. The worker counts all loaded events. */
export function countStatistics(events: readonly AuditEvent[]): DistinctCounts {
  const [users, domains] = [createKeys(), createKeys()];
  const add = (user: string, domain: string, role: "by" | "affected") => {
    if (fold(user) !== "" && !isSystem(user)) users[role].add(createPersonKey(user, domain));
    const domainKey = fold(domain);
    if (domainKey !== "") domains[role].add(domainKey);
  };
  for (const { byUser, byDomain, affectedUser, affectedDomain } of events) {
    add(byUser, byDomain, "by");
    add(affectedUser, affectedDomain, "affected");
  }
  return { users: countKeys(users), domains: countKeys(domains) };
}

const createKeys = () => ({ by: new Set<string>(), affected: new Set<string>() });

function countKeys({ by, affected }: ReturnType<typeof createKeys>): DistinctCount {
  return { all: new Set([...by, ...affected]).size, by: by.size, affected: affected.size };
}
