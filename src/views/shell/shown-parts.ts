import type { LitElement } from "lit";

/** Parts of an event's details, for those who show them. */
export const DETAILS_PARTS = "summary, facts, parameters, parameter, actions, badge";

/** Hands parts of an element's root on to whoever styles the element: in the end, the page. */
export function showParts(element: LitElement, parts: string): void {
  element.addController({ hostConnected: () => element.setAttribute("exportparts", parts) });
}
