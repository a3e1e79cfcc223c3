import type { ReactiveController, ReactiveControllerHost } from "lit";
import { keepPositioned, type Align } from "./positioning.js";

export interface PopoverOptions {
  /** The popup: an element with the `popover` attribute. */
  readonly popup: () => HTMLElement | null;
  /** The element that the popup is positioned next to. */
  readonly anchor: () => HTMLElement | null;
  /** The element that gets the focus when the popup closes; by default the anchor. */
  readonly opener?: () => HTMLElement | null;
  /** The side of the anchor that the popup is aligned with; by default its start. */
  readonly align?: () => Align;
  /** The popup is open and has its position: something in it can get the focus. */
  readonly onShown?: () => void;
  readonly onHidden?: () => void;
}

/**
 * Opens a native popover next to its anchor. The browser shows it in the top layer, where no ancestor clips it, and closes the
 * topmost one at Escape or a click elsewhere. This controller positions it, closes it when Tab moves the focus out of it, and
 * returns the focus to the opener, which the browser does not do in a shadow root.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PopoverOptions;
  /** The popup that has the listeners. */
  #popup: HTMLElement | undefined;
  #stopPositioning: (() => void) | undefined;
  #open = false;
  #hadFocus = false;

  constructor(host: ReactiveControllerHost, options: PopoverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether the popup is open and `toggle` has told it. A closed one is hidden before that. */
  get open(): boolean {
    return this.#open && this.#popup!.matches(":popover-open");
  }

  show(): void {
    this.#options.popup()?.showPopover();
  }

  hide(): void {
    this.#options.popup()?.hidePopover();
  }

  /** Positions the popup again after its content has changed. */
  reposition(): void {
    const { popup, anchor, align, onShown } = this.#options;
    this.#release();
    this.#stopPositioning = keepPositioned(popup()!, anchor()!, align?.() ?? "start", onShown);
  }

  hostUpdated(): void {
    const popup = this.#options.popup();
    if (!popup || popup === this.#popup) return;
    this.#popup = popup;
    popup.addEventListener("beforetoggle", this.#onBeforeToggle);
    popup.addEventListener("toggle", this.#onToggle);
    popup.addEventListener("focusout", this.#onFocusOut);
  }

  hostDisconnected(): void {
    this.#release();
    this.#open = false;
  }

  /** The browser removes the focus from the popup before `toggle`. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === "closed" && Boolean(this.#options.popup()?.matches(":focus-within"));
  };

  readonly #onToggle = (): void => {
    const { onHidden } = this.#options;
    // The event is asynchronous. If the popup was removed in the meantime, it is closed, and no further event follows.
    this.#open = this.#popup!.matches(":popover-open");
    if (this.#open) {
      this.reposition();
    } else {
      this.#release();
      if (this.#hadFocus) this.#opener()?.focus();
      onHidden?.();
    }
    this.#host.requestUpdate();
  };

  /** Closes the popup when the focus leaves it. The opener closes it itself. */
  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const to = relatedTarget as Node | null;
    if (to && to !== this.#opener() && !this.#options.popup()?.contains(to)) this.hide();
  };

  #opener(): HTMLElement | null {
    return (this.#options.opener ?? this.#options.anchor)();
  }

  #release(): void {
    this.#stopPositioning?.();
    this.#stopPositioning = undefined;
  }
}
