/** Records per page, and the buttons of the toolbar. */
export interface ToolbarStrings {
  readonly recordsPerPage: string;
  /** The words after the number of records: "per page". */
  readonly perPage: string;
  /** Instead of a number of records per page, followed by `inOneList`. */
  readonly allEvents: string;
  readonly inOneList: string;
  readonly timezone: string;
  /** Names the button of the list: "Timezone: US/Eastern". */
  timezoneIs(zone: string): string;
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
