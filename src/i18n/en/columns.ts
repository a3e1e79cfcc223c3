import type { ColumnStrings } from "../strings/columns.js";

export const columns: ColumnStrings = {
  columns: "Columns",
  toggleColumns: "Toggle columns",
  selectAllColumns: "Select all",
  clearAllColumns: "Clear all",
  widthOf: (column) => `Width of ${column}`,
  widthInPixels: (width) => `${width} pixels`,
  timeInUtc: (time) => `UTC ${time}`,
  timeHere: (time) => `Local ${time}`,
};
