import type { LoadedPages } from "./loaded-pages.js";
import { shownEvents, type LogState, type Searched } from "./log-state.js";

/** The maximum number of searches that are kept for suggestions. */
const MOST_SEARCHES = 50;

/** Returns the state after a read: everything that depends on the loaded events. */
export function showLoaded(state: LogState, loaded: LoadedPages, change: Partial<LogState> = {}): Partial<LogState> {
  const { pageIndex = state.pageIndex } = change;
  const statistics = loaded.statistics(pageIndex);
  return { failure: undefined, added: undefined, ...loaded.read(), statistics, ...change };
}

/** Returns the state for the first page of another search. */
export function showFirstPage({ revision, searches }: LogState, searched: Searched): Partial<LogState> {
  return {
    searched,
    pageIndex: 0,
    openId: null,
    revision: revision + 1,
    searches: [searched.filters, ...searches].slice(0, MOST_SEARCHES),
  };
}

/**
 * Divides the events into pages again, after events were read that belong between the loaded ones. Shows the page with the open
 * event, or else the first page; if `stays`, the page with the first event on the screen.
 */
export function repaginate(
  state: LogState,
  loaded: LoadedPages,
  stays: boolean,
  change: Partial<LogState> = {},
): Partial<LogState> {
  const anchor = state.openId ?? (stays ? shownEvents(state)[0]?.id : undefined) ?? null;
  loaded.repaginate();
  return showLoaded(state, loaded, { pageIndex: Math.max(0, loaded.findPage(anchor)), ...change });
}

/** Returns the state for another page. Its details are closed. */
export function showPage(state: LogState, loaded: LoadedPages | undefined, pageIndex: number): Partial<LogState> {
  const statistics = loaded?.statistics(pageIndex) ?? state.statistics;
  return { pageIndex, statistics, ...(pageIndex === state.pageIndex ? {} : { openId: null }) };
}

/** Returns the state with the users and domains that the worker has counted. */
export function showStatistics(state: LogState, loaded: LoadedPages | undefined): Partial<LogState> {
  const statistics = loaded?.statistics(state.pageIndex);
  const isShown = JSON.stringify(statistics) === JSON.stringify(state.statistics);
  return { statistics: statistics && !isShown ? statistics : state.statistics };
}
