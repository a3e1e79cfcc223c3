import type { AuditEvent } from "../core/audit-event.js";
import type { Coverage, Span } from "../core/coverage.js";
import type { KnownNames } from "../core/filters/did-you-mean.js";
import type { AuditLogError, Wait } from "../core/errors.js";
import type { FilterProblem } from "../core/filters/filter-check.js";
import { defaultFilters, type AuditFilters } from "../core/filters/filters.js";
import type { Statistics } from "../core/statistics.js";

/**
 * What the store is doing: `scan` goes on with a search that has something to show, `further` reads older time for a page
 * that is not full, `mend` reads again what could not be read of the access log.
 */
export type Activity = "search" | "scan" | "next" | "further" | "refresh" | "mend";

/** A search as it was sent: filters prepared, range frozen as instants. */
export interface Searched {
  readonly filters: AuditFilters;
  readonly span: Span;
  readonly endsNow: boolean;
  /** IANA id of the zone in which the range was meant. */
  readonly zone: string;
}

/** How far a running read has come. */
export interface Progress {
  /** The search that is being read. */
  readonly searched: Searched;
  /** Everything from here to the range's end has been read; undefined before the first answer. */
  readonly readFrom: number | undefined;
  readonly records: number;
  readonly matched: number;
}

export interface Failure {
  readonly error: AuditLogError;
  readonly during: Activity;
}

/** Domains of the server's own list, besides those in records. */
export interface ListedDomains {
  readonly names: readonly string[];
  /** The list is complete: a domain that is not in it does not exist. */
  readonly isWhole: boolean;
}

/** Everything that views show, as one value that never changes. */
export interface LogState {
  /** There is a server to ask. */
  readonly configured: boolean;
  /** The filters on the screen: a draft until they are searched. */
  readonly draft: AuditFilters;
  readonly problems: readonly FilterProblem[];
  /** What the shown pages answer; undefined before the first search. */
  readonly searched: Searched | undefined;
  readonly pages: readonly (readonly AuditEvent[])[];
  /** 0-based. */
  readonly pageIndex: number;
  readonly hasMore: boolean | "unknown";
  /** Reading paused before the last page was full: the budget was spent, or the user stopped it. */
  readonly paused: boolean;
  readonly coverage: Coverage | undefined;
  readonly statistics: Statistics;
  readonly openId: string | null;
  readonly activity: Activity | undefined;
  readonly progress: Progress | undefined;
  /** The pause before another try that the server asked for. */
  readonly waiting: Wait | undefined;
  readonly failure: Failure | undefined;
  /** How many events the refresh that ran last has brought; undefined after anything else. */
  readonly added: number | undefined;
  /** Users and domains that somebody may have meant who has found nothing; undefined beside events. */
  readonly known: KnownNames | undefined;
  readonly domains: ListedDomains;
  /** The filters of the shown searches so far, the latest one first. */
  readonly searches: readonly AuditFilters[];
  /** Counts finished searches and refreshes, so that a view can tell fresh results from a flipped page. */
  readonly revision: number;
}

const NONE = { all: 0, by: 0, affected: 0 };

export function initialState(configured: boolean): LogState {
  return {
    configured,
    draft: defaultFilters(),
    problems: [],
    searched: undefined,
    pages: [],
    pageIndex: 0,
    hasMore: false,
    paused: false,
    coverage: undefined,
    statistics: { total: 0, users: NONE, domains: NONE },
    openId: null,
    activity: undefined,
    progress: undefined,
    waiting: undefined,
    failure: undefined,
    added: undefined,
    known: undefined,
    domains: { names: [], isWhole: false },
    searches: [],
    revision: 0,
  };
}

export function shownEvents(state: LogState): readonly AuditEvent[] {
  return state.pages[state.pageIndex] ?? [];
}

export function loadedCount(state: LogState): number {
  return state.pages.reduce((sum, page) => sum + page.length, 0);
}
