export const EXPORT_FORMATS = ["csv", "json", "ndjson"] as const;
export const EXPORT_SCOPES = ["loaded", "range"] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
/** The loaded pages, or the whole searched range. */
export type ExportScope = (typeof EXPORT_SCOPES)[number];
