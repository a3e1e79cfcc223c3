import type { FilterProblem } from "../../core/filters/filter-check.js";
import type { TextFilter } from "../../core/fields.js";
import type { RangePreset } from "../../core/filters/filters.js";
import type { Counted } from "./results.js";

/** The filter bar, the chips, the toolbar. */
export interface FilterStrings {
  readonly filtersLabel: string;
  /** The button that opens the filters in a narrow viewer, with the number of filters that are set. */
  filtersToggle(set: Counted): string;
  readonly actionFilter: string;
  readonly allActions: string;
  readonly objectsFilter: string;
  readonly dateRange: string;
  readonly presets: Readonly<Record<RangePreset, string>>;
  /** A custom range in words; both ends are already formatted. */
  customRange(from: string, until: string): string;
  readonly performedBy: string;
  readonly affected: string;
  /** The accessible name and the chip of each text filter: "Performed by user". */
  readonly textFilters: Readonly<Record<TextFilter, string>>;
  /** The short label of a field inside a labeled group: "User". */
  readonly shortTextFilters: Readonly<Record<TextFilter, string>>;
  readonly searchButton: string;
  readonly clearButton: string;
  /** The filters were edited since the last search. */
  readonly filtersChanged: string;
  readonly problems: Readonly<Record<FilterProblem["problem"], string>>;
  /** Names the group of chips: the filters of the results on the screen. */
  readonly activeFilters: string;
  removeFilter(name: string): string;
  /** A chip for an excluded value: "Action is not". */
  isNot(name: string): string;
  readonly viewLabel: string;
  readonly tableView: string;
  readonly cardsView: string;
  /** The headline above the results: how many events are loaded. */
  loadedEvents(count: Counted): string;
  /** Next to the headline, if more events may match. */
  readonly soFarNewestFirst: string;
  /** Next to the headline, if all matching events are loaded. */
  readonly newestFirst: string;
  readonly refresh: string;
  readonly refreshing: string;
  /** How many events a refresh added. */
  newEvents(count: Counted): string;
}
