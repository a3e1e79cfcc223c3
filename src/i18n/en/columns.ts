import type { ColumnStrings } from "../strings/columns.js";

export const columns: ColumnStrings = {
  columns: "Columns",
  toggleColumns: "Toggle columns",
  selectAllColumns: "Select all",
  clearAllColumns: "Clear all",
  columnsLoading: "Loading the menu…",
  columnsFailed: "The menu could not be loaded.",
  widthOf: (column) => `Width of ${column}`,
  widthInPixels: (width) => `${width} pixels`,
  timeInUtc: (time) => `UTC ${time}`,
  timeHere: (time) => `Local ${time}`,
};
