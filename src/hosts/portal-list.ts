/** Selector of the card that this script adds. */
export const OWN_CARD = "[data-audit-log-card]";

/** Common names of the list. */
const KNOWN = [
  "[data-integrations]",
  "#integrations-list",
  "#integration-list",
  ".integrations-list",
  ".integration-list",
  "#integrations",
  ".integrations",
  ".integration-cards",
];

/** Parts of a page whose lists are not lists of integrations. */
const EXCLUDED = [
  ...["nav", "header", "footer", "aside", "[role=navigation]", "[role=contentinfo]"],
  ...[".nav", ".navbar", ".breadcrumb", ".dropdown-menu", ".sidebar", ".footer", "#footer", ".modal"],
].join();

const HEADINGS = "h1, h2, h3, .page-title";
const CONTAINERS = "ul, ol, div, section";

/**
 * Finds the list of integration cards: the element that `selector` names, or else an element with a common name, or else the
 * first list of cards after the heading "Integrations". Undefined on other pages.
 */
export function findList(selector: string): Element | undefined {
  if (selector) return findNamed(selector);
  for (const name of KNOWN) {
    for (const element of document.querySelectorAll(name)) {
      const list = element.closest(EXCLUDED) ? undefined : findListIn(element);
      if (list) return list;
    }
  }
  const heading = Array.from(document.querySelectorAll(HEADINGS)).find(
    (one) => /^\s*integrations\s*$/i.test(one.textContent) && !one.closest(".modal, audit-log-viewer"),
  );
  return (
    heading && findFirstList(Array.from(document.querySelectorAll(CONTAINERS)).filter((one) => isAfter(one, heading)))
  );
}

function findNamed(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    // The script looks for the list several times, but warns once.
    if (!warned) console.warn(`Audit log: ${JSON.stringify(selector)} is not a valid CSS selector.`);
    warned = true;
    return undefined;
  }
}
let warned = false;

/** Finds the list in an element. An element without cards is a list if it is `ul` or `ol`, or empty. */
function findListIn(element: Element): Element | undefined {
  const inner = findFirstList([element, ...element.querySelectorAll(CONTAINERS)]);
  return inner ?? (element.matches("ul, ol") || element.children.length === 0 ? element : undefined);
}

function findFirstList(candidates: readonly Element[]): Element | undefined {
  return candidates.find((one) => !one.closest(EXCLUDED) && isList(one));
}

function isAfter(element: Element, other: Element): boolean {
  return Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function isList(element: Element): boolean {
  const count = findCards(element).length;
  return count > 1 || (count === 1 && element.matches("ul, ol"));
}

/** Finds the portal's cards in a list: children of one kind, with at most one title each. */
export function findCards(list: Element): Element[] {
  const cards = Array.from(list.children).filter((one) => isCard(one) && !one.matches(OWN_CARD));
  const kinds = cards.map(describeElement);
  return cards.filter((_, at) => kinds[at] !== "" && kinds[at] === kinds[0]);
}

function isCard(element: Element): boolean {
  const titles = element.querySelectorAll("h1, h2, h3, h4, h5, h6").length;
  return (
    titles === 1 || (titles === 0 && (element.matches("a, button") || element.querySelector("a, button, img") !== null))
  );
}

/** The tag and the first class. Empty for a `div` or another general element without classes. */
function describeElement({ localName, classList }: Element): string {
  const named = classList.length > 0 || /^(?:li|a|article|button)$/.test(localName);
  return named ? `${localName}.${classList[0] ?? ""}` : "";
}
