import { createFetchAdapter, type FetchAdapter } from "./data/fetch-adapter.js";
import type { Clock } from "./domain/clock.js";
import type { CompiledTaxonomy } from "./domain/taxonomy.js";
import { isText } from "./property-values.js";
import { readRedaction, readServer } from "./server-input.js";
import { readSource } from "./source-input.js";
import { makeSource } from "./source-maker.js";
import { LogStore } from "./state/log-store.js";

/** What names a server, and how it is read. */
interface ServerProperties {
  readonly adapter: unknown;
  readonly apiBase: unknown;
  readonly source: unknown;
  readonly redact: unknown;
  readonly clock: Clock;
}

/** Makes the store of a server: another server, or another user of it, gets a new one. */
export class StoreMaker {
  readonly #read: () => ServerProperties;
  readonly #taxonomy: () => CompiledTaxonomy;
  readonly #onUserChange: (store: LogStore) => void;
  /** What the store was made of. */
  #made: readonly unknown[] | undefined;
  #adapter: FetchAdapter | undefined;

  /** @param onUserChange another user has signed in: here is an empty store */
  constructor(read: () => ServerProperties, taxonomy: () => CompiledTaxonomy, onUserChange: (store: LogStore) => void) {
    this.#read = read;
    this.#taxonomy = taxonomy;
    this.#onUserChange = onUserChange;
  }

  /** A new store where the properties name another server than before; else nothing. */
  prepare(): LogStore | undefined {
    const { adapter, apiBase, clock } = this.#read();
    const server = readServer(adapter, apiBase);
    const made = [server, clock];
    if (this.#made?.every((part, at) => part === made[at])) return undefined;
    const isFirst = this.#made === undefined;
    this.#made = made;
    if (!server && isFirst) return undefined;
    return this.#begin(isText(server) ? createFetchAdapter({ baseUrl: server }) : server);
  }

  #begin(adapter: FetchAdapter | undefined): LogStore {
    this.#adapter = adapter;
    if (!adapter) return new LogStore(undefined);
    return new LogStore(() =>
      makeSource(
        {
          adapter,
          clock: this.#read().clock,
          onUserChange: () => {
            if (this.#adapter === adapter) this.#onUserChange(this.#begin(adapter));
          },
        },
        {
          options: () => readSource(this.#read().source),
          taxonomy: this.#taxonomy,
          redact: () => readRedaction(this.#read().redact),
        },
      ),
    );
  }
}
