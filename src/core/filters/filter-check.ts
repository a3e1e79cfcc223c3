import { FIELDS, listFieldsWith, TEXT_FILTERS, type TextFilter } from "../fields.js";
import type { AuditFilters } from "./filters.js";
import { findIpProblem } from "./ip-address.js";
import type { RangeProblem } from "../time/time-range.js";
import { splitUserAndDomain } from "./pattern.js";
import { trim } from "../text/text.js";

/** A filter that cannot be searched for. The message is shown at its field, and nothing is sent. */
export interface FilterProblem {
  readonly field: TextFilter | "range";
  readonly problem: "part-too-large" | "not-an-address" | "other-domain" | RangeProblem;
}

/**
 * Prepares filters for a search: trims texts and splits `user@domain` in a user field. Returns the problems as well. The
 * range is checked when it is resolved.
 */
export function checkFilters(filters: AuditFilters): { filters: AuditFilters; problems: FilterProblem[] } {
  const ready = copyFilters(filters);
  const problems: FilterProblem[] = [];
  for (const field of TEXT_FILTERS) ready[field] = trim(ready[field]);
  for (const userField of listFieldsWith("kind", "user")) {
    const domainField = FIELDS[userField].domain;
    const parts = splitUserAndDomain(ready[userField])?.map(trim);
    if (!parts) continue;
    const [user, domain] = parts as [string, string];
    if (ready[domainField] !== "" && ready[domainField].toLowerCase() !== domain.toLowerCase()) {
      problems.push({ field: userField, problem: "other-domain" });
      continue;
    }
    ready[userField] = user;
    ready[domainField] ||= domain;
  }
  for (const field of listFieldsWith("kind", "address")) {
    const problem = ready[field] === "" ? undefined : findIpProblem(ready[field]);
    if (problem) problems.push({ field, problem });
  }
  return { filters: ready, problems };
}

/** Copies filters, so that the host page cannot change them later. */
export function copyFilters(filters: AuditFilters): AuditFilters {
  return {
    ...filters,
    actions: [...filters.actions],
    objects: [...filters.objects],
    range: { ...filters.range },
    parameters: filters.parameters.map((one) => ({ ...one })),
    exclude: Object.fromEntries(Object.entries(filters.exclude).map(([field, values]) => [field, [...values]])),
  };
}

/** Whether two sets of filters are equal. */
export function areFiltersEqual(one: AuditFilters, other: AuditFilters): boolean {
  return JSON.stringify(sortMembers(one)) === JSON.stringify(sortMembers(other));
}

/** Sorts the members of every object, but not lists. */
function sortMembers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortMembers);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return members.map(([name, member]) => [name, sortMembers(member)]);
}
