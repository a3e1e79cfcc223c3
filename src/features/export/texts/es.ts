import type { ExportStrings } from "./strings.js";
import type { Counted } from "../../../i18n/strings/results.js";
import { formatCounted } from "../../../i18n/es/count.js";

const formatRowCount = (rows: Counted) => formatCounted(rows, "fila", "filas");

export const exports: ExportStrings = {
  exportNothing: "Aún no hay nada que exportar. Primero haga una búsqueda.",
  exportNothingFound:
    "Nada que exportar: ningún evento coincide. Cambie los filtros o el intervalo de fechas y busque de nuevo.",
  exportLoadedNothing: "No hay eventos cargados.",
  exportUnavailable: "No se pudo cargar esta parte del visor.",

  exportFormat: "Formato",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `${format}, eventos cargados`,
  exportRange: (format) => `${format}, todo el intervalo de fechas`,
  exportLoadedNote: (rows, pages, format) =>
    `${formatRowCount(rows)} de ${formatCounted(pages, "página", "páginas")}, ${format === "csv" ? "todas las columnas y los parámetros" : "registros sin procesar"}`,
  exportRangeNote: (until, from) => `Busca desde ${until} hacia atrás hasta ${from}`,
  exportSensitive: "Incluir valores confidenciales",
  exportSensitiveNote: "Sin esta opción, las contraseñas y los tokens se ocultan.",

  exporting: (format) => `Exportando ${format}`,
  exportRows: formatRowCount,
  exportRate: (rows) => `${rows.text} por segundo`,
  exportReadBack: (when) => `se buscó hasta ${when}`,
  exportCancel: "Cancelar",

  exportDone: (rows, columns, size) =>
    `Exportación terminada: ${formatRowCount(rows)}${columns ? `, ${formatCounted(columns, "columna", "columnas")}` : ""}, ${size}.`,
  exportIncomplete: "El archivo está incompleto. El manifiesto indica qué falta.",
  exportFailed: "La exportación falló.",
  exportNotWritten: "No se pudo escribir el archivo.",
  exportStopped: "La exportación se detuvo.",
  exportGoOn: "Reanudar",
  exportKeep: "Guardar archivo parcial",
  exportDiscard: "Descartar",
  announceExport: (status, rows) =>
    ({
      running: "Exportando.",
      done: `Exportación terminada: ${formatRowCount(rows)}.`,
      failed: "La exportación falló.",
      stopped: `La exportación se detuvo tras ${formatRowCount(rows)}.`,
    })[status],
};
