/**
 * Finds elements as a screen reader does: by role and accessible name, through open shadow roots, without hidden ones.
 * Names follow the order of the accessible name computation as far as this product uses it: aria-labelledby, aria-label,
 * label, content, title. `getAllByText` finds what only eyes see, `getPart` what a page can style with `::part()`.
 */
const ROLES: Readonly<Record<string, string>> = {
  button: "button",
  dialog: "dialog",
  select: "combobox",
  table: "table",
  nav: "navigation",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  ul: "list",
  ol: "list",
  li: "listitem",
  progress: "progressbar",
  textarea: "textbox",
  option: "option",
  section: "region",
  mark: "mark",
  p: "paragraph",
  dt: "term",
  dd: "definition",
  time: "time",
  img: "img",
};

const INPUTS: Readonly<Record<string, string>> = {
  text: "textbox",
  search: "searchbox",
  radio: "radio",
  checkbox: "checkbox",
};

function getRole(element: Element): string {
  const written = element.getAttribute("role");
  if (written) return written;
  const tag = element.localName;
  if (tag === "input") return INPUTS[(element as HTMLInputElement).type] ?? "";
  if (tag === "a") return element.hasAttribute("href") ? "link" : "";
  // A section without a name is not a landmark.
  if (tag === "section" && !element.hasAttribute("aria-label")) return "";
  return ROLES[tag] ?? "";
}

/** Child nodes as they are rendered: assigned nodes of a slot, the shadow tree of a host. */
function listChildren(node: Node): Node[] {
  if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true });
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
  return [...node.childNodes];
}

function listElements(node: Node): Iterable<Element> {
  if (node instanceof HTMLSlotElement) return node.assignedElements({ flatten: true });
  if (node instanceof Element && node.shadowRoot) return node.shadowRoot.children;
  return (node as ParentNode).children;
}

function isHidden(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true" || element.hasAttribute("hidden")) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === "none" || visibility === "hidden";
}

/** The text of a node without its hidden parts. */
export function getText(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (node instanceof Element && (isHidden(node) || node.localName === "style" || node.localName === "script"))
    return "";
  return listChildren(node).map(getText).join("").replace(/\s+/g, " ");
}

export function getName(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute("aria-labelledby");
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => root.getElementById(id));
    return parts.map((part) => (part ? getText(part) : "")).join(" ");
  }
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const labels = (element as HTMLInputElement).labels;
  if (labels && labels.length > 0) return [...labels].map((one) => getText(one).trim()).join(" ");
  const content = getText(element).trim();
  return content || (element.getAttribute("title") ?? "");
}

/** An element and its ancestors. Computed styles are slow, so they are read only once a role fits. */
interface Ancestry {
  readonly element: Element;
  readonly parent: Ancestry | undefined;
  isHidden?: boolean;
}

function isExposed(ancestry: Ancestry | undefined): boolean {
  if (!ancestry) return true;
  return !(ancestry.isHidden ??= isHidden(ancestry.element)) && isExposed(ancestry.parent);
}

/** Calls `found` for each element with this role and name, in page order, until it returns true. */
function search(
  node: Node,
  role: string,
  name: string | RegExp | undefined,
  found: (element: HTMLElement) => boolean,
  parent?: Ancestry,
): boolean {
  let ancestry = parent;
  if (node instanceof Element) {
    if (node.getAttribute("aria-hidden") === "true" || node.hasAttribute("hidden")) return false;
    ancestry = { element: node, parent };
    if (getRole(node) === role && isExposed(ancestry) && (name === undefined || matchesName(getName(node), name))) {
      if (found(node as HTMLElement)) return true;
    }
  }
  for (const child of listElements(node)) if (search(child, role, name, found, ancestry)) return true;
  return false;
}

/** All elements with this role, and with this name if one is given (exact text or a pattern), in page order. */
export function getAll(root: Node, role: string, name?: string | RegExp): HTMLElement[] {
  const elements: HTMLElement[] = [];
  search(root, role, name, (element) => {
    elements.push(element);
    return false;
  });
  return elements;
}

export function findElement(root: Node, role: string, name?: string | RegExp): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  search(root, role, name, (element) => {
    first = element;
    return true;
  });
  return first;
}

/** Returns the first match. If there is none, the error lists the elements with this role. */
export function get(root: Node, role: string, name?: string | RegExp): HTMLElement {
  const found = findElement(root, role, name);
  if (found) return found;
  const there = getAll(root, role).map((element) => JSON.stringify(getName(element)));
  throw new Error(`No ${role} named ${String(name)}; there are: ${there.join(", ") || "none"}.`);
}

function matchesName(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? name.trim() === wanted : wanted.test(name);
}

/** The element that has the focus, through shadow roots. */
export function getFocused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Whether an element has the focus. Elements are never compared by an assertion: its message would print the whole page. */
export function hasFocus(element: Element): boolean {
  return getFocused() === element;
}

/** The text nodes directly inside of an element. */
export function getOwnText(element: Element): string {
  let text = "";
  for (let node = element.firstChild; node; node = node.nextSibling) if (node instanceof Text) text += node.data;
  return text.replace(/\s+/g, " ").trim();
}

/** Elements that are on the screen and whose own text is this one, in page order; also those hidden from a screen reader. */
export function getAllByText(root: Node, text: string | RegExp): HTMLElement[] {
  const found: HTMLElement[] = [];
  const visit = (node: Node) => {
    if (node instanceof HTMLElement && matchesName(getOwnText(node), text) && isOnScreen(node)) found.push(node);
    for (const child of listElements(node)) visit(child);
  };
  visit(root);
  return found;
}

/** Whether an element is drawn. Text that is only for screen readers is 1 px wide. */
export function isOnScreen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1;
}

/** Shown elements with this public part, in page order. */
export function getParts(root: Node, part: string): HTMLElement[] {
  const found: HTMLElement[] = [];
  const visit = (node: Node) => {
    if (node instanceof HTMLElement) {
      if (isHidden(node)) return;
      if (node.part.contains(part)) found.push(node);
    }
    for (const child of listElements(node)) visit(child);
  };
  visit(root);
  return found;
}

/** The first shown element with this public part. */
export function getPart(root: Node, part: string): HTMLElement {
  const [found] = getParts(root, part);
  if (!found) throw new Error(`No part named ${part}.`);
  return found;
}

/** The parent of an element as it is rendered: its slot, or the host of its shadow root. */
export function findParent(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** The element itself, or the nearest ancestor that matches, through shadow roots. */
export function findClosest(element: Element | null, selector: string): Element | null {
  if (!element || element.matches(selector)) return element;
  return findClosest(findParent(element), selector);
}

export function isInert(element: Element): boolean {
  return findClosest(element, "[inert]") !== null;
}

/** The opacity with which an element is drawn: that of its ancestors counts, too. */
export function computeOpacity(element: Element | null): number {
  return element ? Number(getComputedStyle(element).opacity) * computeOpacity(findParent(element)) : 1;
}
