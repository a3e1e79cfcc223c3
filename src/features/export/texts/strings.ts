import type { ExportFormat } from "../../../core/export-format.js";
import type { Counted } from "../../../i18n/strings/results.js";

/** The export menu. */
export interface ExportStrings {
  /** Why the button is disabled. */
  readonly exportNothing: string;
  /** Instead of the choices: the whole range was searched, and nothing matches. */
  readonly exportNothingFound: string;
  /** Why the loaded events are no choice, while the range may still have some. */
  readonly exportLoadedNothing: string;
  /** The dialog could not be loaded; a button tries again. */
  readonly exportUnavailable: string;

  readonly exportFormat: string;
  readonly exportFormats: Readonly<Record<ExportFormat, string>>;
  exportLoaded(format: string): string;
  exportRange(format: string): string;
  exportLoadedNote(rows: Counted, pages: Counted, format: ExportFormat): string;
  /** From the range's end back to its start. */
  exportRangeNote(until: string, from: string): string;
  readonly exportSensitive: string;
  readonly exportSensitiveNote: string;

  exporting(format: string): string;
  exportRows(rows: Counted): string;
  exportRate(rows: Counted): string;
  exportReadBack(when: string): string;
  readonly exportCancel: string;

  /** `columns` is undefined for JSON and NDJSON. */
  exportDone(rows: Counted, columns: Counted | undefined, size: string): string;
  /** Below the result, if a part of the range is missing. */
  readonly exportIncomplete: string;
  readonly exportFailed: string;
  readonly exportNotWritten: string;
  readonly exportStopped: string;
  readonly exportGoOn: string;
  readonly exportKeep: string;
  readonly exportDiscard: string;
  announceExport(status: "running" | "done" | "failed" | "stopped", rows: Counted): string;
}
