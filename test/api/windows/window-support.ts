import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import { ApiClient } from "../../../src/api/transport/api-client.js";
import type { FetchAdapter } from "../../../src/api/transport/adapter.js";
import { EndpointBehavior } from "../../../src/api/server/endpoint-behavior.js";
import type { Param } from "../../../src/api/server/send-plan.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import { WindowReader, type WindowRead } from "../../../src/api/windows/window-reader.js";
import type { Span } from "../../../src/core/coverage.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { createTestClock } from "../../support/clock.js";
import { createMockAdapter } from "../../support/mock-adapter.js";
import { sourceCode } from "../../support/source-code.js";
import { HOUR, SECOND } from "../../support/durations.js";

export const T = Date.UTC(2026, 10, 23, 12);

export const NOTHING_SENT: readonly Param[] = [];

/** Records at these times, named by their number. */
export const createTimedRecords = (times: readonly number[]): NewRecord[] =>
  times.map((time, at) => ({
    time,
    record: { "by-user": `u${at}`, "target-domain": "abc.example", "action-type": "update", "target-object": "user" },
  }));

export const spreadTimes = (count: number, from: number, until: number) =>
  Array.from({ length: count }, (_, at) => from + Math.floor((((until - from) / count) * at) / SECOND) * SECOND);

export async function setUp(adapter: FetchAdapter, paging: SourceOptions["paging"] = "auto") {
  const behavior = new EndpointBehavior();
  const client = new ApiClient(adapter, createTestClock(), () => 4, sourceCode.loadErrorText);
  const reader = new WindowReader(
    client,
    "/auditlog",
    behavior,
    paging,
    {
      naiveZone: "UTC",
      temporal: await loadTemporal(),
    },
    sourceCode,
  );
  const scope = { signal: new AbortController().signal, onRequest: () => undefined };
  const read = (span: Span, params = NOTHING_SENT) => reader.read(span, params, scope);
  return { behavior, reader, read, scope };
}

export async function createReader(
  times: readonly number[],
  behavior: Partial<ServerBehavior> = {},
  paging?: SourceOptions["paging"],
) {
  const server = createMockServer({ now: () => T + HOUR, records: createTimedRecords(times), behavior });
  return { server, ...(await setUp(createMockAdapter(server), paging)) };
}

export const listUsers = ({ items }: WindowRead) => items.map(({ event }) => event!.byUser);

export const listParameter = (server: MockServer, name: string) => server.requests.map(({ query }) => query.get(name));

/** The users in a span, as the server's list of records has them. */
export const listStoredUsers = (server: MockServer, { from, until }: Span) =>
  server.stored.filter(({ time }) => time >= from && time < until).map(({ record }) => record["by-user"]);
