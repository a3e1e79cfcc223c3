import type { ReactiveController, ReactiveControllerHost } from "lit";
import { keepPlaced, type Align } from "./placing.js";

export interface PopoverOptions {
  /** The popup: an element with the `popover` attribute. */
  readonly popup: () => HTMLElement | null;
  /** What the popup belongs to. */
  readonly anchor: () => HTMLElement | null;
  /** What takes the focus back; the anchor by default. */
  readonly opener?: () => HTMLElement | null;
  /** Which side of the anchor it is flush with; its start by default. */
  readonly align?: () => Align;
  /** The popup is open and in its place: something in it can take the focus. */
  readonly onShown?: () => void;
  readonly onHidden?: () => void;
}

/**
 * A native popover beside its anchor. It lives in the top layer, where no ancestor clips it; Escape and a click elsewhere
 * close the topmost one: the browser does all that. This keeps it in its place, closes it behind whoever goes on with Tab,
 * and gives the focus back to the anchor, which the browser does not do from inside a shadow root.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PopoverOptions;
  /** The popup that is listened to. */
  #popup: HTMLElement | undefined;
  #stopPlacing: (() => void) | undefined;
  #open = false;
  #hadFocus = false;

  constructor(host: ReactiveControllerHost, options: PopoverOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get open(): boolean {
    return this.#open;
  }

  show(): void {
    this.#options.popup()?.showPopover();
  }

  hide(): void {
    this.#options.popup()?.hidePopover();
  }

  /** Looks for its place anew: what stands in it has changed. */
  place(): void {
    const { popup, anchor, align, onShown } = this.#options;
    this.#release();
    this.#stopPlacing = keepPlaced(popup()!, anchor()!, align?.() ?? "start", onShown);
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

  /** The focus must not get lost with what had it. */
  readonly #onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === "closed" && Boolean(this.#options.popup()?.matches(":focus-within"));
  };

  readonly #onToggle = (): void => {
    const { onHidden } = this.#options;
    // The event comes later than what it tells of: the popup may have left the page meanwhile, which closes it unheard.
    this.#open = this.#popup!.matches(":popover-open");
    if (this.#open) {
      this.place();
    } else {
      this.#release();
      if (this.#hadFocus) this.#opener()?.focus();
      onHidden?.();
    }
    this.#host.requestUpdate();
  };

  /** Whoever goes on with Tab is done with it. Its own button closes it by itself. */
  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const to = relatedTarget as Node | null;
    if (to && to !== this.#opener() && !this.#options.popup()?.contains(to)) this.hide();
  };

  #opener(): HTMLElement | null {
    return (this.#options.opener ?? this.#options.anchor)();
  }

  #release(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
  }
}
