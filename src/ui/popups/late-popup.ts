import type { ReactiveControllerHost } from "lit";
import { LatePart } from "../late-part.js";
import { PopoverController, type PopoverOptions } from "./popover.js";

export interface LatePopupOptions extends Omit<PopoverOptions, "onShown"> {
  /** Fetches what stands in the popup. */
  readonly load: () => Promise<unknown>;
  /** The popup is in its place, and what stands in it now is on the screen: something of it takes the focus. */
  readonly enter: () => unknown;
}

/**
 * A popup whose content is a chunk of its own, fetched at the first look at its trigger. Until it is there, or where it
 * cannot be had, the host shows that in the popup; another try fetches it again.
 */
export class LatePopup {
  readonly #host: ReactiveControllerHost;
  readonly #part: LatePart;
  readonly #popover: PopoverController;
  readonly #enter: () => unknown;

  constructor(host: ReactiveControllerHost, { load, enter, ...options }: LatePopupOptions) {
    this.#host = host;
    this.#enter = enter;
    this.#part = new LatePart(host, load);
    this.#popover = new PopoverController(host, { ...options, onShown: () => void this.enter() });
  }

  get open(): boolean {
    return this.#popover.open;
  }

  /** What the popup has to show. */
  get content(): "waits" | "ready" | "failed" {
    return this.#part.ready ? "ready" : this.#part.failed ? "failed" : "waits";
  }

  /** For the first look at the trigger: a pointer over it, or the focus. */
  readonly need = (): Promise<boolean> => this.#part.need();

  show(): void {
    this.#popover.show();
  }

  hide(): void {
    this.#popover.hide();
  }

  /** Fetches the content where it is not there, and gives it the focus. Also for another try. */
  readonly enter = async (): Promise<void> => {
    const wasReady = this.#part.ready;
    await this.#part.need();
    await this.#host.updateComplete;
    if (!this.open) return;
    // What has arrived may want another place; then it enters again.
    if (this.#part.ready && !wasReady) this.#popover.place();
    else await this.#enter();
  };
}
