import { html } from "lit";
import type { EventDetails } from "../../../src/views/details/event-details.js";
import "../../../src/views/details/event-details.js";
import type { AuditEvent } from "../../../src/core/audit-event.js";
import { createEvent, mount, type MountOptions } from "../support.js";
import { getParts } from "../../support/screen.js";

export async function mountDetails(given: Partial<AuditEvent> = {}, options: MountOptions = {}) {
  const shown = createEvent(given);
  return mount<EventDetails>(html`<alv-event-details .event=${shown}></alv-event-details>`, options);
}

/** Sets `navigator.clipboard` for one test. */
export function setClipboard(value: { writeText(text: string): Promise<void> } | undefined): void {
  Object.defineProperty(navigator, "clipboard", { configurable: true, value });
}

export const getParameters = (element: Element) => getParts(element, "parameter");
