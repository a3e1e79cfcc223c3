import type { AuditEvent } from "../core/audit-event.js";
import { isInstant, type Clock } from "../core/clock.js";
import type { Span } from "../core/coverage.js";
import { countEventFilters } from "../core/filters/count-filters.js";
import { SeenNames, type KnownNames } from "../core/filters/known-names.js";
import { AuditLogError } from "../core/errors.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import type { ZonedCalendar } from "../core/time/zoned-calendar.js";
import { ApiClient } from "./transport/api-client.js";
import type * as DomainListCode from "./domain-list.js";
import type { FetchAdapter } from "./transport/adapter.js";
import type { LoadErrorText } from "./transport/error-source.js";
import type { Redactor } from "./records/event-list.js";
import { EndpointBehavior } from "./server/endpoint-behavior.js";
import type * as FilteringCode from "./reading/filtering.js";
import { LogCursor } from "./reading/log-cursor.js";
import { MergedLog } from "./reading/merged-log.js";
import { LogReader, type LogQuery } from "./reading/log-reader.js";
import { redactAgain } from "./records/to-event.js";
import { SignInLog } from "./server/sign-in-log.js";
import type { LoadSpellingFilter } from "./server/spelling-filter-policy.js";
import type { SourceOptions } from "./source-options.js";
import { WindowLengths } from "./server/window-lengths.js";
import type { LoadUndatedOverlap } from "./windows/overlap.js";
import { WindowReader, type WindowCode } from "./windows/window-reader.js";
import { PATHS } from "./records/wire.js";

/** Code that few searches need. Each call may reject with an AuditLogError; `loadErrorText` with anything. */
export interface SourceCode extends WindowCode {
  /** For logs with records without a readable time. */
  readonly loadUndatedOverlap: LoadUndatedOverlap;
  readonly loadFiltering: () => Promise<typeof FilteringCode>;
  readonly loadSpellingFilter: LoadSpellingFilter;
  readonly loadDomainList: () => Promise<typeof DomainListCode>;
  readonly loadErrorText: LoadErrorText;
}

export interface SourceSetup {
  readonly adapter: FetchAdapter;
  readonly options: SourceOptions;
  readonly clock: Clock;
  /** Called when the user of the adapter changes. */
  readonly onUserChange?: (() => void) | undefined;
  readonly taxonomy: CompiledTaxonomy;
  readonly temporal: ZonedCalendar;
  readonly redact?: ((record: unknown) => unknown) | undefined;
  readonly code: SourceCode;
}

/** Ids of the actions that the access log records. */
const SIGN_INS = ["login", "logout"];

/** The audit log of one server. What it learns about the server serves every later search. */
export class AuditLogSource {
  readonly #setup: SourceSetup;
  readonly #client: ApiClient;
  readonly #lengths = new WindowLengths();
  readonly #behavior = {
    auditLog: new EndpointBehavior(this.#lengths),
    accessLog: new EndpointBehavior(this.#lengths),
  };
  readonly #signIns: SignInLog;
  /** Loaded by the first search with filters. */
  #filtering: typeof FilteringCode | undefined;
  #seen = { names: new SeenNames(), redact: undefined as SourceSetup["redact"] };

  constructor(setup: SourceSetup) {
    this.#setup = setup;
    this.#signIns = new SignInLog(() => setup.options.signIns === "on");
    this.#client = new ApiClient(
      setup.adapter,
      setup.clock,
      () => setup.options.concurrency,
      setup.code.loadErrorText,
      setup.onUserChange,
    );
  }

  /** Starts a search. The reader sends the first request when it is asked for events. Rejects with an AuditLogError. */
  async search(query: LogQuery): Promise<LogReader> {
    if (countEventFilters(query.filters) > 0) this.#filtering ??= await this.#setup.code.loadFiltering();
    return this.#createReader(query);
  }

  /**
   * Starts a refresh of `reader` up to `until`. When it has read back to `reader.recentFrom`, `reader.addRefresh` adds its
   * records: the new ones, and those that arrived late.
   */
  newer(reader: LogReader, until: number): LogReader {
    const { query } = reader;
    return this.#createReader({ ...query, span: { from: query.span.from, until } }, reader.recentFrom);
  }

  /** Returns the users and domains of all records that were read since the redaction was set. */
  readonly names = (): KnownNames => this.#seenNow.read();

