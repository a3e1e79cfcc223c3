import { EXPORT_FORMATS, EXPORT_SCOPES, type ExportFormat, type ExportScope } from "../../files/manifest.js";
import { isRecord, isUnset, checkOneOf, describeValue, warnOnce } from "../../core/options.js";

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

/** Reads the options; an invalid option causes one warning and is ignored. */
export function readExportOptions(given: unknown): Required<ExportOptions> {
  if (!isRecord(given) && !isUnset(given))
    warnOnce(`\`exportEvents\` takes an object of options; ${describeValue(given)} is ignored.`);
  const options = isRecord(given) ? given : {};
  return {
    format: checkOneOf("exportEvents: format", EXPORT_FORMATS, options["format"], "csv"),
    scope: checkOneOf("exportEvents: scope", EXPORT_SCOPES, options["scope"], "loaded"),
    deliver: checkOneOf("exportEvents: deliver", ["download", "blob"], options["deliver"], "download"),
    includeSensitive: checkOneOf("exportEvents: includeSensitive", [true, false], options["includeSensitive"], false),
  };
}
