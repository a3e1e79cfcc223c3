import type { ExportFormat, ExportScope } from "./export-format.js";

/** The options of `exportEvents`. */
export interface ExportOptions {
  format?: ExportFormat;
  /** `loaded`: the loaded pages, without a request. `range`: all results of the searched range, which is read again. */
  scope?: ExportScope;
  /** `blob`: returns the file and saves nothing. */
  deliver?: "download" | "blob";
  /** Writes sensitive parameters unmasked; otherwise they are masked, as on the screen. */
  includeSensitive?: boolean;
}

/** The result of an export. */
export interface ExportResult {
  fileName: string;
  rows: number;
  /** True if the file contains all results of the searched range. */
  complete: boolean;
  /** The file, with `deliver: "blob"`. */
  blob?: Blob;
}
