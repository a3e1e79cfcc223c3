import { createFetchAdapter } from "../api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../api/transport/adapter.js";
import type { Clock } from "../core/clock.js";
import { loadTemporal } from "../core/time/temporal.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { isText } from "../core/options.js";
import { readRedaction, readServer } from "./properties/server.js";
import { createSourceSetup, readSource } from "./properties/source.js";
import type { loadSearchCode } from "./late-code.js";
import { LogStore } from "../search/log-store.js";

type SearchClasses = Awaited<ReturnType<typeof loadSearchCode>>;

/** What names a server, and how it is read. */
interface ServerProperties {
  readonly adapter: unknown;
  readonly apiBase: unknown;
  readonly source: unknown;
  readonly redact: unknown;
  readonly clock: Clock;
}

/** Makes the store of the server that the properties name. Another server or another user gets an empty store. */
export class Connection {
  readonly #read: () => ServerProperties;
  readonly #taxonomy: () => CompiledTaxonomy;
  readonly #loadCode: () => Promise<SearchClasses>;
  readonly #onUserChange: (store: LogStore) => void;
  /** What the store was made of. */
  #made: readonly unknown[] | undefined;
  #adapter: FetchAdapter | undefined;

  /**
   * @param loadCode loads what a search needs
   * @param onUserChange called with an empty store when another user has signed in
   */
  constructor(
    read: () => ServerProperties,
    taxonomy: () => CompiledTaxonomy,
    loadCode: () => Promise<SearchClasses>,
    onUserChange: (store: LogStore) => void,
  ) {
    this.#loadCode = loadCode;
    this.#read = read;
    this.#taxonomy = taxonomy;
    this.#onUserChange = onUserChange;
  }

  /** An empty store if the properties name another server than before; else undefined. */
  storeOfAnother(): LogStore | undefined {
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
    const server = {
      adapter,
      clock: this.#read().clock,
      onUserChange: () => {
        if (this.#adapter === adapter) this.#onUserChange(this.#begin(adapter));
      },
    };
    const read = {
      options: () => readSource(this.#read().source),
      taxonomy: this.#taxonomy,
      redact: () => readRedaction(this.#read().redact),
    };
    return new LogStore(async () => {
      const [{ AuditLogSource, LoadedPages }, temporal] = await Promise.all([this.#loadCode(), loadTemporal()]);
      const source = new AuditLogSource(createSourceSetup({ ...server, temporal }, read));
      return { source, createPages: (reader, size) => new LoadedPages(reader, size, source.names) };
    });
  }
}
