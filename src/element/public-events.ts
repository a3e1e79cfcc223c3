import type { AuditLogViewerEventDetails } from "../core/public-events.js";

/** Creates all public events. */
export function emit<Name extends keyof AuditLogViewerEventDetails>(
  from: EventTarget,
  name: Name,
  detail: AuditLogViewerEventDetails[Name],
): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
