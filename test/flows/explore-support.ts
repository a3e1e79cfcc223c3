import { createDefaultFilters } from "../../src/core/filters/filters.js";
import type { AuditLogViewer } from "../../src/index.js";
import { findElement, get, getAll, getName, getText } from "../support/screen.js";
import { click } from "../support/user-input.js";
import { showViewer, waitUntil, type Stage } from "./support.js";

/** Two days, of which each has bars. */
export const TWO_DAYS = { from: "2026-11-21T00:00:00-05:00", until: "2026-11-23T00:00:00-05:00" };

type Options = Parameters<typeof showViewer>[1];

/** A viewer that has searched, with the timeline above the rows and the breakdown beside them. */
export async function showBoth(properties: Partial<AuditLogViewer> = {}, options: Options = {}): Promise<Stage> {
  const filters = { ...createDefaultFilters(), range: TWO_DAYS };
  const stage = await showViewer({ timeline: true, breakdown: true, pageSize: 25, filters, ...properties }, options);
  await stage.viewer.search();
  await waitForBars(stage.viewer);
  return stage;
}

export const getBars = (viewer: AuditLogViewer) =>
  getAll(viewer, "option").filter((one) => one.classList.contains("bar"));

/** The bars with events, once they are counted; in every language. */
export async function waitForBars(viewer: AuditLogViewer): Promise<HTMLElement[]> {
  const busy = () => getBars(viewer).filter((bar) => /: .*[1-9]/.test(getName(bar)));
  return waitUntil(() => busy().length > 0 && busy(), "the counts");
}

export const findBreakdown = (viewer: AuditLogViewer) => findElement(viewer, "region", "Breakdown");

export async function waitForValues(viewer: AuditLogViewer): Promise<HTMLElement> {
  return waitUntil(() => findElement(viewer, "list", "Action"), "the values");
}

/** Selects the newest bar with events. */
export async function selectBar(viewer: AuditLogViewer): Promise<HTMLElement> {
  await click((await waitForBars(viewer)).at(-1)!);
  return waitUntil(() => findElement(viewer, "group", "Selected time"), "the selection");
}

/** The rows of the table, without its head. */
export const readRows = (viewer: AuditLogViewer) =>
  getAll(get(viewer, "table", "Audit events"), "row")
    .slice(1)
    .map(getText);
