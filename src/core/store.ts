/** Holds a state as a frozen value. A change replaces the value and calls every listener. */
export class Store<State extends object> {
  readonly #listeners = new Set<(now: State, before: State) => void>();
  #state: State;

  constructor(initial: State) {
    this.#state = Object.freeze(initial);
  }

  get state(): State {
    return this.#state;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: (now: State, before: State) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The only way to change the state. A change that changes nothing is ignored. */
  protected update(change: Partial<State>): void {
    const before = this.#state;
    if ((Object.keys(change) as (keyof State)[]).every((key) => change[key] === before[key])) return;
    this.#state = Object.freeze({ ...before, ...change });
    for (const listener of [...this.#listeners]) listener(this.#state, before);
  }
}
