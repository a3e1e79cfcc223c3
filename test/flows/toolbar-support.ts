import type { AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { getAll, get, hasFocus, findElement, getPart } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";

export const SMALL = { events: 2000, days: 2 };

export const getSizes = (viewer: AuditLogViewer) => get(viewer, "combobox", "Records per page") as HTMLSelectElement;

export const getZoneButton = (viewer: AuditLogViewer) => get(viewer, "button", /^Timezone: /);

export const getRows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);

export const getToolbar = (viewer: AuditLogViewer) => getPart(viewer, "toolbar");

export async function showAndSearch(properties: Partial<AuditLogViewer> = {}, width = 1280) {
  const on = await showViewer(properties, { ...SMALL, width });
  await on.viewer.search();
  await waitUntil(() => getRows(on.viewer).length > 0, "results");
  return on;
}

export async function openZones(viewer: AuditLogViewer): Promise<HTMLInputElement> {
  await click(getZoneButton(viewer));
  const field = await waitUntil(() => findElement(viewer, "combobox", "Find a city or time zone"), "the search field");
  await waitUntil(() => hasFocus(field), "the focus in it");
  return field as HTMLInputElement;
}
