import type { LitElement, ReactiveController, ReactiveControllerHost } from "lit";
import { shownEvents, type LogState } from "../search/log-state.js";

/** With these events the user starts to do something else. */
const ACTIONS = ["keydown", "pointerdown"] as const;

/**
 * Keeps the focus and the scroll position useful while the screen changes. If the focused control is removed, the headline of
 * the results gets the focus. When a search or another page is shown, it scrolls the results into view.
 */
export class FocusAndScroll implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #headline: () => HTMLElement | null;
  readonly #results: () => LitElement | null;
  #hadFocus = false;
  /** Whether the results of the search that the user started are shown. Undefined unless the user waits for them. */
  #isFound: (() => boolean) | undefined;

  /**
   * @param headline the headline of the results
   * @param results the table or the cards
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    headline: () => HTMLElement | null,
    results: () => LitElement | null,
  ) {
    this.#results = results;
    this.#host = host;
    this.#headline = headline;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#hadFocus = this.#host.matches(":focus-within");
  }

  hostDisconnected(): void {
    this.#stopWaiting();
  }

  /**
   * Moves the focus to the results of a search that the user started, and scrolls them into view. The focus stays where it is
   * if the user has pressed a key or a mouse button since. It also stays if the search finds nothing or fails: then the user
   * needs the filters next.
   *
   * @param now returns the current state; called after each update while the search runs
   */
  async follow(search: Promise<void>, now: () => LogState): Promise<void> {
    const { revision } = now();
    const isFound = () => now().revision !== revision && shownEvents(now()).length > 0;
    this.#stopWaiting();
    this.#isFound = isFound;
    for (const name of ACTIONS) addEventListener(name, this.#onAction, true);
    await search;
    await this.#host.updateComplete;
    if (this.#isFound === isFound) this.#stopWaiting();
  }

  /** Ignores a key that is held down: it repeats. */
  readonly #onAction = (event: Event): void => {
    if (!(event as Partial<KeyboardEvent>).repeat) this.#stopWaiting();
  };

  #stopWaiting(): void {
    this.#isFound = undefined;
    for (const name of ACTIONS) removeEventListener(name, this.#onAction, true);
  }

  async #focusResults(): Promise<void> {
    const results = this.#results();
    await results?.updateComplete;
    const active = document.activeElement;
    // The focus stays if it is elsewhere on the page.
    if (!results?.isConnected || (active !== document.body && !this.#host.matches(":focus-within"))) return;
    results.focus({ preventScroll: true });
    const { top, bottom } = this.#headline()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top < 0 || bottom > innerHeight) this.#headline()?.scrollIntoView({ block: "start" });
  }

  hostUpdated(): void {
    if (this.#isFound?.()) {
      this.#stopWaiting();
      void this.#focusResults();
    }
    if (!this.#hadFocus) return;
    // Inner elements render after their host.
    requestAnimationFrame(() => {
      if (!this.#host.isConnected || this.#host.matches(":focus-within")) return;
      // The browser moves a lost focus to the body. Any other element got it from the user.
      if (document.activeElement === document.body) this.#headline()?.focus({ preventScroll: true });
    });
  }

  /** The button of the open event. */
  #openButton(): Element | null {
    return this.#results()?.shadowRoot?.querySelector('[aria-expanded="true"]') ?? null;
  }

  /** Keeps the open event at its position while rows are added above it. Call the returned function after they are rendered. */
  holdScroll(): () => void {
    const before = this.#openButton()?.getBoundingClientRect().top;
    return () => {
      const after = this.#openButton();
      if (before === undefined || !after) return;
      // Most browsers have already scrolled (scroll anchoring).
      findScroller(after).scrollTop += after.getBoundingClientRect().top - before;
    };
  }

  /** Scrolls to the headline if it is above the window. */
  showTop(): void {
    const headline = this.#headline();
    if (headline && headline.getBoundingClientRect().top < 0) headline.scrollIntoView({ block: "start" });
  }
}

/** Finds the nearest ancestor that scrolls, also outside of the shadow root; otherwise the page. */
function findScroller(element: Element): Element {
  for (let at: Node | null = element.parentNode; at; at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null) {
    if (!(at instanceof Element) || at.scrollHeight <= at.clientHeight) continue;
    if (/auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
