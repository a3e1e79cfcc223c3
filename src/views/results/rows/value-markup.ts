import { render, type TemplateResult } from "lit";

/** The largest number of values that are kept. */
const MOST_KEPT = 2000;

/**
 * The elements that show values in rows. Lit renders each value once, and the rows get copies without Lit's markers: a log has
 * the same users, actions and objects again and again, so this is several times as fast as a template for each cell.
 */
export class ValueMarkup {
  readonly #elements = new Map<string, HTMLElement>();

  /**
   * Returns the element of a value. Callers clone it.
   *
   * @param key the value and what else the template depends on
   * @param template has one element
   */
  get(key: string, template: () => TemplateResult): HTMLElement {
    let element = this.#elements.get(key);
    if (element) return element;
    element = renderElement(template());
    // The cell gets it with the pointer. See `showTooltip`.
    element.querySelector(".clip")?.removeAttribute("title");
    if (this.#elements.size >= MOST_KEPT) this.#elements.clear();
    this.#elements.set(key, element);
    return element;
  }
}

/** Renders a template that has one element. */
export function renderElement(template: TemplateResult): HTMLElement {
  const fragment = document.createDocumentFragment();
  render(template, fragment);
  const element = fragment.firstElementChild as HTMLElement;
  const markers = document.createTreeWalker(element, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (markers.nextNode()) found.push(markers.currentNode);
  for (const marker of found) marker.parentNode?.removeChild(marker);
  element.remove();
  return element;
}
