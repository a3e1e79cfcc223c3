import { createMockServer, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader, SourcePage } from "../../../src/api/reading/log-reader.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { AuditLogSource } from "../../../src/api/source.js";
import { AuditLogError } from "../../../src/core/errors.js";
import { createDefaultFilters } from "../../../src/core/filters/filters.js";
import { compileTaxonomy } from "../../../src/core/taxonomy/taxonomy.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { DEFAULT_TAXONOMY } from "../../../src/core/taxonomy/vocabulary.js";
import { NOW, createTestClock } from "../clock.js";
import { createMockAdapter } from "../mock-adapter.js";
import { readPages } from "../data-source.js";
import type { LogCase } from "./draw.js";
import { RecordMaker } from "./records.js";
import { sourceCode } from "../source-code.js";
import { DAY, MINUTE, SECOND } from "../durations.js";

/** Requests, and records in their answers, after which a search is taken for one that never ends. */
const ENDLESS = { requests: 3000, records: 200_000 };

const taxonomy = compileTaxonomy(DEFAULT_TAXONOMY);

/** A record that came while somebody was reading. */
interface Arrival {
  readonly record: NewRecord;
  /** Its time had not been asked for when it came: it must be found. */
  readonly isDue: boolean;
}

/** A search that was read to its end. */
export interface Finished {
  readonly server: MockServer;
  readonly pages: readonly SourcePage[];
  readonly arrivals: readonly Arrival[];
  /** What went wrong while it was read. */
  readonly problems: readonly string[];
  /** Requests that the server has seen for this search. */
  readonly requests: number;
}

/** Runs the searches of a case, the last one to its end. */
export async function readCase(one: LogCase): Promise<Finished> {
  const server = createMockServer({
    ...{ now: () => NOW, records: one.records, behavior: one.behavior, domains: 1, users: 1, seed: one.seed },
  });
  endAfter(server);
  const source = new AuditLogSource({
    code: sourceCode,
    adapter: createMockAdapter(server, { checkAnswers: false }),
    options: { ...DEFAULT_SOURCE_OPTIONS, ...one.options },
    clock: createTestClock(),
    taxonomy,
    temporal: await loadTemporal(),
  });
  const { signal } = new AbortController();
  for (const { filter, days, whole } of one.before) {
    const span = { from: one.span.until - days * DAY, until: one.span.until };
    const filters = { ...createDefaultFilters(), ...filter.filters };
    const reader = await source.search({ filters, span, endsNow: false, pageSize: 25 });
    let page = await reader.read(25, { signal });
    while (whole && page.hasMore !== false) page = await reader.read(25, { signal });
    reader.stop();
  }

  server.resetRequests();
  server.behavior.failures = one.failures;
  const watch = new Watch(one, server);
  const filters = { ...createDefaultFilters(), ...one.filter.filters };
  const { span, endsNow, pageSize } = one;
  const reader = await source.search({ filters, span, endsNow, pageSize });
  const undisturbed = one.choices.disturbance === "none";
  const pages = undisturbed && one.random.chance(0.3) ? await readPages(reader) : await watch.read(reader);
  const { arrivals, problems } = watch;
  return { server, pages, arrivals, problems, requests: server.requests.length };
}

/** Reads on after failures and stops, and lets records arrive at the numbers of the requests that the case names. */
class Watch {
  readonly #case: LogCase;
  readonly #server: MockServer;
  readonly #make: RecordMaker;
  #giveUp = new AbortController();
  #sent = 0;
  /** The earliest time that was asked for. */
  #asked = Infinity;

  readonly arrivals: Arrival[] = [];
  readonly problems: string[] = [];

  constructor(one: LogCase, server: MockServer) {
    this.#case = one;
    this.#server = server;
    this.#make = new RecordMaker(one.random, "late");
    const handle = server.handle.bind(server);
    server.handle = (request) => {
      this.#sent += 1;
      this.#asked = Math.min(this.#asked, readTime(request.query.get("datetime-start")!));
      if (one.stops.includes(this.#sent)) this.#giveUp.abort();
      for (const at of one.arrivals) if (at === this.#sent) this.#arrive();
      return handle(request);
    };
  }

  async read(reader: LogReader): Promise<SourcePage[]> {
    const pages: SourcePage[] = [];
    const { pageSize } = this.#case;
    for (let failed = 0; pages.length < ENDLESS.requests;) {
      this.#giveUp = new AbortController();
      const { signal } = this.#giveUp;
      try {
        const page = await reader.read(pageSize, { signal });
        pages.push(page);
        if (page.hasMore === false) return pages;
      } catch (error) {
        failed += 1;
        if (!(error instanceof AuditLogError)) this.problems.push(`a read rejects with ${String(error)}`);
        else if ((error.kind === "aborted") !== signal.aborted)
          this.problems.push(`a read rejects with "${error.kind}": ${error.message}`);
        if (failed > 100) break;
      }
    }
    this.problems.push("the search never ends");
    return pages;
  }

  #arrive(): void {
    const record = this.#newRecord();
    if (!record) return;
    this.#server.add(record);
    this.arrivals.push({ record, isDue: record.time < this.#asked });
  }

  #newRecord(): NewRecord | undefined {
    const { random, span, choices, endsNow, records } = this.#case;
    const make = this.#make;
    if (choices.disturbance === "newer records") {
      const newest = Math.ceil(span.until / SECOND) * SECOND;
      return make.createAt(newest + random.int(endsNow ? 0 : -2, 900) * SECOND);
    }
    if (choices.disturbance === "older records") {
      const until = this.#asked - SECOND;
      return until > span.from + SECOND ? make.createWithin({ from: span.from, until }) : undefined;
    }
    const from = Math.max(span.from, Math.min(this.#asked, span.until - MINUTE));
    // A late one may also be a copy of what is there, or share its second.
    const known = random.chance(0.5) ? records.filter(({ time }) => time >= from && time < span.until) : [];
    if (known.length === 0) return make.createWithin({ from, until: span.until });
    const other = random.pick(known);
    return random.chance(0.5) ? other : make.createAt(other.time);
  }
}

/** Lets a server fail that was asked too often since it was last reset: some faults make a reader ask for ever. */
function endAfter(server: MockServer): void {
  const handle = server.handle.bind(server);
  let seen = server.requests;
  let records = 0;
  server.handle = async (request) => {
    if (server.requests !== seen) [seen, records] = [server.requests, 0];
    if (seen.length > ENDLESS.requests || records > ENDLESS.records) throw new TypeError("This search never ends.");
    const response = await handle(request);
    records += seen[seen.length - 1]?.records ?? 0;
    return response;
  };
}

/** A requested time; a zone may follow in brackets. */
function readTime(text: string): number {
  return Date.parse(text.replace(/\[.*/, ""));
}
