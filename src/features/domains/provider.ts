import { ContextProvider } from "@lit/context";
import type { ReactiveController, ReactiveControllerHost } from "lit";
import { domainsContext } from "./context.js";
import { DomainStore, type DomainState } from "./store.js";
import type { LogStore } from "../../search/log-store.js";

type Host = ReactiveControllerHost & HTMLElement;

/**
 * Hands the domains of the viewer's server to its fields. They come from the same source as the log, and belong to it:
 * another server or another user begins with none. Removal gives up what is under way; a move is no removal.
 */
export class DomainsProvider implements ReactiveController {
  readonly #host: Host;
  readonly #provider: ContextProvider<typeof domainsContext, Host>;
  #log: LogStore | undefined;
  #domains = new DomainStore(undefined);
  #unfollow = (): void => undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#provider = new ContextProvider(host, { context: domainsContext, initialValue: this.#domains });
    host.addController(this);
  }

  get state(): DomainState {
    return this.#domains.state;
  }

  /** Another server or user: nothing of what was loaded or searched before stays. */
  use(log: LogStore): void {
    this.#domains.stop();
    this.#log = log;
    this.#domains = new DomainStore(log.source);
    this.#unfollow();
    this.#unfollow = this.#domains.subscribe(() => this.#host.requestUpdate());
    this.#provider.setValue(this.#domains);
  }

  hostUpdate(): void {
    this.#domains.remember(this.#log?.state.searched?.filters);
  }

  hostDisconnected(): void {
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.#domains.stop();
    });
  }
}
