import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Follows a media query while its host is on the page. */
export class MediaQuery implements ReactiveController {
  readonly #list: MediaQueryList;
  readonly #onChange: () => void;

  constructor(host: ReactiveControllerHost, query: string, onChange: () => void) {
    this.#list = matchMedia(query);
    this.#onChange = onChange;
    host.addController(this);
  }

  get matches(): boolean {
    return this.#list.matches;
  }

  hostConnected(): void {
    this.#list.addEventListener("change", this.#onChange);
  }

  hostDisconnected(): void {
    this.#list.removeEventListener("change", this.#onChange);
  }
}
