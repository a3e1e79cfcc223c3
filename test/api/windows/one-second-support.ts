import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import { ApiClient } from "../../../src/api/transport/api-client.js";
import { EndpointBehavior } from "../../../src/api/server/endpoint-behavior.js";
import type { Param } from "../../../src/api/server/send-plan.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import { WindowReader, type WindowRead } from "../../../src/api/windows/window-reader.js";
import { loadTemporal } from "../../../src/core/time/temporal.js";
import { createTestClock } from "../../support/clock.js";
import { createMockAdapter } from "../../support/mock-adapter.js";
import { NOW } from "../../support/clock.js";
import { sourceCode } from "../../support/source-code.js";
import { HOUR, SECOND } from "../../support/durations.js";

export const T = NOW - HOUR;

export const SPAN = { from: T, until: T + SECOND };

export const CAP = 30;

/** `count` records of one second; the values of each field come in turn. */
export const createBurst = (
  count: number,
  fields: Record<string, readonly string[]>,
  time = T,
  name = "r",
): NewRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    time,
    record: {
      "by-user": `${name}${at}`,
      "action-type": "update",
      ...Object.fromEntries(Object.entries(fields).map(([field, values]) => [field, values[at % values.length]])),
    },
  }));

export const listNumbers = (count: number, prefix = "") => Array.from({ length: count }, (_, at) => `${prefix}${at}`);

export interface Facing {
  readonly server: MockServer;
  readonly habits: EndpointBehavior;
  read(params?: readonly Param[]): Promise<WindowRead>;
}

export async function createReader(
  records: readonly NewRecord[],
  wire: Partial<ServerBehavior> = {},
  paging: SourceOptions["paging"] = "auto",
): Promise<Facing> {
  const server = createMockServer({
    now: () => NOW,
    records,
    behavior: { limit: { cap: CAP }, start: "ignored", ...wire },
  });
  const habits = new EndpointBehavior();
  const client = new ApiClient(createMockAdapter(server), createTestClock(), () => 4, sourceCode.loadErrorText);
  const temporal = await loadTemporal();
  const reader = new WindowReader(client, "/auditlog", habits, paging, { naiveZone: "UTC", temporal }, sourceCode);
  const scope = { signal: new AbortController().signal, onRequest: () => undefined };
  return { server, habits, read: (params = []) => reader.read(SPAN, params, scope) };
}

export const listUsers = ({ items }: WindowRead) => items.map(({ event }) => event!.byUser);

export const FIELDS = [
  "by-ip",
  "by-domain",
  "by-client",
  "action-type",
  "target-domain",
  "target-object",
  "target-host",
  "target-user",
];
