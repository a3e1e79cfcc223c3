import type { FilterProblem } from "../../domain/filter-check.js";
import type { RangePreset, TextFilter } from "../../domain/filters.js";
import type { Counted } from "./results.js";

/** The filter bar, the chips, the toolbar. */
export interface FilterStrings {
  readonly filtersLabel: string;
  /** The line that unfolds the filters where there is little room, with the number of filters that are set. */
  filtersToggle(set: Counted): string;
  readonly actionFilter: string;
  readonly allActions: string;
  readonly objectsFilter: string;
  readonly dateRange: string;
  readonly presets: Readonly<Record<RangePreset, string>>;
  /** A custom range in words; both ends are already written out. */
  customRange(from: string, until: string): string;
  readonly performedBy: string;
  readonly affected: string;
  /** The accessible name and the chip of each text filter: "Performed by user". */
  readonly textFilters: Readonly<Record<TextFilter, string>>;
  /** The short word inside the field, where a group's label stands before it: "User". */
  readonly shortTextFilters: Readonly<Record<TextFilter, string>>;
  readonly searchButton: string;
  readonly clearButton: string;
  /** Edits that the shown results do not answer yet. */
  readonly filtersChanged: string;
  readonly problems: Readonly<Record<FilterProblem["problem"], string>>;
  /** The group of chips: what the shown results answer. */
  readonly activeFilters: string;
  removeFilter(name: string): string;
  /** A chip for what is left out: "Action is not". */
  isNot(name: string): string;
  readonly viewLabel: string;
  readonly tableView: string;
  readonly cardsView: string;
  /** The headline over the results: how many events are loaded. */
  loadedEvents(count: Counted): string;
  readonly soFarNewestFirst: string;
  readonly newestFirst: string;
  readonly refresh: string;
  readonly refreshing: string;
  /** What a refresh has brought. */
  newEvents(count: Counted): string;
}
