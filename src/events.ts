import type { AuditEvent } from "./domain/audit-event.js";
import type { Coverage } from "./domain/coverage.js";
import type { ErrorKind } from "./domain/errors.js";
import type { ExportFormat } from "./domain/export-manifest.js";
import type { AuditFilters } from "./domain/filters.js";
import type { Preferences } from "./domain/preferences.js";

/** Payloads of the public events: `CustomEvent`s on `<audit-log-viewer>`, bubbling and composed. */
export interface AuditLogViewerEventDetails {
  /** A search was sent. */
  "alv-search": { filters: AuditFilters };
  /** A page is on the screen. `page` counts from 1. */
  "alv-results": { page: number; count: number; hasMore: boolean | "unknown"; coverage: Coverage };
  "alv-error": { kind: ErrorKind; status?: number; message: string };
  /** The server wants the user to sign in again. */
  "alv-auth-required": { status: number };
  /** The details of an event were opened. */
  "alv-event-open": { event: AuditEvent };
  /** The reader chose how events are shown; here is everything they have chosen. */
  "alv-preferences-change": { preferences: Preferences };
  /** A file was made and delivered. `complete`: it holds the whole searched range. */
  "alv-export": { fileName: string; format: ExportFormat; rows: number; complete: boolean };
}

export type AuditLogViewerEventMap = {
  [Name in keyof AuditLogViewerEventDetails]: CustomEvent<AuditLogViewerEventDetails[Name]>;
};

declare global {
  /** They bubble: an element, the document and the window hear them. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- what is empty here is merged into the DOM's own map
  interface GlobalEventHandlersEventMap extends AuditLogViewerEventMap {}
}

/** The one place where public events are made. */
export function emit<Name extends keyof AuditLogViewerEventDetails>(
  from: EventTarget,
  name: Name,
  detail: AuditLogViewerEventDetails[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
