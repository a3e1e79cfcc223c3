import type { AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { getAll, get, hasFocus, findElement, getPart } from "../support/screen.js";
import { showViewer, waitUntil } from "./support.js";

export const SMALL = { events: 2000, days: 2 };

export const sizes = (viewer: AuditLogViewer) => get(viewer, "combobox", "Records per page") as HTMLSelectElement;

export const zones = (viewer: AuditLogViewer) => get(viewer, "button", /^Timezone: /);

export const rows = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /);

export const toolbar = (viewer: AuditLogViewer) => getPart(viewer, "toolbar");

export async function searched(properties: Partial<AuditLogViewer> = {}, width = 1280) {
  const on = await showViewer(properties, { ...SMALL, width });
  await on.viewer.search();
  await waitUntil(() => rows(on.viewer).length > 0, "results");
  return on;
}

export async function openZones(viewer: AuditLogViewer): Promise<HTMLInputElement> {
  await click(zones(viewer));
  const field = await waitUntil(() => findElement(viewer, "combobox", "Find a city or time zone"), "the search field");
  await waitUntil(() => hasFocus(field), "the focus in it");
  return field as HTMLInputElement;
}
