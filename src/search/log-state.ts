import type { AuditEvent } from "../core/audit-event.js";
import type { Coverage, Span } from "../core/coverage.js";
import type { KnownNames } from "../core/filters/known-names.js";
import type { AuditLogError, Wait } from "../core/errors.js";
import type { FilterProblem } from "../core/filters/filter-check.js";
import { createDefaultFilters, type AuditFilters } from "../core/filters/filters.js";
import type { Statistics } from "../core/statistics.js";

/**
 * What the log is doing. `search`: a new search that shows nothing yet. `scan`: the same search, once it shows events and
 * looks for more. `next`: it reads another page. `further`: it reads older time for a page that is not full. `sign-ins`: it reads
 * the part of the access log that could not be read.
 */
export type Activity = "search" | "scan" | "next" | "further" | "refresh" | "sign-ins";

/** A search with checked filters and a range in instants. */
export interface Searched {
  readonly filters: AuditFilters;
  readonly span: Span;
  readonly endsNow: boolean;
  /** The IANA id of the time zone in which the user chose the range. */
  readonly zone: string;
}

/** The progress of a running read. */
export interface Progress {
  /** The search that is being read. */
  readonly searched: Searched;
  /** Everything from this instant to the end of the range has been read; undefined before the first answer. */
  readonly readFrom: number | undefined;
  readonly records: number;
  readonly matched: number;
}

export interface Failure {
  readonly error: AuditLogError;
  readonly during: Activity;
}

/** The domains of the server's own list. */
export interface ListedDomains {
  readonly names: readonly string[];
  /** Whether the list is complete, so that a domain that is not in it does not exist. */
  readonly isComplete: boolean;
}

/** Everything that views show, as one immutable value. */
export interface LogState {
  /** Whether the host page has set a server. */
  readonly configured: boolean;
  /** The filters in the filter bar, searched or not. */
  readonly draft: AuditFilters;
  readonly problems: readonly FilterProblem[];
  /** The search of the shown pages; undefined before the first search. */
  readonly searched: Searched | undefined;
  readonly pages: readonly (readonly AuditEvent[])[];
  /** Whether all events are on one page, which grows. */
  readonly isOneList: boolean;
  /** 0-based. */
  readonly pageIndex: number;
  readonly hasMore: boolean | "unknown";
  /** Whether the last read ended before the page was full: its budget was spent, or the user stopped it. */
  readonly paused: boolean;
  readonly coverage: Coverage | undefined;
  readonly statistics: Statistics;
  readonly openId: string | null;
  readonly activity: Activity | undefined;
  readonly progress: Progress | undefined;
  /** The wait before the next try that the server asked for. */
  readonly waiting: Wait | undefined;
  readonly failure: Failure | undefined;
  /** The number of new events after a refresh; undefined after any other operation. */
  readonly added: number | undefined;
  /** If nothing was found: users and domains that the user may have meant. */
  readonly known: KnownNames | undefined;
  readonly domains: ListedDomains;
  /** The filters of the searches so far, the latest first. */
  readonly searches: readonly AuditFilters[];
  /** Counts the searches and refreshes, so that a view can tell new results from another page. */
  readonly revision: number;
}

export function initialState(configured: boolean): LogState {
  return {
    configured,
    draft: createDefaultFilters(),
    problems: [],
    searched: undefined,
    pages: [],
    isOneList: false,
    pageIndex: 0,
    hasMore: false,
    paused: false,
    coverage: undefined,
    statistics: { total: 0, users: undefined, domains: undefined },
    openId: null,
    activity: undefined,
    progress: undefined,
    waiting: undefined,
    failure: undefined,
    added: undefined,
    known: undefined,
    domains: { names: [], isComplete: false },
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
