import type { Placement } from "@floating-ui/dom";
import type { ReactiveController, ReactiveControllerHost } from "lit";

export interface PopoverOptions {
  /** The popup: an element with the `popover` attribute. */
  readonly popup: () => HTMLElement | null;
  /** What the popup belongs to. */
  readonly anchor: () => HTMLElement | null;
  /** What takes the focus back; the anchor by default. */
  readonly opener?: () => HTMLElement | null;
  readonly placement?: Placement;
  /** The popup is open and in its place: something in it can take the focus. */
  readonly onShown?: () => void;
}

/** Distance to the anchor and to the edges of the viewport, px. */
const GAP = 4;
const EDGE = 8;

/**
 * A native popover beside its anchor. It lives in the top layer, where no ancestor clips it; Escape and a click elsewhere
 * close the topmost one: the browser does all that. This keeps it in its place, and gives the focus back to the anchor,
 * which the browser does not do from inside a shadow root.
 */
export class PopoverController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: PopoverOptions;
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

  hide(): void {
    this.#options.popup()?.hidePopover();
  }

  /** For the popup's `beforetoggle` event: the focus must not get lost with what had it. */
  readonly onBeforeToggle = (event: ToggleEvent): void => {
    this.#hadFocus = event.newState === "closed" && Boolean(this.#options.popup()?.matches(":focus-within"));
  };

  /** For the popup's `toggle` event. */
  readonly onToggle = (event: ToggleEvent): void => {
    this.#open = event.newState === "open";
    if (this.#open) void this.#place();
    else {
      this.#release();
      if (this.#hadFocus) this.#opener()?.focus();
    }
    this.#host.requestUpdate();
  };

  /** For the popup's `focusout` event: whoever goes on with Tab is done with it. Its own button closes it by itself. */
  readonly onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    const to = relatedTarget as Node | null;
    if (to && to !== this.#opener() && !this.#options.popup()?.contains(to)) this.hide();
  };

  hostDisconnected(): void {
    this.#release();
    this.#open = false;
  }

  #opener(): HTMLElement | null {
    return (this.#options.opener ?? this.#options.anchor)();
  }

  #release(): void {
    this.#stopPlacing?.();
    this.#stopPlacing = undefined;
    delete this.#options.popup()?.dataset["placed"];
  }

  async #place(): Promise<void> {
    // Positioning is of no use before the first popup opens, and is a chunk of its own.
    const floating = await import("./floating.js").catch(() => undefined);
    const popup = this.#options.popup();
    const anchor = this.#options.anchor();
    if (!popup || !anchor || !this.#open || this.#stopPlacing) return;
    if (!floating) {
      // The chunk could not be fetched: right below the anchor is better than nowhere.
      const { left, bottom } = anchor.getBoundingClientRect();
      put(popup, left, bottom + GAP);
      return this.#options.onShown?.();
    }
    const { autoUpdate, computePosition, flip, offset, shift, size } = floating;
    const update = async () => {
      const { x, y } = await computePosition(anchor, popup, {
        strategy: "fixed",
        placement: this.#options.placement ?? "bottom-start",
        middleware: [
          offset(GAP),
          flip({ padding: EDGE }),
          shift({ padding: EDGE }),
          size({
            padding: EDGE,
            apply: ({ availableHeight, rects }) => {
              popup.style.setProperty("--_popup-height", `${Math.max(120, availableHeight)}px`);
              popup.style.setProperty("--_popup-width", `${rects.reference.width}px`);
            },
          }),
        ],
      });
      const first = !("placed" in popup.dataset);
      put(popup, x, y);
      if (first) this.#options.onShown?.();
    };
    this.#stopPlacing = autoUpdate(anchor, popup, () => void update());
  }
}

function put(popup: HTMLElement, x: number, y: number): void {
  popup.style.setProperty("--_popup-x", `${x}px`);
  popup.style.setProperty("--_popup-y", `${y}px`);
  popup.dataset["placed"] = "";
}
