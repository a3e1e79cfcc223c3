import { EXPORT_FORMATS, EXPORT_SCOPES } from "../../core/export-format.js";
import type { ExportOptions } from "../../core/export-options.js";
import { isRecord, isUnset, checkOneOf, describeValue, warnOnce } from "../../core/option-checks.js";

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
