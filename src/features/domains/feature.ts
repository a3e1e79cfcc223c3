import { html } from "lit";
import type { LogStore } from "../../search/log-store.js";
import type { DomainFieldPlace, Feature, FeatureHost } from "../../views/shell/feature.js";
import "./domain-suggestions.js";
import { DomainStore, recentDomains } from "./store.js";

/** Suggests domains of the server's list in the domain fields. The list belongs to one server and one user. */
export class DomainsFeature implements Feature {
  #log: LogStore;
  #store: DomainStore;

  readonly places = {
    "domain-field": ({ field, text, wish }: DomainFieldPlace) =>
      html`<alv-domain-suggestions
        .domains=${this.#store}
        .recent=${recentDomains(this.#log.state.searches)}
        .field=${field}
        .text=${text}
        .wish=${wish}
      ></alv-domain-suggestions>`,
  };

  constructor({ log }: FeatureHost) {
    this.#log = log;
    this.#store = createStore(log);
  }

  use(log: LogStore): void {
    this.#store.stop();
    this.#log = log;
    this.#store = createStore(log);
  }

  end(): void {
    this.#store.stop();
  }
}

/** The log knows the listed domains, too: it suggests them to a reader who typed a part of one. */
function createStore(log: LogStore): DomainStore {
  const store = new DomainStore(log.server);
  store.subscribe(({ domains, extent }, before) => {
    if (domains === before.domains && extent === before.extent) return;
    log.setDomains({ names: domains.map(({ name }) => name), isComplete: extent === "all" });
  });
  return store;
}
