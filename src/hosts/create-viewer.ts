import type * as ViewerPackage from "../index.js";
import type { AuditLogViewer } from "../index.js";

type Makers = Pick<typeof ViewerPackage, "AuditLogViewer" | "define" | "VERSION">;

/**
 * Creates a viewer of this version. If another version or another vendor's element uses the default name, the viewer gets a
 * name with its version.
 */
export function createViewer({ AuditLogViewer, define, VERSION }: Makers): AuditLogViewer {
  const usual = "audit-log-viewer";
  const isOurs = customElements.get(usual) === AuditLogViewer;
  const tag = isOurs ? usual : `${usual}-${VERSION.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  define(tag);
  return document.createElement(tag) as AuditLogViewer;
}
