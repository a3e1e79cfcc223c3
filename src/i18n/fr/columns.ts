import type { ColumnStrings } from "../strings/columns.js";

export const columns: ColumnStrings = {
  columns: "Colonnes",
  toggleColumns: "Colonnes à afficher",
  selectAllColumns: "Tout sélectionner",
  clearAllColumns: "Tout désélectionner",
  widthOf: (column) => `Largeur de ${column}`,
  widthInPixels: (width) => `${width} pixels`,
  timeInUtc: (time) => `En UTC\u00A0: ${time}`,
  timeHere: (time) => `Heure locale\u00A0: ${time}`,
};
