import type { MockRequest, MockResponse, MockServer, NewRecord } from "../../demo/mocks/index.js";
import type { FetchAdapter } from "../../src/api/transport/adapter.js";
import type { LogQuery, LogReader, SourcePage } from "../../src/api/reading/log-reader.js";
import { DEFAULT_SOURCE_OPTIONS, type SourceOptions } from "../../src/api/source-options.js";
import { AuditLogSource, type SourceCode, type SourceSetup } from "../../src/api/source.js";
import type { AuditEvent } from "../../src/core/audit-event.js";
import type { Clock } from "../../src/core/clock.js";
import type { Coverage, Span } from "../../src/core/coverage.js";
import { createDefaultFilters, type AuditFilters } from "../../src/core/filters/filters.js";
import { loadTemporal } from "../../src/core/time/temporal.js";
import { Analysis } from "../../src/search/analysis.js";
import { LoadedPages } from "../../src/search/loaded-pages.js";
import type { LoadedServer } from "../../src/search/server.js";
import { createSourceSetup } from "../../src/element/properties/source.js";
import { AnalysisClient } from "../../src/worker/client/analysis-client.js";
import type { Threads } from "../../src/worker/client/threads.js";
import { createAnalysisJobs } from "./analysis-jobs.js";
import { NOW, createTestClock } from "./clock.js";
import { taxonomy } from "./summary-facts.js";
import { createMockAdapter } from "./mock-adapter.js";
import { sourceCode } from "./source-code.js";
import { DAY } from "./durations.js";

/** Creates a signal that is never aborted. */
export const createSignal = () => new AbortController().signal;

/** What a test can change. The redaction is read at each search. */
interface SourceParts {
  readonly clock?: Clock;
  readonly redact?: () => SourceSetup["redact"];
  readonly code?: SourceCode;
}

/** A source that sends its requests to a mock server, or to something between the two. */
export async function createSource(
  server: MockServer | FetchAdapter,
  options: Partial<SourceOptions> = {},
  { clock = createTestClock(), redact = () => undefined, code = sourceCode }: SourceParts = {},
): Promise<AuditLogSource> {
  const adapter: FetchAdapter = "handle" in server ? createMockAdapter(server) : server;
  const all = { ...DEFAULT_SOURCE_OPTIONS, ...options };
  const fixed = { adapter, clock, temporal: await loadTemporal(), code };
  return new AuditLogSource(createSourceSetup(fixed, { options: () => all, taxonomy: () => taxonomy, redact }));
}

/** What counts events on the page itself. */
export function createAnalysis(): Analysis {
  const threads = { start: () => Promise.resolve(undefined) } as unknown as Threads;
  const client = new AnalysisClient(threads, () => Promise.resolve(createAnalysisJobs()));
  return new Analysis({ client, taxonomy: () => taxonomy, clock: createTestClock() });
}

/** What a log loads with its first search. */
export function createLoadedServer(source: AuditLogSource): LoadedServer {
  const analysis = createAnalysis();
  return {
    source,
    analysis,
    createPages: (reader, size, isOneList) => new LoadedPages(reader, size, source.names, analysis, isOneList),
  };
}

/** The last `days` up to `NOW`. */
export function createQuery(days: number, filters: Partial<AuditFilters> = {}, pageSize = 25): LogQuery {
  const span = { from: NOW - days * DAY, until: NOW };
  return { filters: { ...createDefaultFilters(), ...filters }, span, endsNow: false, pageSize };
}

/** Every page of a search, as an export reads them. Pages of a spent budget without events are left out. */
export async function readPages(reader: LogReader, take?: (page: SourcePage) => void): Promise<SourcePage[]> {
  const pages: SourcePage[] = [];
  for (let hasMore: SourcePage["hasMore"] = true; hasMore !== false;) {
    const page = await reader.read(reader.query.pageSize, { signal: createSignal() });
    ({ hasMore } = page);
    if (page.events.length === 0 && page.unreadable.length === 0 && hasMore !== false) continue;
    pages.push(page);
    take?.(page);
  }
  return pages;
}

/** Every event of a search, and what it covers at its end. */
export async function readAll(
  search: LogReader | Promise<LogReader>,
): Promise<{ events: AuditEvent[]; coverage: Coverage }> {
  const pages = await readPages(await search);
  return { events: pages.flatMap((page) => page.events), coverage: pages[pages.length - 1]!.coverage };
}

/** A record's content without its timestamp, which a server writes in its own format. */
function toContent(record: unknown): string {
  const { ["timestamp-datetime"]: _, ...rest } = record as Record<string, unknown>;
  return JSON.stringify(rest, Object.keys(rest).sort());
}

/** What was found, in an order that compares. */
export const listContents = (events: readonly AuditEvent[]) => events.map(({ raw }) => toContent(raw)).sort();

/** What the server's own list has in a span, in an order that compares. */
export function listStoredContents(
  server: MockServer,
  { from, until }: Span,
  matches: (record: Record<string, unknown>, log: string) => boolean = () => true,
): string[] {
  return server.stored
    .filter(({ time, record, log }) => time >= from && time < until && matches(record, log))
    .map(({ record }) => toContent(record))
    .sort();
}

/** A record without its own time; the server places it by `time`. */
export function removeTime({ time, record, ...more }: NewRecord): NewRecord {
  return { time, ...more, keepsTimestamp: true, record: { ...record, "timestamp-datetime": "soon" } };
}

/** Changes the answers of a server: `answer` gets the server's answer. */
export function intercept(
  server: MockServer,
  answer: (request: MockRequest, given: () => Promise<MockResponse>) => Promise<MockResponse>,
): void {
  const handle = server.handle.bind(server);
  server.handle = (request) => answer(request, () => handle(request));
}

/** The API's error body. */
export function refuse(code: number): Promise<MockResponse> {
  return Promise.resolve({ status: code, headers: {}, body: JSON.stringify({ code, message: "No such filter" }) });
}
