import {
  AuditLogError,
  createFetchAdapter,
  define,
  type AuditEvent,
  type AuditFilters,
  type Coverage,
  type ErrorKind,
  type ExportResult,
  type FetchAdapter,
  type Preferences,
  type PreferenceStorage,
  type Redaction,
} from "audit-log-viewer";
import { AuditLogViewer } from "audit-log-viewer/standalone";
import { createHorizonAdapter, mountAuditLogViewer } from "audit-log-viewer/horizon";
import { createPortalAdapter } from "audit-log-viewer/portal-adapter";

/* What the typings take, and what they refuse: with any of it gone, this file has errors. */

define("another-name");
const viewer = document.createElement("audit-log-viewer");
if (!(viewer instanceof AuditLogViewer)) throw new TypeError("Another element has the name.");
const adapters: FetchAdapter[] = [
  createFetchAdapter({ baseUrl: "/v2", getToken: async () => "token" }),
  createHorizonAdapter({ get: async (path) => path }),
  createPortalAdapter(),
  { get: async (path, { query, signal }) => (await fetch(`${path}?${query}`, { signal })).json() },
];
viewer.adapter = adapters[0];
viewer.filters = { byUser: "1001", range: { preset: "today" } };
viewer.redact = ((record) => record) satisfies Redaction;
viewer.storage = sessionStorage satisfies PreferenceStorage;
viewer.pageSize = 25;
mountAuditLogViewer(document.body, { api: { get: async () => [] } }, { timezone: "UTC" }).unmount();

viewer.addEventListener("alv-search", ({ detail }) => detail.filters satisfies AuditFilters);
viewer.addEventListener("alv-results", ({ detail }) => detail.coverage satisfies Coverage);
viewer.addEventListener("alv-error", ({ detail }) => detail.kind satisfies ErrorKind);
viewer.addEventListener("alv-auth-required", ({ detail }) => detail.status satisfies number);
viewer.addEventListener("alv-event-open", ({ detail }) => detail.event satisfies AuditEvent);
viewer.addEventListener("alv-preferences-change", ({ detail }) => detail.preferences satisfies Preferences);
document.addEventListener("alv-export", ({ detail }) => detail.fileName satisfies string);
window.addEventListener("alv-results", ({ detail }) => detail.page satisfies number, { once: true });
// @ts-expect-error no such detail
viewer.addEventListener("alv-results", ({ detail }) => detail.rows);

// @ts-expect-error no such theme
viewer.theme = "pink";
// @ts-expect-error no such page size
viewer.pageSize = 7;
// @ts-expect-error no such filter
viewer.filters = { byNobody: "1001" };
// @ts-expect-error no adapter
viewer.adapter = { post: () => undefined };
// @ts-expect-error internal
void viewer.clock;
// @ts-expect-error no such format
void viewer.exportEvents({ format: "pdf", scope: "loaded" });
// @ts-expect-error a user is missing
void viewer.investigate({ domain: "acme.example" });

export async function lastDay(): Promise<ExportResult | ErrorKind> {
  await viewer.search({ byDomain: "acme.example" });
  await viewer.refresh();
  await viewer.clear();
  try {
    return await viewer.exportEvents({ format: "csv", scope: "range", deliver: "blob" });
  } catch (error) {
    if (error instanceof AuditLogError) return error.kind;
    throw error;
  }
}
