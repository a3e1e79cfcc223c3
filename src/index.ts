import { define } from "./element/define.js";

define();

export { AuditLogViewer } from "./element/audit-log-viewer.js";
export { define } from "./element/define.js";
export { createFetchAdapter } from "./api/transport/fetch-adapter.js";
export type { FetchAdapter, FetchAdapterOptions } from "./api/transport/adapter.js";
export type { SourceOptions } from "./api/source-options.js";
export type { AuditEvent, EventField, EventParameter } from "./core/audit-event.js";
export type { Coverage, ServerHabits, Span } from "./core/coverage.js";
export { AuditLogError, type ErrorKind } from "./core/errors.js";
export type { AuditFilters, RangeFilter, RangePreset } from "./core/filters/filters.js";
export type { Preferences } from "./core/preferences.js";
export type { Taxonomy, TaxonomyCategory, TaxonomyItem } from "./core/taxonomy/taxonomy.js";
export type { AuditLogViewerEventDetails, AuditLogViewerEventMap } from "./core/public-events.js";
export type { ExportOptions, ExportResult } from "./core/export-options.js";
export type { Strings } from "./i18n/strings.js";
export type { Redaction } from "./element/properties/server.js";
export type { PreferenceStorage } from "./element/preference-store.js";
export { VERSION } from "./version.js";
