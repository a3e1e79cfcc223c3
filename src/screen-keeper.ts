import type { ReactiveController, ReactiveControllerHost } from "lit";

/**
 * Keeps a reader's place while the screen changes. A control that had the focus may leave with what it belonged to: then
 * the headline of the results takes it, not the page. After a page was turned its first row comes into sight.
 */
export class ScreenKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #headline: () => HTMLElement | null;
  #hadFocus = false;

  constructor(host: ReactiveControllerHost & HTMLElement, headline: () => HTMLElement | null) {
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

  /** Brings the headline into sight if it lies above the window. */
  showTop(): void {
    const headline = this.#headline();
    if (headline && headline.getBoundingClientRect().top < 0) headline.scrollIntoView({ block: "start" });
  }
}
