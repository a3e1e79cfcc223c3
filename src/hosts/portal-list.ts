/** The card that is added. */
export const OWN_CARD = "[data-audit-log-card]";

/** Names that say what they are. */
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

/** Where there are lists of links, but not of integrations. */
const APART = [
  ...["nav", "header", "footer", "aside", "[role=navigation]", "[role=contentinfo]"],
  ...[".nav", ".navbar", ".breadcrumb", ".dropdown-menu", ".sidebar", ".footer", "#footer", ".modal"],
].join();

const HEADINGS = "h1, h2, h3, .page-title";
const CONTAINERS = "ul, ol, div, section";

/**
 * The list of integration cards: what `selector` names, else what has a name that says so, else the first list of cards
 * after the heading "Integrations". Nothing on other pages.
 */
export function findList(selector: string): Element | undefined {
  if (selector) return findNamed(selector);
  for (const name of KNOWN) {
    for (const element of document.querySelectorAll(name)) {
      const list = element.closest(APART) ? undefined : listIn(element);
      if (list) return list;
    }
  }
  const heading = Array.from(document.querySelectorAll(HEADINGS)).find(
    (one) => /^\s*integrations\s*$/i.test(one.textContent) && !one.closest(".modal, audit-log-viewer"),
  );
  return heading && firstList(Array.from(document.querySelectorAll(CONTAINERS)).filter((one) => isAfter(one, heading)));
}

function findNamed(selector: string): Element | undefined {
  try {
    return document.querySelector(selector) ?? undefined;
  } catch {
    // Said once: the wait for a late list asks again and again.
    if (!warned) console.warn(`Audit log: ${JSON.stringify(selector)} is not a valid CSS selector.`);
    warned = true;
    return undefined;
  }
}
let warned = false;

/** The named element itself, or the list in it. One without cards is a list only if it is made as one. */
function listIn(element: Element): Element | undefined {
  const inner = firstList([element, ...element.querySelectorAll(CONTAINERS)]);
  return inner ?? (element.matches("ul, ol") || element.children.length === 0 ? element : undefined);
}

function firstList(candidates: readonly Element[]): Element | undefined {
  return candidates.find((one) => !one.closest(APART) && isList(one));
}

function isAfter(element: Element, other: Element): boolean {
  return Boolean(other.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function isList(element: Element): boolean {
  const count = cardsOf(element).length;
  return count > 1 || (count === 1 && element.matches("ul, ol"));
}

/** The host's cards in a list: children of one kind, each with one title at most, or with something to click. */
export function cardsOf(list: Element): Element[] {
  const cards = Array.from(list.children).filter((one) => isCard(one) && !one.matches(OWN_CARD));
  const kinds = cards.map(kindOf);
  return cards.filter((_, at) => kinds[at] !== "" && kinds[at] === kinds[0]);
}

function isCard(element: Element): boolean {
  const titles = element.querySelectorAll("h1, h2, h3, h4, h5, h6").length;
  return (
    titles === 1 || (titles === 0 && (element.matches("a, button") || element.querySelector("a, button, img") !== null))
  );
}

/** Elements that are only divisions of a page have nothing in common. */
function kindOf({ localName, classList }: Element): string {
  const named = classList.length > 0 || /^(?:li|a|article|button)$/.test(localName);
  return named ? `${localName}.${classList[0] ?? ""}` : "";
}
