import type { ExportStrings } from "./strings.js";
import type { Counted } from "../../../i18n/strings/results.js";
import { formatCounted } from "../../../i18n/fr/count.js";

const formatRowCount = (rows: Counted) => formatCounted(rows, "ligne");

export const exports: ExportStrings = {
  exportNothing: "Rien à exporter pour l’instant. Lancez d’abord une recherche.",
  exportNothingFound:
    "Rien à exporter : aucun événement ne correspond. Modifiez les filtres ou la période, puis relancez la recherche.",
  exportLoadedNothing: "Aucun événement n’est chargé.",
  exportUnavailable: "Cette partie n’a pas pu être chargée.",

  exportFormat: "Format",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `${format}, événements chargés`,
  exportRange: (format) => `${format}, toute la période`,
  exportLoadedNote: (rows, pages, format) =>
    `${formatRowCount(rows)} de ${formatCounted(pages, "page")}, ${format === "csv" ? "toutes les colonnes et tous les paramètres" : "enregistrements bruts"}`,
  exportRangeNote: (until, from) => `Recherche du ${until} en remontant jusqu’au ${from}`,
  exportSensitive: "Inclure les valeurs sensibles",
  exportSensitiveNote: "Sans cette option, les mots de passe et les jetons sont masqués.",

  exporting: (format) => `Exportation ${format}`,
  exportRows: formatRowCount,
  exportRate: (rows) => `${rows.text} par seconde`,
  exportReadBack: (when) => `recherche jusqu’au ${when}`,
  exportCancel: "Annuler",

  exportDone: (rows, columns, size) =>
    `Exportation terminée\u00A0: ${formatRowCount(rows)}${columns ? `, ${formatCounted(columns, "colonne")}` : ""}, ${size}.`,
  exportIncomplete: "Le fichier est incomplet. Le manifeste indique ce qui manque.",
  exportFailed: "L’exportation a échoué.",
  exportNotWritten: "Le fichier n’a pas pu être écrit.",
  exportStopped: "L’exportation a été arrêtée.",
  exportGoOn: "Reprendre",
  exportKeep: "Enregistrer le fichier partiel",
  exportDiscard: "Abandonner",
  announceExport: (status, rows) =>
    ({
      running: "Exportation en cours.",
      done: `Exportation terminée\u00A0: ${formatRowCount(rows)}.`,
      failed: "L’exportation a échoué.",
      stopped: `L’exportation a été arrêtée après ${formatRowCount(rows)}.`,
    })[status],
};
