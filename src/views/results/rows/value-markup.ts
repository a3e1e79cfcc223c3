import { render, type TemplateResult } from "lit";

/** The largest number of values of a kind that are kept. */
const MOST_KEPT = 1000;

/** A value as it is shown in rows. */
export interface ShownValue {
  /** Shows the value. Callers clone it. */
  readonly element: HTMLElement;
  readonly text: string;
  /** Whether the value is nothing but a text from left to right. */
  readonly isPlain: boolean;
  /** The whole text if the value is shortened. */
  readonly title: string | undefined;
}

/**
 * The elements that show values in rows. Lit renders each value once, and the rows get copies without Lit's markers: a log has
 * the same users, actions and objects again and again, so this is several times as fast as a template for each cell.
 */
export class ValueMarkup {
  readonly #kinds = new Map<string, Map<string, ShownValue>>();

  /**
   * Returns how a value is shown.
   *
   * @param kind what the template depends on besides the value
   * @param template has one element
   */
  get(kind: string, value: string, template: () => TemplateResult): ShownValue {
    let values = this.#kinds.get(kind);
    if (!values) this.#kinds.set(kind, (values = new Map<string, ShownValue>()));
    let shown = values.get(value);
    if (shown) return shown;
    shown = createShown(renderElement(template()));
    if (values.size >= MOST_KEPT) values.clear();
    values.set(value, shown);
    return shown;
  }
}

function createShown(element: HTMLElement): ShownValue {
  // The cell gets it with the pointer (`rows/tooltip.ts`).
  element.querySelector(".clip")?.removeAttribute("title");
  const { title, firstChild } = element;
  const text = element.textContent!;
  const isPlain = element.matches(".ltr") && firstChild instanceof Text && firstChild.nextSibling === null;
  return { element, text, isPlain, title: title === text ? undefined : title };
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
