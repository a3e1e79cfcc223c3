/*
 * The classic Manager Portal's extra script (setting PORTAL_EXTRA_JS): a classic script, loaded on every page of the portal
 * after the page's own. On the Integrations page it adds a card that opens the viewer; elsewhere it does nothing. It is
 * small, and fetches the viewer when the card is clicked.
 */
import { makeCard } from "./portal-card.js";
import { findList, OWN_CARD } from "./portal-list.js";
import { makePanel } from "./portal-panel.js";
import { ownScript, readSettings, type PortalSettings } from "./portal-settings.js";

const LOADED = Symbol.for("audit-log-viewer.portal");

const page = globalThis as { document?: Document; [LOADED]?: boolean };
if (page.document && !page[LOADED]) {
  page[LOADED] = true;
  start(readSettings(ownScript()));
}

function start(settings: PortalSettings): void {
  const panel = makePanel(settings);

  /** Puts the card into the list. What looked like the list before a late one came has to give it back. */
  const place = (): void => {
    if (panel.isOpen) return;
    const list = findList(settings.list);
    const old = document.querySelector(OWN_CARD);
    if (!(list instanceof HTMLElement) || old?.parentElement === list) return;
    old?.remove();
    const { element, link } = makeCard(list, settings);
    element.addEventListener("click", (event) => {
      // The page's own handlers for cards know nothing of this one.
      event.preventDefault();
      event.stopPropagation();
      panel.open(list, link);
    });
    list.append(element);
  };

  place();
  watch(place, settings.wait);
}

/** Lists that come late, or are drawn anew, while the page is being made: looked for at every change, for a while. */
function watch(place: () => void, seconds: number): void {
  let isDue = false;
  const observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      place();
    });
  });
  observer.observe(document, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), seconds * 1000);
}
