import type { Counted } from "../../../i18n/strings/results.js";

/** The texts of the breakdown. */
export interface BreakdownStrings {
  /** Beside the heading: "of 1,038 events". */
  breakdownOf(events: Counted): string;
  readonly breakdownCounting: string;
  /** What the numbers cover, if the search has looked back to `from`. */
  breakdownSoFar(records: Counted, from: string): string;
  breakdownWhole(records: Counted, from: string, until: string): string;
  /** Said after one of these if the rows do not have these records yet, so that the line below them names another time. */
  readonly breakdownAhead: string;
  readonly breakdownUnsearched: string;
  /** Events that are in the numbers and cannot be loaded as rows yet. */
  breakdownCountedOnly(events: Counted): string;
  breakdownMissing(from: string, until: string): string;
  /** Seconds of which the server did not return every record. */
  breakdownCut(seconds: Counted): string;
  readonly breakdownNothing: string;
  /** The name of a value: "Login, 402 events". */
  breakdownValue(value: string, events: Counted): string;
  readonly breakdownNotGiven: string;
  breakdownMore(values: Counted): string;
  /** The name of the field above a list of values. */
  breakdownFind(field: string): string;
  breakdownFound(found: Counted, all: Counted): string;
  readonly breakdownNoValues: string;
  readonly breakdownFailed: string;
  readonly breakdownClose: string;
  filterFor(value: string): string;
  /** For a user whose records name no domain. */
  filterForAnyDomain(user: string): string;
}
