import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Keeps a reader's place while the screen changes. A control that had the focus may leave with what it belonged to: then
 * the headline of the results takes it, not the page. After a page was turned its first row comes into sight.
 */
export class ScreenKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #headline: () => HTMLElement | null;
  readonly #open: () => Element | null;
  #hadFocus = false;

  /**
   * @param headline of the results
   * @param open a control of the open event
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    headline: () => HTMLElement | null,
    open: () => Element | null,
  ) {
    this.#open = open;
    this.#host = host;
    this.#headline = headline;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.matches(":focus-within");
  }

  hostUpdated(): void {
    if (!this.#hadFocus) return;
    // Inner elements render after their host.
    requestAnimationFrame(() => {
      if (!this.#host.isConnected || this.#host.matches(":focus-within")) return;
      // Whoever went elsewhere stays there; the focus is lost when the page's body has it.
      if (document.activeElement === document.body) this.#headline()?.focus({ preventScroll: true });
    });
  }

  /** Keeps what is open where it is while rows come above it. Answers what is to be called once they are there. */
  hold(): () => void {
    const before = this.#open()?.getBoundingClientRect().top;
    return () => {
      const after = this.#open();
      if (before === undefined || !after) return;
      // Most browsers have done it by themselves.
      scrollerOf(after).scrollTop += after.getBoundingClientRect().top - before;
    };
  }

  /** Brings the headline into sight if it lies above the window. */
  showTop(): void {
    const headline = this.#headline();
    if (headline && headline.getBoundingClientRect().top < 0) headline.scrollIntoView({ block: "start" });
  }
}

/** The nearest ancestor that scrolls, out of shadow trees too; else the page. */
function scrollerOf(element: Element): Element {
  for (let at: Node | null = element.parentNode; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
