import { expect } from "@open-wc/testing";
import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogReader } from "../../../src/api/reading/log-reader.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import type { AuditLogSource, SourceSetup } from "../../../src/api/source.js";
import type { Span } from "../../../src/core/coverage.js";
import type { AuditFilters } from "../../../src/core/filters/filters.js";
import { NOW, createTestClock } from "../../support/clock.js";
import { TestNetwork } from "../../support/test-network.js";
import {
  listContents,
  createSignal,
  createQuery,
  createSource,
  listStoredContents,
} from "../../support/data-source.js";
import { HOUR, MINUTE } from "../../support/durations.js";

/** A change every half hour, a sign-in in both logs every three hours, and one only in the access log every five hours. */
export const RECORDS: NewRecord[] = [
  ...Array.from({ length: 960 }, (_, at): NewRecord => ({
    time: NOW - (at + 1) * 30 * MINUTE,
    record: { "by-user": `u${at}`, "action-type": "update" },
  })),
  ...Array.from({ length: 160 }, (_, at): NewRecord => ({
    time: NOW - at * 3 * HOUR - 7 * MINUTE,
    log: "both",
    record: { "by-user": `b${at}`, "action-type": "login" },
  })),
  ...Array.from({ length: 96 }, (_, at): NewRecord => ({
    time: NOW - at * 5 * HOUR - 11 * MINUTE,
    log: "access",
    record: { "by-user": `a${at}`, "action-type": "login" },
  })),
];

export const DAYS = 20;

export interface Stage {
  readonly server: MockServer;
  readonly network: TestNetwork;
  readonly source: AuditLogSource;
  readonly clock: ReturnType<typeof createTestClock>;
  readonly setup: { redact?: SourceSetup["redact"] };
  search(filters?: Partial<AuditFilters>, days?: number): Promise<LogReader>;
}

export async function createLog(
  records: readonly NewRecord[] = RECORDS,
  options: Partial<SourceOptions> = {},
  behavior: Partial<ServerBehavior> = {},
): Promise<Stage> {
  const server = createMockServer({ now: () => NOW, records, behavior });
  const network = new TestNetwork(server);
  const clock = createTestClock();
  const setup: Stage["setup"] = {};
  const source = await createSource(network, options, { clock, redact: () => setup.redact });
  const search = (filters: Partial<AuditFilters> = {}, days = DAYS) =>
    source.search({ ...createQuery(days, filters), endsNow: true });
  return { server, network, source, clock, setup, search };
}

/** Reads on, budget after budget, until so many events are found or the range ends. */
export async function readTo(reader: LogReader, count = Infinity): Promise<void> {
  for (let turn = 0; turn < 500 && reader.found < count && reader.hasMoreThan(reader.found) !== false; turn += 1) {
    await reader.readTo(count, { signal: createSignal() });
  }
}

/** Reads what is missing, budget after budget. */
export async function readMissing(reader: LogReader): Promise<void> {
  for (let turn = 0; turn < 500 && reader.coverage().missing.length > 0; turn += 1)
    await reader.readMissing({ signal: createSignal() });
}

/** Refreshes after `later` ms: reads the new events and adds them to the reader. */
export async function refresh(on: Stage, reader: LogReader, later: number): Promise<number> {
  on.clock.time += later;
  const { until } = reader.query.span;
  const newer = on.source.newer(reader, until + later);
  const from = reader.recentFrom;
  expect(await newer.readBack(from, { signal: createSignal() })).to.equal(true);
  return reader.addRefresh(newer, from);
}

export const listEvents = (reader: LogReader) => reader.first(Infinity);

/** Checks that the list has exactly the server's records, newest first, each with its own id, with the right counts. */
export function expectTruth(
  server: MockServer,
  reader: LogReader,
  filter?: (record: Record<string, unknown>) => boolean,
): void {
  const events = listEvents(reader);
  const { asked, matched, complete, missing } = reader.coverage();
  expect(listContents(events)).to.deep.equal(listStoredContents(server, asked, filter));
  const times = events.flatMap(({ time }) => time ?? []);
  expect(times).to.deep.equal([...times].sort((one, other) => other - one));
  expect(new Set(events.map(({ id }) => id)).size).to.equal(events.length);
  expect([matched, missing, complete]).to.deep.equal([events.length, [], true]);
}

export const isInAuditLog = (_record: unknown, log: string) => log !== "access";

export const catchKind = (promise: Promise<unknown>) =>
  promise.then(
    () => "none",
    (error: { kind: string }) => error.kind,
  );

export const listPaths = ({ requests }: MockServer) => [...new Set(requests.map(({ path }) => path))];

export const findRequestedSpan = ({ requests }: MockServer): Span => ({
  from: Math.min(...requests.map(({ query }) => Date.parse(query.get("datetime-start")!))),
  until: Math.max(...requests.map(({ query }) => Date.parse(query.get("datetime-end")!))),
});

export const createLogin = (time: number, user: string, log: NewRecord["log"] = "access"): NewRecord => ({
  time,
  log: log!,
  record: { "by-user": user, "action-type": "login" },
});

export const change = (time: number, user: string): NewRecord => ({
  time,
  record: { "by-user": user, "action-type": "update" },
});
