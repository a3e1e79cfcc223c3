import { define } from "./define.js";

define();

export { AuditLogViewer } from "./audit-log-viewer.js";
export { define } from "./define.js";
export { createFetchAdapter, type FetchAdapter, type FetchAdapterOptions } from "./data/fetch-adapter.js";
export type { SourceOptions } from "./data/source-options.js";
export type { AuditEvent, EventField, EventParameter } from "./domain/audit-event.js";
export type { Coverage, ServerHabits, Span } from "./domain/coverage.js";
export { AuditLogError, type ErrorKind } from "./domain/errors.js";
export type { AuditFilters, RangeFilter, RangePreset } from "./domain/filters.js";
export type { Preferences } from "./domain/preferences.js";
export type { Taxonomy, TaxonomyCategory, TaxonomyItem } from "./domain/taxonomy.js";
export type { AuditLogViewerEventDetails, AuditLogViewerEventMap } from "./events.js";
export type { ExportOptions, ExportResult } from "./export-options.js";
export type { Strings } from "./i18n/strings.js";
export type { Redaction } from "./server-input.js";
export type { PreferenceStorage } from "./state/preferences.js";
export { VERSION } from "./version.js";
