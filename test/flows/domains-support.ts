import type { MockServer } from "../../demo/mocks/index.js";
import { type AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { getAll, get, getText } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";

export const getAffected = (viewer: AuditLogViewer) => get(viewer, "combobox", "Affected domain") as HTMLInputElement;

export const getPerformed = (viewer: AuditLogViewer) =>
  get(viewer, "combobox", "Performed by domain") as HTMLInputElement;

export const getOptions = (viewer: AuditLogViewer) =>
  getAll(get(viewer, "search"), "option").filter((one) => one.localName !== "option");

export const listNames = (viewer: AuditLogViewer) =>
  getOptions(viewer).map((option) => getText(option.firstElementChild!).trim());

export const findPopup = (viewer: AuditLogViewer) => {
  const root = getAffected(viewer).getRootNode() as ShadowRoot;
  return root.querySelector<HTMLElement>(":popover-open");
};

export const readLine = (viewer: AuditLogViewer) =>
  findPopup(viewer) ? getText(findPopup(viewer)!.lastElementChild!).trim() : "";

export const getAsked = (server: MockServer) =>
  server.requests.filter(({ path }) => path !== "/auditlog" && path !== "/accesslog");

export async function look(properties: Partial<AuditLogViewer> = {}, given: Parameters<typeof showViewer>[1] = {}) {
  const on = await showViewer(properties, { events: 2000, days: 2, ...given });
  await click(getAffected(on.viewer));
  await waitUntil(() => getOptions(on.viewer).length > 0, "suggestions");
  return on;
}
