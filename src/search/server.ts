import type { DomainList } from "../api/domain-list.js";
import type { LogQuery, LogReader } from "../api/reading/log-reader.js";
import type { AuditLogSource } from "../api/source.js";
import { AuditLogError } from "../core/errors.js";
import type { LoadedPages } from "./loaded-pages.js";

export type { DomainExtent, DomainList } from "../api/domain-list.js";
export type { LogReader } from "../api/reading/log-reader.js";
export type { SourcePage } from "../api/reading/log-reader-types.js";
export type { FileMaker } from "../worker/client.js";

/** What a search needs: code that is loaded with the first one, and the source of one server and user. */
export interface SearchCode {
  readonly source: AuditLogSource;
  readonly LoadedPages: typeof LoadedPages;
}

/** One server, for everything that reads it: the log, an export, the domain suggestions. */
export class LogServer {
  readonly #load: () => Promise<SearchCode>;
  #loading: Promise<SearchCode> | undefined;

  /** @param load loads the code and creates the source; called again after a failure */
  constructor(load: () => Promise<SearchCode>) {
    this.#load = load;
  }

  /** Rejects with an AuditLogError. The next call tries again. */
  code(): Promise<SearchCode> {
    this.#loading ??= this.#load().catch((cause: unknown) => {
      this.#loading = undefined;
      if (cause instanceof AuditLogError) throw cause;
      throw new AuditLogError("network", "A part of the viewer could not be loaded.", { cause });
    });
    return this.#loading;
  }

  /** The domains that the user may see. Nothing is sent until the list is read. */
  async domains(): Promise<DomainList> {
    return (await this.code()).source.domains();
  }

  /** A reader of its own for a range, independent of the shown search. Nothing is sent until it reads. */
  async read(query: LogQuery): Promise<LogReader> {
    return (await this.code()).source.search(query);
  }
}
