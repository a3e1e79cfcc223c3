import type { Counted } from "./results.js";

/** The panel of a search without matches. */
export interface NothingFoundStrings {
  emptyTitle: string;
  /** A suggestion if nothing was found: a name that contains the typed text. */
  didYouMean(name: string): string;
  /** A suggestion if no such name is known: the typed text as a pattern, `*plumb*`. */
  searchPattern(pattern: string): string;
  /** How many records were checked without a match. `filtered`: the server applied some of the filters. */
  emptyRead(records: Counted, from: string, until: string, filtered: boolean): string;
  notLoggedTitle: string;
  notLoggedText: string;
  searchLast30Days: string;
}
