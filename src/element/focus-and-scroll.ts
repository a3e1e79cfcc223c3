import type { LitElement, ReactiveController, ReactiveControllerHost } from "lit";
import { shownEvents, type LogState } from "../search/log-state.js";

/** By these a reader goes on to something else. */
const ACTS = ["keydown", "pointerdown"] as const;

/**
 * Keeps a reader's place while the screen changes. A control that had the focus may leave with what it belonged to: then
 * the headline of the results takes it, not the page. After a page was turned its first row comes into sight.
 */
export class FocusAndScroll implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #headline: () => HTMLElement | null;
  readonly #results: () => LitElement | null;
  #hadFocus = false;
  /** Whether the results that the reader waits for are there. */
  #isFound: (() => boolean) | undefined;

  /**
   * @param headline of the results
   * @param results the rows or cards
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
    this.#giveUp();
  }

  /**
   * The reader has searched: the results take the focus when they are there, and come into sight. They do not take it from a
   * reader who has pressed a key or a button of the mouse since, such as one who types again, and not where nothing was found
   * or something failed: then the filters are what the reader needs next.
   *
   * @param now asked after each update, as long as the search runs
   */
  async follow(search: Promise<void>, now: () => LogState): Promise<void> {
    const { revision } = now();
    const isFound = () => now().revision !== revision && shownEvents(now()).length > 0;
    this.#giveUp();
    this.#isFound = isFound;
    for (const name of ACTS) addEventListener(name, this.#onAct, true);
    await search;
    await this.#host.updateComplete;
    if (this.#isFound === isFound) this.#giveUp();
  }

  /** A key that is held down is no new act. */
  readonly #onAct = (event: Event): void => {
    if (!(event as Partial<KeyboardEvent>).repeat) this.#giveUp();
  };

  #giveUp(): void {
    this.#isFound = undefined;
    for (const name of ACTS) removeEventListener(name, this.#onAct, true);
  }

  async #enter(): Promise<void> {
    const results = this.#results();
    await results?.updateComplete;
    const active = document.activeElement;
    // Whoever is somewhere else on the page stays there.
    if (!results?.isConnected || (active !== document.body && !this.#host.matches(":focus-within"))) return;
    results.focus({ preventScroll: true });
    const { top, bottom } = this.#headline()?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
    if (top < 0 || bottom > innerHeight) this.#headline()?.scrollIntoView({ block: "start" });
  }

  hostUpdated(): void {
    if (this.#isFound?.()) {
      this.#giveUp();
      void this.#enter();
    }
    if (!this.#hadFocus) return;
    // Inner elements render after their host.
    requestAnimationFrame(() => {
      if (!this.#host.isConnected || this.#host.matches(":focus-within")) return;
      // Whoever went elsewhere stays there; the focus is lost when the page's body has it.
      if (document.activeElement === document.body) this.#headline()?.focus({ preventScroll: true });
    });
  }

  /** The control of the open event. */
  #open(): Element | null {
    return this.#results()?.shadowRoot?.querySelector('[aria-expanded="true"]') ?? null;
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
