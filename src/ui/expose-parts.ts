import type { LitElement } from "lit";

/** Passes CSS parts of an element's root on to the outside, so that the page can style them with `::part()`. */
export function exposeParts(element: LitElement, parts: string): void {
  element.addController({ hostConnected: () => element.setAttribute("exportparts", parts) });
}
