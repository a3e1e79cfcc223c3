import type { ColumnStrings } from "../strings/columns.js";

export const columns: ColumnStrings = {
  columns: "Columnas",
  toggleColumns: "Columnas: mostrar u ocultar",
  selectAllColumns: "Seleccionar todo",
  clearAllColumns: "Desmarcar todo",
  widthOf: (column) => `Ancho de ${column}`,
  widthInPixels: (width) => `${width} píxeles`,
  timeInUtc: (time) => `En UTC: ${time}`,
  timeHere: (time) => `Hora local: ${time}`,
};
