import type { ReactiveController, ReactiveControllerHost } from "lit";

/** The part of a `Store` that a component follows. */
interface Followed {
  subscribe(listener: () => void): () => void;
}

/** Updates a component, or calls `onChange`, with every change of its store, also if the component gets another store. */
export class StoreFollower implements ReactiveController {
  readonly #store: () => Followed | undefined;
  readonly #onChange: () => void;
  #followed: Followed | undefined;
  #end: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    store: () => Followed | undefined,
    onChange = (): void => host.requestUpdate(),
  ) {
    this.#store = store;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostUpdate(): void {
    const store = this.#store();
    if (store === this.#followed) return;
    this.hostDisconnected();
    this.#followed = store;
    this.#end = store?.subscribe(this.#onChange);
  }

  hostConnected(): void {
    this.#onChange();
  }

  hostDisconnected(): void {
    this.#end?.();
    this.#followed = undefined;
  }
}