  /** A new redaction may hide names, so it empties the list. */
  get #seenNow(): SeenNames {
    const { redact } = this.#setup;
    if (redact !== this.#seen.redact) this.#seen = { names: new SeenNames(), redact };
    return this.#seen.names;
  }

  /** The domains that the user of the token may see. The list sends the first request when it is read. */
  async domains(): Promise<DomainListCode.DomainList> {
    const { DomainList } = await this.#setup.code.loadDomainList();
    return new DomainList(this.#client);
  }

  #createReader(query: LogQuery, refreshFrom?: number): LogReader {
    const { options, taxonomy, redact, clock } = this.#setup;
    // Calendars end at these instants, so a read beyond them would never end.
    if (!isInstant(query.span.from) || !isInstant(query.span.until)) {
      throw new AuditLogError("bad-request", "The date range has no readable start or end.");
    }
    const matches = this.#filteringOf(query)?.compileFilters(query.filters, taxonomy);
    const showsSignIns = options.signIns !== "off" && mayShowSignIns(query);
    const late = options.lateMinutes * 60_000;
    return new LogReader({
      query,
      options,
      clock,
      matches: (event) => {
        if (redact === this.#setup.redact) this.#seenNow.add(event as AuditEvent);
        return matches?.(event as AuditEvent) ?? true;
      },
      behavior: this.#behavior.auditLog,
      withText: this.#client.withText,
      log: new MergedLog({
        auditLog: this.#createCursor("auditLog", query, refreshFrom),
        accessLog:
          showsSignIns && this.#signIns.isWorthAsking ? this.#createCursor("accessLog", query, refreshFrom) : undefined,
        signInLog: showsSignIns ? this.#signIns : undefined,
      }),
      // Requests have whole seconds.
      recentFrom: Math.floor((Math.min(query.span.until, clock.now()) - late) / 1000) * 1000,
      refreshFrom,
      conversionKey: [options.naiveZone, taxonomy, redact],
      redactor: this.#createRedactor(),
    });
  }

  /** Returns a function that redacts the records of a reader again after the redaction has changed. */
  #createRedactor(): () => Redactor | undefined {
    const { redact: firstRedact, options, temporal } = this.#setup;
    let lastRedact = firstRedact;
    let redactor: Redactor | undefined;
    return () => {
      const { redact } = this.#setup;
      if (redact !== lastRedact) {
        const eventOptions = { naiveZone: options.naiveZone, temporal, redact };
        redactor = redact === firstRedact ? undefined : (item, time) => redactAgain(item, time, eventOptions);
        lastRedact = redact;
      }
      return redactor;
    };
  }

  /** The code of a search with filters, which `search` has loaded; undefined for a search without filters. */
  #filteringOf({ filters }: LogQuery): typeof FilteringCode | undefined {
    return countEventFilters(filters) > 0 ? this.#filtering : undefined;
  }

  #createCursor(endpoint: keyof typeof PATHS, query: LogQuery, refreshFrom: number | undefined): LogCursor {
    const { options, taxonomy, temporal, redact } = this.#setup;
    const behavior = this.#behavior[endpoint];
    const eventOptions = { naiveZone: options.naiveZone, temporal, redact };
    const { code } = this.#setup;
    const filtering = this.#filteringOf(query);
    const windows = new WindowReader(this.#client, PATHS[endpoint], behavior, options.paging, eventOptions, code);
    // The server's clock may be ahead of the browser's. Its newest records must not be missed.
    const skew = query.endsNow ? options.clockSkewMinutes * 60_000 : 0;
    const range: Span = { from: query.span.from, until: query.span.until + skew };
    const firstWindow = refreshFrom === undefined ? undefined : Math.max(1000, range.until - refreshFrom);
    return new LogCursor({
      windows,
      behavior,
      loadUndatedOverlap: code.loadUndatedOverlap,
      filters:
        filtering &&
        new filtering.CursorFilters({
          windows,
          behavior,
          filters: query.filters,
          sendFilters: options.sendFilters,
          taxonomy,
          loadSpellingFilter: code.loadSpellingFilter,
        }),
      range,
      firstWindow,
    });
  }
}

function mayShowSignIns({ filters: { actions } }: LogQuery): boolean {
  return actions.length === 0 || actions.some((id) => SIGN_INS.indexOf(id) !== -1);
}
