import type { OutsideChange } from "../../core/findings.js";
import { isSystem } from "../../core/people.js";
import {
  CHANGES,
  createRange,
  filtersForPerson,
  isSearchable,
  readPerson,
  toFilter,
  type EventGroup,
} from "./groups.js";

export interface OutsideChangeLimits {
  /** The number of changes in the domain. */
  readonly all: number;
  /** The most changes by users of the other domain, and their part of all changes. */
  readonly outside: number;
  readonly part: number;
}

/** Changes in a customer's domain by a user of a domain that hardly ever changes anything there, the newest first. */
export function findOutsideChanges({ source, rows }: EventGroup, limits: OutsideChangeLimits): OutsideChange[] {
  const known = rows.filter(
    (at) => isSearchable(source.text("byDomain", at)) && isSearchable(source.text("byUser", at)),
  );
  const byDomain = new Map<number, number[]>();
  for (const at of known) {
    const code = source.code("byDomain", at);
    byDomain.set(code, [...(byDomain.get(code) ?? []).slice(0, limits.outside), at]);
  }
  const all = known.length;
  const customerCode = source.code("affectedDomain", rows[0]!);
  const inside = known.filter((at) => source.code("byDomain", at) === customerCode).length;
  if (all < limits.all) return [];
  const found: OutsideChange[] = [];
  for (const [code, changes] of byDomain) {
    if (code === customerCode || changes.length > Math.min(limits.outside, all * limits.part)) continue;
    const last = changes.at(-1)!;
    const person = readPerson(source, last);
    const filters = filtersForPerson(person);
    if (!filters || isSystem(person.user)) continue;
    const own = changes.filter((at) => source.code("byUser", at) === source.code("byUser", last));
    const customer = source.text("affectedDomain", rows.at(-1)!);
    const [from, until] = [source.time(own[0]!), source.time(last)];
    found.push({
      kind: "outside-change",
      ...person,
      customer,
      count: own.length,
      first: from,
      last: until,
      all,
      inside,
      filters: {
        ...filters,
        affectedDomain: toFilter(customer),
        actions: [...CHANGES],
        range: createRange(from, until),
      },
    });
  }
  return found.sort((one, other) => other.last - one.last);
}
