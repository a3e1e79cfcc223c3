import type { Clock } from "../domain/clock.js";
import { compileFilters } from "../domain/matching.js";
import type { CompiledTaxonomy } from "../domain/taxonomy.js";
import type { TemporalNamespace } from "../domain/temporal.js";
import type { AuditEvent } from "../domain/audit-event.js";
import { ApiClient } from "./api-client.js";
import type { FetchAdapter } from "./fetch-adapter.js";
import { EndpointHabits } from "./habits.js";
import { LogReader, type LogQuery } from "./log-reader.js";
import type { SourceOptions } from "./source-options.js";
import { WindowReader } from "./window-reader.js";
import { PATHS } from "./wire.js";

export interface SourceSetup {
  readonly adapter: FetchAdapter;
  readonly options: SourceOptions;
  readonly clock: Clock;
  readonly taxonomy: CompiledTaxonomy;
  readonly temporal: TemporalNamespace;
  readonly redact?: ((record: unknown) => unknown) | undefined;
}

/** The audit log of one server. What it learns about the server serves every later search. */
export class AuditLogSource {
  readonly #setup: SourceSetup;
  readonly #client: ApiClient;
  readonly #habits = new EndpointHabits();

  constructor(setup: SourceSetup) {
    this.#setup = setup;
    this.#client = new ApiClient(setup.adapter, setup.clock, setup.options.concurrency);
  }

  /** Starts a search. Nothing is sent until its first page is pulled. */
  search(query: LogQuery): LogReader {
    const { options, taxonomy, temporal, redact } = this.#setup;
    const windows = new WindowReader(this.#client, PATHS.auditLog, this.#habits, options.paging, {
      naiveZone: options.naiveZone,
      temporal,
      redact,
    });
    const matches = compileFilters(query.filters, taxonomy);
    return new LogReader(query, windows, this.#habits, options, (event) => matches(event as AuditEvent));
  }
}
