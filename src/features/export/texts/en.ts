import type { ExportStrings } from "./strings.js";
import type { Counted } from "../../../i18n/strings/results.js";

const formatRowCount = (rows: Counted) => (rows.number === 1 ? "1 row" : `${rows.text} rows`);

export const exports: ExportStrings = {
  exportNothing: "Nothing to export yet. Search first.",
  exportNothingFound: "Nothing to export: no events match. Change the filters or the date range, then search again.",
  exportLoadedNothing: "No events are loaded.",
  exportUnavailable: "This part of the viewer could not be loaded.",

  exportFormat: "Format",
  exportFormats: { csv: "CSV", json: "JSON", ndjson: "NDJSON" },
  exportLoaded: (format) => `${format}, loaded events`,
  exportRange: (format) => `${format}, whole date range`,
  exportLoadedNote: (rows, pages, format) =>
    `${formatRowCount(rows)} from ${pages.number === 1 ? "1 page" : `${pages.text} pages`}, ${format === "csv" ? "all columns and parameters" : "raw records"}`,
  exportRangeNote: (until, from) => `Searches from ${until} back to ${from}`,
  exportSensitive: "Include sensitive values",
  exportSensitiveNote: "When off, passwords and tokens are masked.",

  exporting: (format) => `Exporting ${format}`,
  exportRows: formatRowCount,
  exportRate: (rows) => `${rows.text} per second`,
  exportReadBack: (when) => `searched back to ${when}`,
  exportCancel: "Cancel",

  exportDone: (rows, columns, size) =>
    `Exported ${formatRowCount(rows)}${columns ? `, ${columns.number === 1 ? "1 column" : `${columns.text} columns`}` : ""}, ${size}.`,
  exportIncomplete: "The file is incomplete. The manifest lists what is missing.",
  exportFailed: "The export failed.",
  exportNotWritten: "The file could not be written.",
  exportStopped: "The export was stopped.",
  exportGoOn: "Resume",
  exportKeep: "Save partial file",
  exportDiscard: "Discard",
  announceExport: (status, rows) =>
    ({
      running: "Exporting.",
      done: `Exported ${formatRowCount(rows)}.`,
      failed: "The export failed.",
      stopped: `The export was stopped after ${formatRowCount(rows)}.`,
    })[status],
};
