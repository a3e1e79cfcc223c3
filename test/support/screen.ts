/**
 * Finds things as a screen reader does: by role and accessible name, through open shadow roots, what is hidden left out.
 * Names follow the order of the accessible name computation as far as this product uses it: aria-labelledby, aria-label,
 * label, content, title.
 */
const ROLES: Readonly<Record<string, string>> = {
  button: "button",
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
};

const INPUTS: Readonly<Record<string, string>> = {
  text: "textbox",
  search: "searchbox",
  radio: "radio",
  checkbox: "checkbox",
};

function roleOf(element: Element): string {
  const written = element.getAttribute("role");
  if (written) return written;
  const tag = element.localName;
  if (tag === "input") return INPUTS[(element as HTMLInputElement).type] ?? "";
  if (tag === "a") return element.hasAttribute("href") ? "link" : "";
  return ROLES[tag] ?? "";
}

/** Own and assigned children, shadow content in the place of its host's. */
function childrenOf(node: Node): Node[] {
  if (node instanceof HTMLSlotElement) return node.assignedNodes({ flatten: true });
  if (node instanceof Element && node.shadowRoot) return [...node.shadowRoot.childNodes];
  return [...node.childNodes];
}

/** The elements among them. */
function elementsOf(node: Node): Iterable<Element> {
  if (node instanceof HTMLSlotElement) return node.assignedElements({ flatten: true });
  if (node instanceof Element && node.shadowRoot) return node.shadowRoot.children;
  return (node as ParentNode).children;
}

function isHidden(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true" || element.hasAttribute("hidden")) return true;
  const { display, visibility } = getComputedStyle(element);
  return display === "none" || visibility === "hidden";
}

/** The text that can be perceived, hidden parts left out. */
export function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (node instanceof Element && (isHidden(node) || node.localName === "style" || node.localName === "script"))
    return "";
  return childrenOf(node).map(textOf).join("").replace(/\s+/g, " ");
}

export function nameOf(element: Element): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const ids = element.getAttribute("aria-labelledby");
  if (ids) {
    const parts = ids.split(/\s+/).map((id) => root.getElementById(id));
    return parts.map((part) => (part ? textOf(part) : "")).join(" ");
  }
  const label = element.getAttribute("aria-label");
  if (label) return label;
  const labels = (element as HTMLInputElement).labels;
  if (labels && labels.length > 0) return [...labels].map((one) => textOf(one).trim()).join(" ");
  const content = textOf(element).trim();
  return content || (element.getAttribute("title") ?? "");
}

/** An element and what it stands in, with what is known of it: styles are dear, and asked for where a role fits. */
interface Place {
  readonly element: Element;
  readonly within: Place | undefined;
  isHidden?: boolean;
}

function isShown(place: Place | undefined): boolean {
  if (!place) return true;
  return !(place.isHidden ??= isHidden(place.element)) && isShown(place.within);
}

/** Calls `found` for each element with this role and name, in the order of the page, until it answers true. */
function search(
  node: Node,
  role: string,
  name: string | RegExp | undefined,
  found: (element: HTMLElement) => boolean,
  within?: Place,
): boolean {
  let place = within;
  if (node instanceof Element) {
    if (node.getAttribute("aria-hidden") === "true" || node.hasAttribute("hidden")) return false;
    place = { element: node, within };
    if (roleOf(node) === role && isShown(place) && (name === undefined || fits(nameOf(node), name))) {
      if (found(node as HTMLElement)) return true;
    }
  }
  for (const child of elementsOf(node)) if (search(child, role, name, found, place)) return true;
  return false;
}

/** Every element with this role, and this name if given (exact text, or an expression), in the order of the page. */
export function all(root: Node, role: string, name?: string | RegExp): HTMLElement[] {
  const elements: HTMLElement[] = [];
  search(root, role, name, (element) => {
    elements.push(element);
    return false;
  });
  return elements;
}

export function maybe(root: Node, role: string, name?: string | RegExp): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  search(root, role, name, (element) => {
    first = element;
    return true;
  });
  return first;
}

/** The first one; a missing one is an error that lists what is there. */
export function get(root: Node, role: string, name?: string | RegExp): HTMLElement {
  const found = maybe(root, role, name);
  if (found) return found;
  const there = all(root, role).map((element) => JSON.stringify(nameOf(element)));
  throw new Error(`No ${role} named ${String(name)}; there are: ${there.join(", ") || "none"}.`);
}

function fits(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === "string" ? name.trim() === wanted : wanted.test(name);
}

/** The element that has the focus, through shadow roots. */
export function focused(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Whether an element has the focus. Elements are never compared by an assertion: its message would print the whole page. */
export function hasFocus(element: Element): boolean {
  return focused() === element;
}
