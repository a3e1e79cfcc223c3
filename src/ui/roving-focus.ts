import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The attribute of an element that the arrow keys reach. Its value is the same after each update. */
const STOP = "data-stop";

/**
 * Makes a list of controls one stop of the Tab key. The arrow keys up and down, Home and End move between the elements with
 * the attribute `data-stop`; left and right move between the buttons of the same `data-row`.
 *
 * The host adds `onKey` and `onFocus` to the element around them.
 */
export class RovingFocus implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly renderRoot: ParentNode };
  #current: string | null = null;

  constructor(host: ReactiveControllerHost & { readonly renderRoot: ParentNode }) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const stops = this.#stops();
    const current = stops.find((one) => one.getAttribute(STOP) === this.#current) ?? stops[0];
    for (const one of stops) one.tabIndex = one === current ? 0 : -1;
  }

  /** Focuses the element that the Tab key would reach. */
  focus(): void {
    this.#stops()
      .find(({ tabIndex }) => tabIndex === 0)
      ?.focus();
  }

  readonly onFocus = ({ target }: FocusEvent): void => {
    const stop = this.#findStop(target as Element);
    if (!stop) return;
    this.#current = stop.getAttribute(STOP);
    this.hostUpdated();
  };

  readonly onKey = (event: KeyboardEvent): void => {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    const target = event.target as HTMLElement;
    const stop = this.#findStop(target);
    if (!stop || altKey || ctrlKey || metaKey || shiftKey) return;
    const to = key === "ArrowLeft" || key === "ArrowRight" ? findBeside(target, key) : this.#findNext(stop, key);
    if (!to) return;
    event.preventDefault();
    event.stopPropagation();
    to.focus();
    to.scrollIntoView({ block: "nearest" });
  };

  #stops(): HTMLElement[] {
    const all = [...this.#host.renderRoot.querySelectorAll<HTMLElement>(`[${STOP}]`)];
    return all.filter((one) => !one.closest("[hidden]"));
  }

  /** The stop itself, or the one in the same row. */
  #findStop(target: Element): HTMLElement | null {
    const own = target.closest<HTMLElement>(`[${STOP}]`);
    return own ?? target.closest("[data-row]")?.querySelector<HTMLElement>(`[${STOP}]`) ?? null;
  }

  #findNext(stop: HTMLElement, key: string): HTMLElement | undefined {
    const stops = this.#stops();
    const at = stops.indexOf(stop);
    const moves = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 };
    return Object.hasOwn(moves, key) ? stops[moves[key as keyof typeof moves]] : undefined;
  }
}

/** The next button of the same row, in the direction of the key. */
function findBeside(target: HTMLElement, key: "ArrowLeft" | "ArrowRight"): HTMLElement | undefined {
  const buttons = [...(target.closest("[data-row]")?.querySelectorAll<HTMLElement>("button") ?? [])];
  const isForward = (key === "ArrowRight") === target.matches(":dir(ltr)");
  return buttons[buttons.indexOf(target) + (isForward ? 1 : -1)];
}
