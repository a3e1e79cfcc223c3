import { createFetchAdapter } from "../api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../api/transport/adapter.js";
import type { Clock } from "../core/clock.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { isText } from "../core/options.js";
import { readRedaction, readServer } from "./properties/server.js";
import { readSource } from "./properties/source.js";
import { makeSource } from "./make-source.js";
import { LogStore } from "../search/log-store.js";

/** What names a server, and how it is read. */
interface ServerProperties {
  readonly adapter: unknown;
  readonly apiBase: unknown;
  readonly source: unknown;
  readonly redact: unknown;
  readonly clock: Clock;
}

/** Makes the store of a server: another server, or another user of it, gets a new one. */
export class Connection {
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
