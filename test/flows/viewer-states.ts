import type { AuditLogViewer } from "../../src/index.js";
import { click } from "../support/user-input.js";
import { get, findElement } from "../support/screen.js";
import { waitUntil, type Stage } from "./support.js";

/** A state of the viewer, and how to get there. */
export interface ViewerState {
  readonly name: string;
  readonly properties?: Partial<AuditLogViewer>;
  readonly width?: number;
  readonly act: (stage: Stage) => Promise<void>;
}

export async function searchAndWait(viewer: AuditLogViewer): Promise<void> {
  await viewer.search();
  await waitUntil(() => findElement(viewer, "button", /^Details: /), "results");
}

export async function openDetails({ viewer }: Stage, row = /^Details: /): Promise<void> {
  await searchAndWait(viewer);
  await click(await waitUntil(() => findElement(viewer, "button", row), "the row"));
  await waitUntil(() => findElement(viewer, "button", "Copy details"), "the details");
}

export async function failNextPage({ viewer, server }: Stage): Promise<void> {
  await searchAndWait(viewer);
  server.behavior.failures = [{ at: "every", kind: "500" }];
  await viewer.search();
  await waitUntil(() => findElement(viewer, "button", "Try again"), "the notice");
}

export async function findNothing({ viewer }: Stage): Promise<void> {
  await viewer.search({ affectedUser: "no-such-user" });
  await waitUntil(() => findElement(viewer, "heading", "No events match"), "the empty state");
}

export async function searchWrongly({ viewer }: Stage): Promise<void> {
  await viewer.search({ byIp: "1.2.3.400", affectedUser: "a@b", affectedDomain: "c" });
  await waitUntil(() => get(viewer, "textbox", "Performed by IP address").getAttribute("aria-invalid"), "the marks");
}

export async function openDates({ viewer }: Stage): Promise<void> {
  await click(get(viewer, "button", /^Date range/));
  await waitUntil(() => findElement(viewer, "button", "Apply"), "the dates");
}

export async function openObjects({ viewer }: Stage): Promise<void> {
  await click(get(viewer, "button", /^Objects/));
  await waitUntil(() => findElement(viewer, "listbox", "Objects"), "the list");
}

export async function openColumns({ viewer }: Stage): Promise<void> {
  await searchAndWait(viewer);
  await click(get(viewer, "button", "Toggle columns"));
  await waitUntil(() => findElement(viewer, "menu", "Toggle columns"), "the menu");
}

export async function unfoldFilters({ viewer }: Stage): Promise<void> {
  await searchAndWait(viewer);
  await click(get(viewer, "button", /^Filters/));
  await waitUntil(() => findElement(viewer, "textbox", "Affected user"), "the fields");
}
