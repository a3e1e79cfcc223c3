/** The Columns menu and the widths of columns. */
export interface ColumnStrings {
  /** The visible word of the button. */
  readonly columns: string;
  /** The name of the button and its menu; it contains the visible word. */
  readonly toggleColumns: string;
  readonly selectAllColumns: string;
  readonly clearAllColumns: string;
  /** Names the handle that sets the width of a column. */
  widthOf(column: string): string;
  /** A width in px, written in the user's locale. */
  widthInPixels(width: string): string;
  /** Tooltip of a timestamp in another zone. */
  timeInUtc(time: string): string;
  timeHere(time: string): string;
}
