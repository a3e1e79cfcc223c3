import type { MockServer, StoredRecord } from "../../../demo/mocks/index.js";
import { USE_CASES } from "../../../demo/use-cases.js";
import type { AuditFilters, RangeFilter } from "../../../src/core/filters/filters.js";
import { NOW } from "../clock.js";
import { DAY } from "../durations.js";

/** Something that a person does, for which the server is asked. */
export interface RoundsSearch {
  readonly name: string;
  readonly filters: (server: MockServer) => Partial<AuditFilters>;
  /** What is measured is not the search itself, but what comes after it: nothing was read ahead. */
  readonly then?: "next" | "refresh";
  readonly isUseCase?: true;
}

/** The user guide's use cases, in its order. */
const GUIDE = {
  routing: "Use case 1: a customer's routing, 7 days",
  passwords: "Use case 2: a user's sign-ins, 7 days",
  users: "Use case 3: a customer's new users, this month",
  number: "Use case 4: one user, two objects, 3 months",
  territory: "Use case 5: a manager's changes, 7 days",
  admin: "Use case 6: an administrator's first week",
};

const USE_CASE_SEARCHES = Object.entries(GUIDE).map(([id, name]): RoundsSearch => {
  return { name, filters: () => USE_CASES[id]!.filters(NOW), isUseCase: true };
});

const LAST_YEAR: RangeFilter = { preset: "last-year" };

export const SEARCHES: readonly RoundsSearch[] = [
  { name: "Quick start", filters: () => ({}) },
  ...USE_CASE_SEARCHES,
  {
    name: "Investigate a rare user, last year",
    filters: (server) => ({ ...findUser(server, 4, 8), range: LAST_YEAR }),
  },
  {
    name: "A busy user, two objects, 3 months",
    filters: (server) => ({
      ...findUser(server, 60, 200),
      objects: ["subscriber", "phone-number"],
      range: { preset: "last-3-months" },
    }),
  },
  {
    name: "Performed by one person, 30 days",
    filters: (server) => ({ byUser: findRareActor(server), range: { preset: "last-30-days" } }),
  },
  { name: "Login, 30 days", filters: () => ({ actions: ["login"], range: { preset: "last-30-days" } }) },
  { name: "Delete, last year", filters: () => ({ actions: ["delete"], range: LAST_YEAR }) },
  {
    name: "Next of Login, 30 days",
    filters: () => ({ actions: ["login"], range: { preset: "last-30-days" } }),
    then: "next",
  },
  { name: "Next of Delete, last year", filters: () => ({ actions: ["delete"], range: LAST_YEAR }), then: "next" },
  { name: "Refresh of Quick start", filters: () => ({}), then: "refresh" },
];

/** An extension with so many records in the last year. */
function findUser(server: MockServer, least: number, most: number): { affectedUser: string; affectedDomain: string } {
  const key = findName(server, 365, least, most, ({ record }) => {
    const user = String(record["target-user"] ?? "");
    const domain = String(record["target-domain"] ?? "");
    return /^\d+$/.test(user) && domain !== "" ? `${user}@${domain}` : undefined;
  });
  const [affectedUser = "", affectedDomain = ""] = key.split("@");
  return { affectedUser, affectedDomain };
}

/** Somebody whose few records of the last 30 days are less than a page. */
function findRareActor(server: MockServer): string {
  return findName(server, 30, 3, 9, ({ record }) => String(record["by-user"] ?? "") || undefined);
}

/** The first name, newest record first, that so many records have. */
function findName(
  server: MockServer,
  days: number,
  least: number,
  most: number,
  readName: (entry: StoredRecord) => string | undefined,
): string {
  const counts = new Map<string, number>();
  for (const entry of server.stored) {
    if (entry.time < NOW - days * DAY) break;
    const name = readName(entry);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const found = [...counts].find(([, count]) => count >= least && count <= most);
  if (!found) throw new Error(`Nobody has ${least} to ${most} records.`);
  return found[0];
}
