import type { AuditLogViewer } from "../../src/index.js";
import { click, fill } from "../support/user-input.js";
import { get, findElement, getText } from "../support/screen.js";
import { waitUntil } from "./support.js";

export const field = (viewer: AuditLogViewer) => get(viewer, "button", /^Date range/);

export const dialog = (viewer: AuditLogViewer) => get(viewer, "dialog", "Date range");

export const day = (viewer: AuditLogViewer, name: string) =>
  get(dialog(viewer), "gridcell", new RegExp(`^${name}(?:,|$)`));

export const input = (viewer: AuditLogViewer, name: string) => get(dialog(viewer), "textbox", name) as HTMLInputElement;

export const values = (viewer: AuditLogViewer) =>
  ["Start date", "Start time", "End date", "End time"].map((name) => plain(input(viewer, name).value));

/** Spaces of every width are one space. */
export const plain = (text: string) => text.replace(/\s+/g, " ");

export async function open(viewer: AuditLogViewer): Promise<void> {
  await click(field(viewer));
  await waitUntil(() => findElement(viewer, "button", "Apply"), "the dates");
}

export async function closed(viewer: AuditLogViewer): Promise<void> {
  await waitUntil(() => !findElement(viewer, "dialog", "Date range"), "the dialog to close");
}

export async function say(viewer: AuditLogViewer, text: string | RegExp): Promise<void> {
  const fits = (all: string) => (typeof text === "string" ? all.indexOf(text) !== -1 : text.test(all));
  await waitUntil(
    () => fits(plain(getText(dialog(viewer)))),
    `"${String(text)}" in "${plain(getText(dialog(viewer)))}"`,
  );
}

export async function typed(viewer: AuditLogViewer, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await fill(input(viewer, name), text);
}
