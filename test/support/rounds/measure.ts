import { createMockServer, type NewRecord, type StoredRecord } from "../../../demo/mocks/index.js";
import { DEFAULT_SOURCE_OPTIONS } from "../../../src/api/source-options.js";
import { AuditLogSource } from "../../../src/api/source.js";
import { createDefaultFilters, type AuditFilters } from "../../../src/core/filters/filters.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { LogStore } from "../../../src/search/log-store.js";
import type { SearchSetting } from "../../../src/search/start-search.js";
import { NOW } from "../clock.js";
import { readEvent, computeLeast, type Least } from "./least.js";
import { areNewest, findMatching, taxonomy } from "./newest.js";
import { countMostAtOnce, RequestLog, countRounds, formatRequests } from "./request-log.js";
import type { RoundsSearch } from "./searches.js";
import type { RoundsServer } from "./servers.js";
import { VirtualTime } from "./virtual-time.js";
import { createLoadedServer } from "../data-source.js";
import { sourceCode } from "../source-code.js";
import { MINUTE } from "../durations.js";

/** Rows of a page, as by default. */
export const PAGE_SIZE = 10;
/** Records that come between a search and a refresh. */
const ADDED = 3;

/** What it took until the page was there. */
export interface Figures {
  /** All of them: aborted, refused and probing ones, and those that went on when the page was there. */
  readonly requests: number;
  /** How many of the two logs were asked. */
  readonly endpoints: number;
  /** Requests one after the other, until the page was there. */
  readonly rounds: number;
  /** The number of received records. */
  readonly records: number;
  readonly atOnce: number;
  /** Until the page was there. */
  readonly seconds: number;
  /** Reading stopped before the page was full or the range was read. */
  readonly paused: boolean;
  readonly least: Least;
  /** The newest events that match are loaded, and no others. */
  readonly isRight: boolean;
  /** The server applies every filter: actions and objects are only requested where many records are left. */
  readonly isFiltered: boolean;
  /** A line for each request. */
  readonly log: string;
}

/**
 * Runs a search of a viewer's store on a server with everyday data, 150 records a day for 400 days. No real time passes, and the
 * figures are the same every time.
 *
 * @param answerMs what an answer takes
 */
export async function measure(search: RoundsSearch, kind: RoundsServer, answerMs = 1000): Promise<Figures> {
  const time = new VirtualTime(NOW);
  const behavior = { delayMs: answerMs, ...kind.behavior };
  const server = createMockServer({ now: () => NOW, behavior, sleep: time.sleep });
  const log = new RequestLog({ server, time, longestDays: kind.longestDays, isSilent: kind.isSilent });
  const temporal = await loadTemporal();
  const options = DEFAULT_SOURCE_OPTIONS;
  const source = new AuditLogSource({
    adapter: log.adapter,
    options,
    clock: time,
    taxonomy,
    temporal,
    code: sourceCode,
  });
  const store = new LogStore(() => Promise.resolve(createLoadedServer(source)));
  const filters: AuditFilters = { ...createDefaultFilters(), ...search.filters(server) };
  const createSetting = (): SearchSetting => {
    return { now: time.now(), zone: "America/New_York", weekStart: 7, pageSize: PAGE_SIZE };
  };
  let [begin, end] = [0, 0];
  const run = async (operation: () => Promise<void>) => {
    log.begin();
    begin = time.passed;
    await time.run(operation(), () => (end = time.passed));
    if (store.state.failure) throw store.state.failure.error;
  };

  const { signal } = new AbortController();
  store.setDraft(filters);
  await run(() => store.search(createSetting(), signal));
  if (search.then === "next") await run(() => store.next(signal));
  if (search.then === "refresh") {
    time.pass(5 * MINUTE);
    for (let age = 1; age <= ADDED; age += 1) server.add(copyRecord(server.stored[0]!, time.now() - age * MINUTE));
    await run(() => store.refresh(createSetting(), signal));
  }

  const { searched, paused, pages, coverage } = store.state;
  const { span } = searched!;
  const matching = findMatching(server, filters, span, temporal);
  const wanted = PAGE_SIZE + { next: PAGE_SIZE, refresh: ADDED, none: 0 }[search.then ?? "none"];
  const oldest = paused ? coverage!.readFrom : (matching[wanted - 1]?.time ?? span.from);
  const needed = {
    // A refresh reads again what may have come late.
    from: search.then === "refresh" ? NOW - options.lateMinutes * MINUTE : oldest,
    until: search.then === "next" ? matching[PAGE_SIZE - 1]!.time : span.until,
  };
  const { requests } = log;
  return {
    requests: requests.length,
    endpoints: new Set(requests.map(({ path }) => path)).size,
    rounds: countRounds(requests, end),
    records: requests.reduce((sum, { records }) => sum + records, 0),
    atOnce: countMostAtOnce(requests),
    seconds: (end - begin) / 1000,
    paused,
    least: computeLeast({ server, kind, filters, span: needed, taxonomy, temporal, places: options.concurrency }),
    isRight: areNewest(
      pages.flat().map(({ time }) => time),
      matching.slice(0, wanted).map((entry) => readEvent(entry, temporal).time),
      paused,
    ),
    isFiltered:
      filters.byUser === "" && filters.affectedDomain !== "" && filters.actions.length + filters.objects.length === 0,
    log: formatRequests(requests, NOW),
  };
}

/** The same at another time, which the server writes. */
function copyRecord({ record }: StoredRecord, time: number): NewRecord {
  const { ["timestamp-datetime"]: _, ...rest } = record;
  return { time, record: rest };
}
