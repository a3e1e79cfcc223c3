import type { Counted } from "./results.js";

/** Records per page and the list of time zones. */
export interface ToolbarStrings {
  readonly toolbarLabel: string;
  readonly recordsPerPage: string;
  /** The words after the number of records: "per page". */
  readonly perPage: string;
  /** Instead of a number of records per page, followed by `inOneList`. */
  readonly allEvents: string;
  readonly inOneList: string;
  readonly timezone: string;
  /** Names the button of the list: "Timezone: US/Eastern". */
  timezoneIs(zone: string): string;
  readonly findZone: string;
  readonly commonZones: string;
  readonly allZones: string;
  /** The heading of the column with the current time of each zone. */
  readonly zoneNow: string;
  /** Marks the browser's own zone. */
  readonly localZone: string;
  /** "UTC−5"; `offset` has a sign, and minutes if they are not zero. */
  utcOffset(offset: string): string;
  readonly noZones: string;
  announceZones(matching: Counted): string;
  /** Names the button of the export menu and its dialog. */
  readonly exportEvents: string;
  /** Names the timeline, and the button that loads and unfolds it. */
  readonly timeline: string;
  /** The breakdown, and the button that opens it. */
  readonly breakdown: string;
  /** The button that opens the help page. */
  readonly help: string;
  readonly partLoading: string;
  /** The code of a popup could not be loaded. */
  readonly partFailed: string;
}
