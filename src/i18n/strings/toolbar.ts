import type { Counted } from "./results.js";

/** Records per page, and the list of time zones. */
export interface ToolbarStrings {
  readonly toolbarLabel: string;
  readonly recordsPerPage: string;
  /** What follows the number of records: "per page". */
  readonly perPage: string;
  readonly timezone: string;
  /** Names the button of the list: "Timezone: US/Eastern". */
  timezoneIs(zone: string): string;
  readonly findZone: string;
  readonly commonZones: string;
  readonly allZones: string;
  /** Heads the column of the times in each zone. */
  readonly zoneNow: string;
  /** Stands before the browser's own zone. */
  readonly localZone: string;
  /** "UTC−5"; `offset` has its sign, and minutes where they are not zero. */
  utcOffset(offset: string): string;
  readonly noZones: string;
  announceZones(matching: Counted): string;
  /** Opens the page's help. */
  readonly help: string;
  readonly partLoading: string;
  /** Code that a popup needs could not be fetched. */
  readonly partFailed: string;
}
