import type { AuditLogViewer } from "../../src/index.js";
import { getAll, getName } from "../support/screen.js";

export const listNames = (viewer: AuditLogViewer) => getAll(viewer, "button", /^Details: /).map(getName);

/** Collects warnings in the console; `end` restores it. */
export function listenToWarnings(): { said: string[]; end(): void } {
  const said: string[] = [];
  const before = console.warn;
  console.warn = (...parts: unknown[]) => said.push(parts.map(String).join(" "));
  return { said, end: () => (console.warn = before) };
}

/** A later task of the page. */
export const waitForTask = () => new Promise((resolve) => setTimeout(resolve));
