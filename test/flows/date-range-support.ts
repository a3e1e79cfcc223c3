import type { AuditLogViewer } from "../../src/index.js";
import { click, fill } from "../support/user-input.js";
import { get, findElement, getText } from "../support/screen.js";
import { waitUntil } from "./support.js";

export const getRangeField = (viewer: AuditLogViewer) => get(viewer, "button", /^Date range/);

export const getDialog = (viewer: AuditLogViewer) => get(viewer, "dialog", "Date range");

export const getDay = (viewer: AuditLogViewer, name: string) =>
  get(getDialog(viewer), "gridcell", new RegExp(`^${name}(?:,|$)`));

export const getInput = (viewer: AuditLogViewer, name: string) =>
  get(getDialog(viewer), "textbox", name) as HTMLInputElement;

export const listValues = (viewer: AuditLogViewer) =>
  ["Start date", "Start time", "End date", "End time"].map((name) => normalizeSpaces(getInput(viewer, name).value));

/** Spaces of every width are one space. */
export const normalizeSpaces = (text: string) => text.replace(/\s+/g, " ");

export async function open(viewer: AuditLogViewer): Promise<void> {
  await click(getRangeField(viewer));
  await waitUntil(() => findElement(viewer, "button", "Apply"), "the dates");
}

export async function waitUntilClosed(viewer: AuditLogViewer): Promise<void> {
  await waitUntil(() => !findElement(viewer, "dialog", "Date range"), "the dialog to close");
}

export async function say(viewer: AuditLogViewer, text: string | RegExp): Promise<void> {
  const matchesText = (all: string) => (typeof text === "string" ? all.indexOf(text) !== -1 : text.test(all));
  await waitUntil(
    () => matchesText(normalizeSpaces(getText(getDialog(viewer)))),
    `"${String(text)}" in "${normalizeSpaces(getText(getDialog(viewer)))}"`,
  );
}

export async function typeTexts(viewer: AuditLogViewer, texts: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(texts)) await fill(getInput(viewer, name), text);
}
