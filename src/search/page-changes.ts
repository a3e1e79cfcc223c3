import type { LoadedPages } from "./loaded-pages.js";
import { shownEvents, type LogState, type Searched } from "./log-state.js";

/*
 * What changes in the state of the log when its pages change.
 */

/** Searches that are kept for whoever suggests from them. */
const MOST_SEARCHES = 50;

/** Everything that follows from the loaded events, after a read. */
export function takeLoaded(state: LogState, loaded: LoadedPages, change: Partial<LogState> = {}): Partial<LogState> {
  const { pageIndex = state.pageIndex } = change;
  const statistics = loaded.statistics(pageIndex);
  return { failure: undefined, added: undefined, ...loaded.read(), statistics, ...change };
}

/** The first page of another search. */
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
 * Events were read that belong between the loaded ones, so the pages are cut anew. The page with the open event stays on the
 * screen, else the first page, or the page with the first shown event if it `stays`.
 */
export function recutPages(
  state: LogState,
  loaded: LoadedPages,
  stays: boolean,
  change: Partial<LogState> = {},
): Partial<LogState> {
  const anchor = state.openId ?? (stays ? shownEvents(state)[0]?.id : undefined) ?? null;
  loaded.recut();
  return takeLoaded(state, loaded, { pageIndex: Math.max(0, loaded.pageOf(anchor)), ...change });
}

/** Another page comes onto the screen; the open event of the page before is closed. */
export function showPage(state: LogState, loaded: LoadedPages | undefined, pageIndex: number): Partial<LogState> {
  const statistics = loaded?.statistics(pageIndex) ?? state.statistics;
  return { pageIndex, statistics, ...(pageIndex === state.pageIndex ? {} : { openId: null }) };
}
