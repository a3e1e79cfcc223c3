import { createDefaultFilters, type AuditFilters } from "./filters/filters.js";
import { areFiltersEqual } from "./filters/filter-check.js";

/*
 * What stands out in the counted events: a place to start, not a verdict. A finding names facts and thresholds, never a
 * score. `analysis/findings/rules.ts` has the rules.
 */

/** The facts that every finding has. Its events are all events of `user` that the filters find. */
interface FoundEvents {
  /** The performing user, with the spelling of the newest event. */
  readonly user: string;
  /** `""` if the records have none. */
  readonly domain: string;
  /** The number of events that the sentence is about. */
  readonly count: number;
  /** The times of the first and the last event, in ms since 1970-01-01T00:00Z. */
  readonly first: number;
  readonly last: number;
  /** Finds exactly these events among those of the search: they replace the searched filters of the same names. */
  readonly filters: Partial<AuditFilters>;
}

/** A run of logins with a bad password. The filters also find the login that worked afterwards. */
export interface BadPasswords extends FoundEvents {
  readonly kind: "bad-passwords";
  /** Whether a login worked soon afterwards, and whether it came from an address of the run. */
  readonly after: "same-address" | "other-address" | "nothing";
}

/** The first use of an address or a client. */
export interface FirstSeen extends FoundEvents {
  readonly kind: "new-address" | "new-client";
  readonly value: string;
  /** The number of earlier events of the user, and of the values that they have. */
  readonly earlier: number;
  readonly others: number;
}

export interface ManyDeletes extends FoundEvents {
  readonly kind: "many-deletes";
}

/** Work far outside the usual hours of a person. */
export interface UnusualHours extends FoundEvents {
  readonly kind: "unusual-hours";
  /** The hours of all other days, in the chosen zone: from 0 to 23, and from 1 to 24. The end may be the smaller number. */
  readonly usualFrom: number;
  readonly usualUntil: number;
  /** The number of other days with events. */
  readonly days: number;
}

/** A change in a customer's domain by a user of another domain. */
export interface OutsideChange extends FoundEvents {
  readonly kind: "outside-change";
  readonly customer: string;
  /** The number of changes in the domain, and of those by its own users. */
  readonly all: number;
  readonly inside: number;
}

export type Finding = BadPasswords | FirstSeen | ManyDeletes | UnusualHours | OutsideChange;

export type FindingKind = Finding["kind"];

/** What a search for findings must know about the counted events. */
export interface FindingRequest {
  /** Everything from this instant on was counted, in ms since 1970-01-01T00:00Z. */
  readonly from: number;
  readonly until: number;
  /** Whether the server did not return everything in this time. */
  readonly hasGaps: boolean;
  /** Whether the filters may leave out events of a person: then nobody's habits are known. */
  readonly isNarrowed: boolean;
  /** An IANA name. */
  readonly zone: string;
}

/** Whether filters may leave out events of a person or in a domain. */
export function mayHideHabits(filters: AuditFilters): boolean {
  const { range, byUser, byDomain, affectedDomain } = filters;
  return !areFiltersEqual(filters, { ...createDefaultFilters(), range, byUser, byDomain, affectedDomain });
}
