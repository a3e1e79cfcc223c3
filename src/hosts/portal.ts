/*
 * The extra script of the classic Manager Portal (setting PORTAL_EXTRA_JS). The portal loads it on every page, after the scripts
 * of the page. On the Integrations page it adds a card that opens the viewer; on other pages it does nothing. It loads the
 * viewer when the card is clicked.
 */
import { createCard } from "./portal-card.js";
import { findList, OWN_CARD } from "./portal-list.js";
import { createPanel } from "./portal-panel.js";
import { findOwnScript, readSettings, type PortalSettings } from "./portal-settings.js";

const LOADED = Symbol.for("audit-log-viewer.portal");

const page = globalThis as { document?: Document; [LOADED]?: boolean };
if (page.document && !page[LOADED]) {
  page[LOADED] = true;
  start(readSettings(findOwnScript()));
}

function start(settings: PortalSettings): void {
  const panel = createPanel(settings);

  /** Adds the card to the list. Moves it if the list was found late, and the card is in another one. */
  const addCard = (): void => {
    if (panel.isOpen) return;
    const list = findList(settings.list);
    const old = document.querySelector(OWN_CARD);
    if (!(list instanceof HTMLElement) || old?.parentElement === list) return;
    old?.remove();
    const { element, link } = createCard(list, settings);
    element.addEventListener("click", (event) => {
      // The page has its own handlers for cards.
      event.preventDefault();
      event.stopPropagation();
      panel.open(list, link);
    });
    list.append(element);
  };

  addCard();
  watch(addCard, settings.wait);
}

/** Looks for the list at every change of the page, because it may be rendered late or again. Ends after some seconds. */
function watch(addCard: () => void, seconds: number): void {
  let isDue = false;
  const observer = new MutationObserver(() => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      addCard();
    });
  });
  observer.observe(document, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), seconds * 1000);
}
