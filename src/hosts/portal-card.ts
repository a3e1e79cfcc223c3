import { findCards } from "./portal-list.js";
import type { PortalSettings } from "./portal-settings.js";

export interface Card {
  readonly element: HTMLElement;
  /** Opens the viewer, and gets the focus when it is closed. */
  readonly link: HTMLElement;
}

const SVG = "http://www.w3.org/2000/svg";
/** Paths of the picture: the lines of a log, and a lens. */
const PICTURE = [
  "M17 13h12M17 20h6M17 27h5",
  "M11 13h.1M11 20h.1M11 27h.1",
  "M30.75 24.5a3.75 3.75 0 1 1-7.5 0a3.75 3.75 0 0 1 7.5 0zm-.95 2.8 2.7 2.7",
];
const PICTURE_SIZE = 40;

/** Classes for the state of a single card, which the new card must not copy. */
const STATE = /^(?:active|current|selected|disabled|hidden|hide|first|last|open|installed|enabled)$/;

/** Creates a card that looks like the others of the list: the same elements with the same classes, and a link. */
export function createCard(list: Element, { cardTitle, cardText }: PortalSettings): Card {
  const model = findCards(list)[0];
  const element = createLike(model, list.matches("ul, ol") ? "li" : "div");
  const content = findContent(model);
  const inner = content && content !== model ? createLike(content, "div") : element;
  if (inner !== element) element.append(inner);

  const image = model?.querySelector("img, svg");
  if (image) inner.append(createPicture(image));
  const title = createLike(model?.querySelector("h1, h2, h3, h4, h5, h6"), "h4");
  const link = [element, inner].find((one) => one.matches("a, button")) ?? createLike(findTitleLink(model), "a");
  if (link instanceof HTMLAnchorElement) link.href = "#audit-log";
  if (link instanceof HTMLButtonElement) link.type = "button";
  if (link === element || link === inner) title.append(cardTitle);
  else {
    link.append(cardTitle);
    title.append(link);
  }
  const text = createLike(model?.querySelector("p"), "p");
  text.append(cardText);
  inner.append(title, text);
  element.dataset["auditLogCard"] = "";
  element.style.setProperty("cursor", "pointer");
  return { element, link };
}

/** Creates an element with the tag and the classes of the model. */
function createLike(model: Element | null | undefined, otherwise: string): HTMLElement {
  const element = document.createElement(model?.localName ?? otherwise);
  const classes = model ? Array.from(model.classList).filter((name) => !STATE.test(name)) : [];
  if (classes.length > 0) element.className = classes.join(" ");
  return element;
}

/** Finds the box in a card that contains everything; otherwise the card. */
function findContent(model: Element | undefined): Element | undefined {
  const only = model?.children.length === 1 ? model.children[0] : undefined;
  return only?.matches("div, section, article, a, button") && only.children.length > 0 ? only : model;
}

function findTitleLink(model: Element | undefined): Element | null {
  return model?.querySelector("h1 a, h2 a, h3 a, h4 a, h5 a, h6 a") ?? null;
}

/** Creates the picture of the card, as large as the pictures of the other cards. */
function createPicture(other: Element): Element {
  const svg = document.createElementNS(SVG, "svg");
  const { width, height } = other.getBoundingClientRect();
  const size = Math.min(width, height) >= 16 ? Math.min(width, height, 96) : PICTURE_SIZE;
  setAttributes(svg, {
    viewBox: `0 0 ${PICTURE_SIZE} ${PICTURE_SIZE}`,
    width: size,
    height: size,
    "aria-hidden": "true",
  });
  const name = other.getAttribute("class");
  if (name) svg.setAttribute("class", name);
  const background = document.createElementNS(SVG, "rect");
  setAttributes(background, { width: PICTURE_SIZE, height: PICTURE_SIZE, rx: 9, fill: "#2459c9" });
  svg.append(background);
  for (const d of PICTURE) {
    const path = document.createElementNS(SVG, "path");
    setAttributes(path, { d, fill: "none", stroke: "#fff", "stroke-width": 2, "stroke-linecap": "round" });
    svg.append(path);
  }
  return svg;
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const name of Object.keys(attributes)) element.setAttribute(name, String(attributes[name]));
}
