import type { AuditEvent } from "../core/audit-event.js";
import { isInstant, type Clock } from "../core/clock.js";
import type { Span } from "../core/coverage.js";
import { SeenNames, type KnownNames } from "../core/filters/did-you-mean.js";
import { AuditLogError } from "../core/errors.js";
import { compileFilters } from "../core/filters/matching.js";
import type { CompiledTaxonomy } from "../core/taxonomy/taxonomy.js";
import type { ZonedCalendar } from "../core/time/zoned-calendar.js";
import { ApiClient } from "./transport/api-client.js";
import { DomainList } from "./domain-list.js";
import type { FetchAdapter } from "./transport/adapter.js";
import type { Rereading } from "./records/event-list.js";
import { EndpointHabits } from "./server/habits.js";
import { LogCursor } from "./reading/log-cursor.js";
import { MergedLog } from "./reading/merged-log.js";
import { LogReader, type LogQuery } from "./reading/log-reader.js";
import { readAnew } from "./records/to-event.js";
import { SignInLog } from "./server/sign-in-log.js";
import { SpelledFilter } from "./server/spellings.js";
import type { SourceOptions } from "./source-options.js";
import { WindowLengths } from "./server/window-lengths.js";
import { WindowReader } from "./reading/window-reader.js";
import { PATHS } from "./records/wire.js";

export interface SourceSetup {
  readonly adapter: FetchAdapter;
  readonly options: SourceOptions;
  readonly clock: Clock;
  /** Told when the adapter asks for another user than before. */
  readonly onUserChange?: (() => void) | undefined;
  readonly taxonomy: CompiledTaxonomy;
  readonly temporal: ZonedCalendar;
  readonly redact?: ((record: unknown) => unknown) | undefined;
}

/** Ids of the actions that the access log records. */
const SIGN_INS = ["login", "logout"];

/** The audit log of one server. What it learns about the server serves every later search. */
export class AuditLogSource {
  readonly #setup: SourceSetup;
  readonly #client: ApiClient;
  readonly #lengths = new WindowLengths();
  readonly #habits = {
    auditLog: new EndpointHabits(this.#lengths),
    accessLog: new EndpointHabits(this.#lengths),
  };
  readonly #signIns: SignInLog;
  #seen = { names: new SeenNames(), redact: undefined as SourceSetup["redact"] };

  constructor(setup: SourceSetup) {
    this.#setup = setup;
    this.#signIns = new SignInLog(() => setup.options.signIns === "on");
    this.#client = new ApiClient(setup.adapter, setup.clock, () => setup.options.concurrency, setup.onUserChange);
  }

  /** Starts a search. Nothing is sent until its first page is pulled. */
  search(query: LogQuery): LogReader {
    return this.#reader(query);
  }

  /**
   * Starts a read of what came since `reader` began, up to `until`, and of what may have come late: `reader.absorb` takes
   * it in once it has read back to `reader.recentFrom`.
   */
  newer(reader: LogReader, until: number): LogReader {
    const { query } = reader;
    return this.#reader({ ...query, span: { from: query.span.from, until } }, reader.recentFrom);
  }

  /** Users and domains of all records that were read since the redaction was set. */
  readonly names = (): KnownNames => this.#seenNow.read();

  /** What another redaction may hide is forgotten. */
  get #seenNow(): SeenNames {
    const { redact } = this.#setup;
    if (redact !== this.#seen.redact) this.#seen = { names: new SeenNames(), redact };
    return this.#seen.names;
  }

  /** The domains that the caller may see. Nothing is sent until they are read. */
  domains(): DomainList {
    return new DomainList(this.#client);
  }

  #reader(query: LogQuery, since?: number): LogReader {
    const { options, taxonomy, redact, clock } = this.#setup;
    // Beyond such times there is no calendar, and no end of the reading.
    if (!isInstant(query.span.from) || !isInstant(query.span.until)) {
      throw new AuditLogError("bad-request", "The date range has no readable start or end.");
    }
    const matches = compileFilters(query.filters, taxonomy);
    const showsSignIns = options.signIns !== "off" && mayShowSignIns(query);
    const late = options.lateMinutes * 60_000;
    return new LogReader({
      query,
      options,
      clock,
      matches: (event) => {
        if (redact === this.#setup.redact) this.#seenNow.meet(event as AuditEvent);
        return matches(event as AuditEvent);
      },
      habits: this.#habits.auditLog,
      log: new MergedLog({
        auditLog: this.#leg("auditLog", query, since),
        accessLog: showsSignIns && this.#signIns.isWorthAsking ? this.#leg("accessLog", query, since) : undefined,
        signInLog: showsSignIns ? this.#signIns : undefined,
      }),
      // Whole seconds, like everything that is asked for.
      recentFrom: Math.floor((Math.min(query.span.until, clock.now()) - late) / 1000) * 1000,
      since,
      basis: [options.naiveZone, taxonomy, redact],
      rereading: this.#rereading(),
    });
  }

  /** For a reader that is made now: how what it hands out later is to be read again, once another redaction is set. */
  #rereading(): () => Rereading | undefined {
    const { redact: own, options, temporal } = this.#setup;
    let set = own;
    let rereading: Rereading | undefined;
    return () => {
      const { redact } = this.#setup;
      if (redact !== set) {
        const normal = { naiveZone: options.naiveZone, temporal, redact };
        rereading = redact === own ? undefined : (item, time) => readAnew(item, time, normal);
        set = redact;
      }
      return rereading;
    };
  }

  #leg(endpoint: keyof typeof PATHS, query: LogQuery, since: number | undefined): LogCursor {
    const { options, taxonomy, temporal, redact } = this.#setup;
    const habits = this.#habits[endpoint];
    const windows = new WindowReader(this.#client, PATHS[endpoint], habits, options.paging, {
      naiveZone: options.naiveZone,
      temporal,
      redact,
    });
    // The server's clock may be ahead of the browser's: what it calls "now" must not be missed.
    const skew = query.endsNow ? options.clockSkewMinutes * 60_000 : 0;
    const range: Span = { from: query.span.from, until: query.span.until + skew };
    const spelled = new SpelledFilter(query.filters, taxonomy, habits);
    const firstWindow = since === undefined ? undefined : Math.max(1000, range.until - since);
    return new LogCursor({
      windows,
      habits,
      filters: query.filters,
      sendFilters: options.sendFilters,
      spelled,
      range,
      firstWindow,
    });
  }
}

function mayShowSignIns({ filters: { actions } }: LogQuery): boolean {
  return actions.length === 0 || actions.some((id) => SIGN_INS.indexOf(id) !== -1);
}
