import type * as ViewerPackage from "../index.js";
import type { AuditLogViewer } from "../index.js";

type Makers = Pick<typeof ViewerPackage, "AuditLogViewer" | "define" | "VERSION">;

/**
 * A viewer of this very version: where another one, or another vendor's element, has the usual name on the page, this one
 * gets a name with its version.
 */
export function createViewer({ AuditLogViewer, define, VERSION }: Makers): AuditLogViewer {
  const usual = "audit-log-viewer";
  const isOurs = customElements.get(usual) === AuditLogViewer;
  const tag = isOurs ? usual : `${usual}-${VERSION.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  define(tag);
  return document.createElement(tag) as AuditLogViewer;
}
