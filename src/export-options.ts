import { EXPORT_FORMATS, EXPORT_SCOPES, type ExportFormat, type ExportScope } from "./domain/export-manifest.js";
import { isRecord, isUnset, oneOf, shown, warnOnce } from "./property-values.js";

/** What `exportEvents` takes. */
export interface ExportOptions {
  format?: ExportFormat;
  /** `loaded`: what is on the loaded pages; nothing is requested. `range`: everything of the searched range, which is read anew. */
  scope?: ExportScope;
  /** `blob`: the file is handed over, and nothing is saved. */
  deliver?: "download" | "blob";
  /** Sensitive parameters are written as they are; else they are masked, as on the screen. */
  includeSensitive?: boolean;
}

/** A file that was made. */
export interface ExportResult {
  fileName: string;
  rows: number;
  /** It holds everything of the searched range. */
  complete: boolean;
  /** With `deliver: "blob"`. */
  blob?: Blob;
}

/** A wrong option is said once and is as if it were not there. */
export function readExportOptions(given: unknown): Required<ExportOptions> {
  if (!isRecord(given) && !isUnset(given))
    warnOnce(`\`exportEvents\` takes an object of options; ${shown(given)} is ignored.`);
  const options = isRecord(given) ? given : {};
  return {
    format: oneOf("exportEvents: format", EXPORT_FORMATS, options["format"], "csv"),
    scope: oneOf("exportEvents: scope", EXPORT_SCOPES, options["scope"], "loaded"),
    deliver: oneOf("exportEvents: deliver", ["download", "blob"], options["deliver"], "download"),
    includeSensitive: oneOf("exportEvents: includeSensitive", [true, false], options["includeSensitive"], false),
  };
}
