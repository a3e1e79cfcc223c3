import { cardsOf } from "./portal-list.js";
import type { PortalSettings } from "./portal-settings.js";

export interface Card {
  readonly element: HTMLElement;
  /** What opens the viewer; gets the focus back. */
  readonly link: HTMLElement;
}

const SVG = "http://www.w3.org/2000/svg";
/** Lines of a log and a lens, as paths. */
const MARK = [
  "M17 13h12M17 20h6M17 27h5",
  "M11 13h.1M11 20h.1M11 27h.1",
  "M30.75 24.5a3.75 3.75 0 1 1-7.5 0a3.75 3.75 0 0 1 7.5 0zm-.95 2.8 2.7 2.7",
];
const MARK_SIZE = 40;

/** A state of a single card, not a look of all. */
const STATE = /^(?:active|current|selected|disabled|hidden|hide|first|last|open|installed|enabled)$/;

/**
 * A card like the others of the list: the same elements with the same classes, with a link to click. Nothing else of the
 * others is taken over.
 */
export function makeCard(list: Element, { cardTitle, cardText }: PortalSettings): Card {
  const model = cardsOf(list)[0];
  const element = alike(model, list.matches("ul, ol") ? "li" : "div");
  const content = contentOf(model);
  const inner = content && content !== model ? alike(content, "div") : element;
  if (inner !== element) element.append(inner);

  const image = model?.querySelector("img, svg");
  if (image) inner.append(mark(image));
  const title = alike(model?.querySelector("h1, h2, h3, h4, h5, h6"), "h4");
  const link = [element, inner].find((one) => one.matches("a, button")) ?? alike(titleLink(model), "a");
  if (link instanceof HTMLAnchorElement) link.href = "#audit-log";
  if (link instanceof HTMLButtonElement) link.type = "button";
  if (link === element || link === inner) title.append(cardTitle);
  else {
    link.append(cardTitle);
    title.append(link);
  }
  const text = alike(model?.querySelector("p"), "p");
  text.append(cardText);
  inner.append(title, text);
  element.dataset["auditLogCard"] = "";
  element.style.setProperty("cursor", "pointer");
  return { element, link };
}

/** An element of the same kind and looks. */
function alike(model: Element | null | undefined, otherwise: string): HTMLElement {
  const element = document.createElement(model?.localName ?? otherwise);
  const classes = model ? Array.from(model.classList).filter((name) => !STATE.test(name)) : [];
  if (classes.length > 0) element.className = classes.join(" ");
  return element;
}

/** The box inside a card that holds everything, where there is one. */
function contentOf(model: Element | undefined): Element | undefined {
  const only = model?.children.length === 1 ? model.children[0] : undefined;
  return only?.matches("div, section, article, a, button") && only.children.length > 0 ? only : model;
}

function titleLink(model: Element | undefined): Element | null {
  return model?.querySelector("h1 a, h2 a, h3 a, h4 a, h5 a, h6 a") ?? null;
}

/** The card's picture, as large as its neighbour's. */
function mark(neighbour: Element): Element {
  const svg = document.createElementNS(SVG, "svg");
  const { width, height } = neighbour.getBoundingClientRect();
  const size = Math.min(width, height) >= 16 ? Math.min(width, height, 96) : MARK_SIZE;
  put(svg, { viewBox: `0 0 ${MARK_SIZE} ${MARK_SIZE}`, width: size, height: size, "aria-hidden": "true" });
  const name = neighbour.getAttribute("class");
  if (name) svg.setAttribute("class", name);
  const ground = document.createElementNS(SVG, "rect");
  put(ground, { width: MARK_SIZE, height: MARK_SIZE, rx: 9, fill: "#2459c9" });
  svg.append(ground);
  for (const d of MARK) {
    const path = document.createElementNS(SVG, "path");
    put(path, { d, fill: "none", stroke: "#fff", "stroke-width": 2, "stroke-linecap": "round" });
    svg.append(path);
  }
  return svg;
}

function put(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const name of Object.keys(attributes)) element.setAttribute(name, String(attributes[name]));
}
