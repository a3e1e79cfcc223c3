import type { AuditEvent } from "./audit-event.js";
import type { Coverage } from "./coverage.js";
import type { ErrorKind } from "./errors.js";
import type { ExportFormat } from "./export-format.js";
import type { AuditFilters } from "./filters/filters.js";
import type { Preferences } from "./preferences.js";

/** The details of the public events: `CustomEvent`s on `<audit-log-viewer>` that bubble and are composed. */
export interface AuditLogViewerEventDetails {
  /** A search started. */
  "alv-search": { filters: AuditFilters };
  /** A page is on the screen. `page` counts from 1. */
  "alv-results": { page: number; count: number; hasMore: boolean | "unknown"; coverage: Coverage };
  "alv-error": { kind: ErrorKind; status?: number; message: string };
  /** The user must sign in again. */
  "alv-auth-required": { status: number };
  /** The user opened the details of an event. */
  "alv-event-open": { event: AuditEvent };
  /** The user changed how events are shown; the detail has all choices of the user. */
  "alv-preferences-change": { preferences: Preferences };
  /** A file was written and delivered. `complete`: it contains the whole searched range. */
  "alv-export": { fileName: string; format: ExportFormat; rows: number; complete: boolean };
}

export type AuditLogViewerEventMap = {
  [Name in keyof AuditLogViewerEventDetails]: CustomEvent<AuditLogViewerEventDetails[Name]>;
};

declare global {
  /** The events bubble, so an element, the document and the window receive them. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this empty interface extends the DOM's own map
  interface GlobalEventHandlersEventMap extends AuditLogViewerEventMap {}
}
