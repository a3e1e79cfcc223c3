import type { AuditLogViewer } from "../../src/index.js";
import { click } from "../support/hands.js";
import { get, maybe } from "../support/screen.js";
import { until, type Stage } from "./support.js";

/** A state of the viewer, and how to get there. */
export interface ViewerState {
  readonly name: string;
  readonly properties?: Partial<AuditLogViewer>;
  readonly width?: number;
  readonly act: (stage: Stage) => Promise<void>;
}

export async function searched(viewer: AuditLogViewer): Promise<void> {
  await viewer.search();
  await until(() => maybe(viewer, "button", /^Details: /), "results");
}

export async function opened({ viewer }: Stage, row = /^Details: /): Promise<void> {
  await searched(viewer);
  await click(await until(() => maybe(viewer, "button", row), "the row"));
  await until(() => maybe(viewer, "button", "Copy details"), "the details");
}

export async function refused({ viewer, server }: Stage): Promise<void> {
  await searched(viewer);
  server.behavior.failures = [{ at: "every", kind: "500" }];
  await viewer.search();
  await until(() => maybe(viewer, "button", "Try again"), "the notice");
}

export async function nothingFound({ viewer }: Stage): Promise<void> {
  await viewer.search({ affectedUser: "no-such-user" });
  await until(() => maybe(viewer, "heading", "No events match"), "the empty state");
}

export async function wrongFilters({ viewer }: Stage): Promise<void> {
  await viewer.search({ byIp: "1.2.3.400", affectedUser: "a@b", affectedDomain: "c" });
  await until(() => get(viewer, "textbox", "Performed by IP address").getAttribute("aria-invalid"), "the marks");
}

export async function datesOpen({ viewer }: Stage): Promise<void> {
  await click(get(viewer, "button", /^Date range/));
  await until(() => maybe(viewer, "button", "Apply"), "the dates");
}

export async function objectsOpen({ viewer }: Stage): Promise<void> {
  await click(get(viewer, "button", /^Objects/));
  await until(() => maybe(viewer, "listbox", "Objects"), "the list");
}

export async function columnsOpen({ viewer }: Stage): Promise<void> {
  await searched(viewer);
  await click(get(viewer, "button", "Toggle columns"));
  await until(() => maybe(viewer, "menu", "Toggle columns"), "the menu");
}

export async function filtersUnfolded({ viewer }: Stage): Promise<void> {
  await searched(viewer);
  await click(get(viewer, "button", /^Filters/));
  await until(() => maybe(viewer, "textbox", "Affected user"), "the fields");
}
