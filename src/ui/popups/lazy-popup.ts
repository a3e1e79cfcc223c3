import type { ReactiveControllerHost } from "lit";
import { LazyLoader } from "../lazy-loader.js";
import { PopoverController, type PopoverOptions } from "./popover.js";

export interface LazyPopupOptions extends Omit<PopoverOptions, "onShown"> {
  /** Fetches the popup's content. */
  readonly load: () => Promise<unknown>;
  /** Moves the focus into the popup, which has its position and its content or message. */
  readonly enter: () => unknown;
}

/**
 * A popup whose content is loaded when the pointer or the focus first reaches its trigger. Until then, and after a failure,
 * the host shows a message in the popup (`renderLazyPopupContent`).
 */
export class LazyPopup {
  readonly #host: ReactiveControllerHost;
  readonly #loader: LazyLoader;
  readonly #popover: PopoverController;
  readonly #enter: () => unknown;

  constructor(host: ReactiveControllerHost, { load, enter, ...options }: LazyPopupOptions) {
    this.#host = host;
    this.#enter = enter;
    this.#loader = new LazyLoader(host, load);
    this.#popover = new PopoverController(host, { ...options, onShown: () => void this.enter() });
  }

  get open(): boolean {
    return this.#popover.open;
  }

  get content(): "loading" | "ready" | "failed" {
    return this.#loader.ready ? "ready" : this.#loader.failed ? "failed" : "loading";
  }

  /** For the trigger's `pointerenter` and `focus`. */
  readonly preload = (): Promise<boolean> => this.#loader.load();

  show(): void {
    this.#popover.show();
  }

  hide(): void {
    this.#popover.hide();
  }

  /** Loads the content if necessary and moves the focus into it; also for Try again. */
  readonly enter = async (): Promise<void> => {
    const wasReady = this.#loader.ready;
    await this.#loader.load();
    await this.#host.updateComplete;
    if (!this.open) return;
    // The loaded content may need another position. `reposition` calls `enter` again.
    if (this.#loader.ready && !wasReady) this.#popover.reposition();
    else await this.#enter();
  };
}
