import { html } from "lit";
import type { LogStore } from "../../search/log-store.js";
import type { DomainFieldPlace, Feature, ViewerForFeatures } from "../../views/shell/feature.js";
import type { LoadNames } from "./domain-suggestions.js";
import "./domain-suggestions.js";
import { DomainStore, findRecentDomains } from "./store.js";

export { domains as english } from "./texts/en.js";

/** Suggests domains in the domain fields, from the server's list. The list belongs to one server and one user. */
export class DomainsFeature implements Feature {
  #log: LogStore;
  #store: DomainStore;
  readonly #loadNames: LoadNames;

  readonly places = {
    "domain-field": ({ field, text, openRequest }: DomainFieldPlace) =>
      html`<alv-domain-suggestions
        .domains=${this.#store}
        .loadNames=${this.#loadNames}
        .recent=${findRecentDomains(this.#log.state.searches)}
        .field=${field}
        .text=${text}
        .openRequest=${openRequest}
      ></alv-domain-suggestions>`,
  };

  /** @param loadNames loads the code that marks look-alikes */
  constructor({ log }: ViewerForFeatures, loadNames: LoadNames) {
    this.#loadNames = loadNames;
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

/** Also passes the domains to the log, which suggests names if a part of a name finds nothing. */
function createStore(log: LogStore): DomainStore {
  const store = new DomainStore(log.server);
  store.subscribe(({ domains, extent }, before) => {
    if (domains === before.domains && extent === before.extent) return;
    log.setDomains({ names: domains.map(({ name }) => name), isComplete: extent === "all" });
  });
  return store;
}
