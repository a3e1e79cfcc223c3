import { createMockServer, type ServerBehavior, type MockServer, type NewRecord } from "../../../demo/mocks/index.js";
import type { LogQuery } from "../../../src/api/reading/log-reader.js";
import type { SourceOptions } from "../../../src/api/source-options.js";
import type { AuditFilters } from "../../../src/core/filters/filters.js";
import { NOW } from "../../support/clock.js";
import { taxonomy } from "../../support/summary-facts.js";
import { createQuery, readAll, createSource, listStoredContents } from "../../support/data-source.js";
import { MINUTE, SECOND } from "../../support/durations.js";

export type Wire = Record<string, string>;

export type SeenRequest = MockServer["requests"][number];

/** Creates a record every two minutes; every hundredth has the fields that `rare` returns for its number. */
export const log = (
  count: number,
  rare: (at: number) => Wire,
  common: Wire = { "action-type": "create" },
): NewRecord[] =>
  Array.from({ length: count }, (_, at) => ({
    time: NOW - (at + 1) * 2 * MINUTE,
    record: {
      "target-user": String(at),
      "target-object": "subscriber",
      ...common,
      ...(at % 100 === 0 ? rare(at / 100) : {}),
    },
  }));

export const cycleValues =
  (name: string, values: readonly string[]) =>
  (at: number): Wire => ({ [name]: values[at % values.length]! });

/** About six days, read in a dozen windows. */
export const COUNT = 4500;

export const DAYS = 7;

export function createServer(records: readonly NewRecord[], behavior: Partial<ServerBehavior> = {}): MockServer {
  return createMockServer({ now: () => NOW, records, behavior });
}

/** Whether a record matches the filters by the taxonomy. */
export const isWanted =
  ({ actions = [], objects = [] }: Partial<AuditFilters>) =>
  (record: Record<string, unknown>) =>
    (actions.length === 0 || actions.includes(taxonomy.action(String(record["action-type"])).item?.id ?? "")) &&
    (objects.length === 0 || objects.includes(taxonomy.object(String(record["target-object"])).item?.id ?? ""));

/** Whether a request has a filter for actions or objects. One for a single second tests the letter case. */
export const isNarrowed = ({ query }: SeenRequest) => query.has("action-type") || query.has("target-object");

export const computeLength = ({ query }: SeenRequest) =>
  Date.parse(query.get("datetime-end")!) - Date.parse(query.get("datetime-start")!);

export const isProbe = (request: SeenRequest) => isNarrowed(request) && computeLength(request) <= 2 * SECOND;

export const listNarrowed = ({ requests }: MockServer) => requests.filter((one) => isNarrowed(one) && !isProbe(one));

export async function searchServer(
  server: MockServer,
  filters: Partial<AuditFilters>,
  options: Partial<SourceOptions> = {},
) {
  const query: LogQuery = createQuery(DAYS, filters);
  const source = await createSource(server, { signIns: "off", ...options });
  const { events, coverage } = await readAll(source.search(query));
  return { query, source, events, coverage, expected: listStoredContents(server, query.span, isWanted(filters)) };
}

/** Lists the sent values of each window as one text. */
export function listRequestedValues(server: MockServer, ...names: string[]): string[] {
  const windows = new Map<string, string[]>();
  for (const { query } of listNarrowed(server)) {
    const key = `${query.get("datetime-start")}/${query.get("datetime-end")}`;
    windows.set(key, [...(windows.get(key) ?? []), names.map((name) => query.get(name) ?? "-").join(" ")]);
  }
  return [...new Set([...windows.values()].map((values) => values.sort().join(", ")))];
}

export const DELETE = { actions: ["delete"] };

export const createDeletion = () => ({ "action-type": "delete" });
