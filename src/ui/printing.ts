import type { LitElement, ReactiveController } from "lit";

/** Detects printing, and renders its host before the browser takes the picture. */
export class Printing implements ReactiveController {
  readonly #host: LitElement;
  readonly #paper = matchMedia("print");
  #on = false;

  constructor(host: LitElement) {
    this.#host = host;
    host.addController(this);
  }

  get on(): boolean {
    return this.#on;
  }

  hostConnected(): void {
    addEventListener("beforeprint", this.#follow);
    addEventListener("afterprint", this.#follow);
    this.#paper.addEventListener("change", this.#follow);
    this.#on = this.#paper.matches;
  }

  hostDisconnected(): void {
    removeEventListener("beforeprint", this.#follow);
    removeEventListener("afterprint", this.#follow);
    this.#paper.removeEventListener("change", this.#follow);
  }

  readonly #follow = ({ type }: Event): void => {
    const on = type === "beforeprint" || (type === "change" && this.#paper.matches);
    if (on === this.#on) return;
    this.#on = on;
    this.#host.requestUpdate();
    // At once: the browser does not wait for a microtask.
    this.#host["performUpdate"]();
  };
}
