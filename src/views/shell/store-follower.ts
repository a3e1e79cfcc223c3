import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The part of a `Store` that a component follows. */
interface Followed {
  subscribe(listener: () => void): () => void;
}

/** Updates a component with every change of its store, also if the component gets another store. */
export class StoreFollower implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #store: () => Followed | undefined;
  #followed: Followed | undefined;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, store: () => Followed | undefined) {
    this.#host = host;
    this.#store = store;
    host.addController(this);
  }

  hostUpdate(): void {
    const store = this.#store();
    if (store === this.#followed) return;
    this.hostDisconnected();
    this.#followed = store;
    this.#end = store?.subscribe(() => this.#host.requestUpdate());
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#followed = undefined;
  }
}
