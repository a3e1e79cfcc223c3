import { createFetchAdapter } from "../api/transport/fetch-adapter.js";
import type { FetchAdapter } from "../api/transport/adapter.js";
import type { Clock } from "../core/clock.js";
import { loadTemporal } from "../core/time/temporal.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import { isText } from "../core/option-checks.js";
import { readRedaction, readServer } from "./properties/server.js";
import { createSourceSetup, readSource } from "./properties/source.js";
import { SOURCE_CODE, type loadSearchCode } from "./late-code.js";
import { LogStore } from "../search/log-store.js";
import type { AnalysisClient } from "../worker/client/analysis-client.js";

type SearchClasses = Awaited<ReturnType<typeof loadSearchCode>>;

/** The properties of the viewer that name its server, and how to read the log. */
export interface ServerProperties {
  readonly adapter: unknown;
  readonly apiBase: unknown;
  readonly source: unknown;
  readonly redact: unknown;
  readonly clock: Clock;
}

/** Creates the store for the server that the properties name. Another server or another user gets a new, empty store. */
export class Connection {
  readonly #viewer: ServerProperties;
  readonly #taxonomy: () => CompiledTaxonomy;
  readonly #loadCode: () => Promise<SearchClasses>;
  readonly #onUserChange: (store: LogStore) => void;
  readonly #createAnalysisClient: () => Promise<AnalysisClient>;
  /** The server and the clock of the current store. */
  #current: readonly unknown[] | undefined;
  #adapter: FetchAdapter | undefined;

  /**
   * @param viewer read again at each search, so that a change applies to the next one
   * @param loadCode loads the code that a search needs
   * @param onUserChange called with an empty store when another user has signed in
   * @param createAnalysisClient creates the client that counts the events of one store in a worker
   */
  constructor(
    viewer: ServerProperties,
    taxonomy: () => CompiledTaxonomy,
    loadCode: () => Promise<SearchClasses>,
    onUserChange: (store: LogStore) => void,
    createAnalysisClient: () => Promise<AnalysisClient>,
  ) {
    this.#createAnalysisClient = createAnalysisClient;
    this.#loadCode = loadCode;
    this.#viewer = viewer;
    this.#taxonomy = taxonomy;
    this.#onUserChange = onUserChange;
  }

  /** Creates an empty store if the properties name another server than before; otherwise returns undefined. */
  createStoreIfChanged(): LogStore | undefined {
    const { adapter, apiBase, clock } = this.#viewer;
    const server = readServer(adapter, apiBase);
    const next = [server, clock];
    if (this.#current?.every((part, at) => part === next[at])) return undefined;
    const isFirst = this.#current === undefined;
    this.#current = next;
    if (!server && isFirst) return undefined;
    return this.#createStore(isText(server) ? createFetchAdapter({ baseUrl: server }) : server);
  }

  #createStore(adapter: FetchAdapter | undefined): LogStore {
    this.#adapter = adapter;
    if (!adapter) return new LogStore(undefined);
    const server = {
      adapter,
      clock: this.#viewer.clock,
      onUserChange: () => {
        if (this.#adapter === adapter) this.#onUserChange(this.#createStore(adapter));
      },
    };
    const read = {
      options: () => readSource(this.#viewer.source),
      taxonomy: this.#taxonomy,
      redact: () => readRedaction(this.#viewer.redact),
    };
    return new LogStore(async () => {
      const [{ AuditLogSource, LoadedPages, Analysis }, temporal, client] = await Promise.all([
        this.#loadCode(),
        loadTemporal(),
        this.#createAnalysisClient(),
      ]);
      const analysis = new Analysis({ client, taxonomy: this.#taxonomy, clock: server.clock });
      // The thread starts while the server answers.
      analysis.start();
      const source = new AuditLogSource(createSourceSetup({ ...server, temporal, code: SOURCE_CODE }, read));
      return {
        source,
        analysis,
        createPages: (reader, size, isOneList) => new LoadedPages(reader, size, source.names, analysis, isOneList),
      };
    });
  }
}
