import type { DomainList } from "../api/domain-list.js";
import type { LogQuery, LogReader } from "../api/reading/log-reader.js";
import type { AuditLogSource } from "../api/source.js";
import { failLoading } from "../core/errors.js";
import type { Analysis } from "./analysis.js";
import type { LoadedPages } from "./loaded-pages.js";

export type { DomainExtent, DomainList } from "../api/domain-list.js";
export type { LogReader, ReadProgress } from "../api/reading/log-reader.js";
export type { SourcePage } from "../api/reading/log-reader-types.js";
export type { FileMaker } from "../worker/client/file-client.js";

/** What the first search loads for all searches: the source of one server and user, the pages of a reader, and the counts. */
export interface LoadedServer {
  readonly source: AuditLogSource;
  readonly analysis: Analysis;
  readonly createPages: (reader: LogReader, pageSize: number, isOneList?: boolean) => LoadedPages;
}

/** One server, for everything that reads it: the log, an export, the domain suggestions. */
export class LogServer {
  readonly #load: () => Promise<LoadedServer>;
  readonly #onCounted: () => void;
  #loading: Promise<LoadedServer> | undefined;
  #analysis: Analysis | undefined;

  /**
   * @param load loads the code and creates the source; called again after a failure
   * @param onCounted called when the analysis has counted users and domains
   */
  constructor(load: () => Promise<LoadedServer>, onCounted: () => void) {
    this.#load = load;
    this.#onCounted = onCounted;
  }

  /** Counts all events that the shown search has read; undefined until the code is loaded. */
  get analysis(): Analysis | undefined {
    return this.#analysis;
  }

  /** Rejects with an AuditLogError. The next call tries again. */
  load(): Promise<LoadedServer> {
    this.#loading ??= this.#loadOnce().catch((cause: unknown) => {
      this.#loading = undefined;
      return failLoading(cause);
    });
    return this.#loading;
  }

  async #loadOnce(): Promise<LoadedServer> {
    const server = await this.#load();
    this.#analysis = server.analysis;
    server.analysis.onDistinct = this.#onCounted;
    return server;
  }

  /** The domains that the user may see. The list sends the first request when it is read. */
  async domains(): Promise<DomainList> {
    return (await this.load()).source.domains();
  }

  /** Creates a reader for a range, independent of the shown search. It sends the first request when it is asked for events. */
  async read(query: LogQuery): Promise<LogReader> {
    return (await this.load()).source.search(query);
  }
}
