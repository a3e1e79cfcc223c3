import type { ReactiveElement } from "lit";

/** The key of a value that an element provides to all elements inside of it, also across shadow roots. */
export type Context<Value> = symbol & { readonly value?: Value };

/** Copies of a module that use the same symbol share the context. */
export const createContext = <Value>(key: symbol): Context<Value> => key as Context<Value>;

type Use = (value: unknown) => void;

/** What an element asks for when it is connected. The provider adds `use` to its users and calls it. */
interface Request {
  readonly context: symbol;
  readonly join: (users: Set<Use>, value: unknown) => void;
}

const REQUEST = "alv-context";

/** Provides the value of a context. A request for another one goes on to the elements around this one. */
export class ContextProvider<Value> {
  readonly #users = new Set<Use>();
  #value: Value;

  constructor(host: EventTarget, context: Context<Value>, value: Value) {
    this.#value = value;
    host.addEventListener(REQUEST, (event) => {
      const { detail } = event as CustomEvent<Request>;
      if (detail.context !== context) return;
      // Listeners of the page at this element must not get it either.
      event.stopImmediatePropagation();
      detail.join(this.#users, this.#value);
    });
  }

  get value(): Value {
    return this.#value;
  }

  /** Gives all users another value. */
  setValue(value: Value): void {
    if (value === this.#value) return;
    this.#value = value;
    for (const use of this.#users) use(value);
  }
}

/** Calls `use` with the value of the context around `host`, and with each new one, as long as `host` is connected. Then `host` updates. */
export function useContext<Value>(host: ReactiveElement, context: Context<Value>, use: (value: Value) => void): void {
  let joined: Set<Use> | undefined;
  const useAndUpdate: Use = (value) => {
    use(value as Value);
    host.requestUpdate();
  };
  const join: Request["join"] = (users, value) => {
    joined = users.add(useAndUpdate);
    useAndUpdate(value);
  };
  host.addController({
    hostConnected: () =>
      host.dispatchEvent(
        new CustomEvent<Request>(REQUEST, { detail: { context, join }, bubbles: true, composed: true }),
      ),
    hostDisconnected: () => joined?.delete(useAndUpdate),
  });
}
