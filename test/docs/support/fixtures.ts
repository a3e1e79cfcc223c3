/*
 * What a snippet finds on the page it runs on, besides what browsers have: an application that embeds the viewer has such
 * things, and the snippets need not make them. `stage.mjs` makes them; types are those of the build.
 */
import type { AuditLogViewer } from "../../../src/element/audit-log-viewer.js";
import type { AuditLogViewerEventMap } from "../../../src/core/public-events.js";
import type { HorizonContext } from "../../../src/hosts/horizon.js";
import type { PortalSettings } from "../../../src/hosts/portal-settings.js";

declare global {
  /** An element on the page, with `api-base` of a server that answers. */
  const viewer: {
    addEventListener<Name extends keyof AuditLogViewerEventMap>(
      name: Name,
      listener: (event: AuditLogViewerEventMap[Name]) => void,
    ): void;
  } & AuditLogViewer;
  /** The signed-in user of the application. */
  const session: { token: string; user: string; renew(): Promise<string>; signIn(): void };
  /** A client of the application: it knows the server and signs its requests. */
  const client: {
    request(url: string, options?: { signal?: AbortSignal }): Promise<{ status: number; data: unknown }>;
  };
  const horizonContext: HorizonContext;
  /** A place for a line of text. */
  const output: HTMLOutputElement;

  interface Window {
    /** Settings of the classic portal's script. */
    auditLogViewerPortal?: Partial<PortalSettings>;
  }
}
