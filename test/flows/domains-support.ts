import type { MockServer } from "../../demo/mocks/index.js";
import { type AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { getAll, get, getText } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";

export const affected = (viewer: AuditLogViewer) => get(viewer, "combobox", "Affected domain") as HTMLInputElement;

export const performed = (viewer: AuditLogViewer) => get(viewer, "combobox", "Performed by domain") as HTMLInputElement;

export const options = (viewer: AuditLogViewer) =>
  getAll(get(viewer, "search"), "option").filter((one) => one.localName !== "option");

export const names = (viewer: AuditLogViewer) =>
  options(viewer).map((option) => getText(option.firstElementChild!).trim());

export const popup = (viewer: AuditLogViewer) => {
  const root = affected(viewer).getRootNode() as ShadowRoot;
  return root.querySelector<HTMLElement>(":popover-open");
};

export const line = (viewer: AuditLogViewer) => (popup(viewer) ? getText(popup(viewer)!.lastElementChild!).trim() : "");

export const asked = (server: MockServer) =>
  server.requests.filter(({ path }) => path !== "/auditlog" && path !== "/accesslog");

export async function looked(properties: Partial<AuditLogViewer> = {}, given: Parameters<typeof showViewer>[1] = {}) {
  const on = await showViewer(properties, { events: 2000, days: 2, ...given });
  await click(affected(on.viewer));
  await waitUntil(() => options(on.viewer).length > 0, "suggestions");
  return on;
}
