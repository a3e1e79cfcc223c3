import type { FilterProblem } from "../core/filters/filter-check.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { loadTemporal } from "../core/time/temporal.js";
import { resolveRange, type RangeSetting } from "../core/time/time-range.js";
import type { Reading } from "./operation.js";
import type { LogServer } from "./server.js";

/** What a search needs to know besides its filters. */
export interface SearchSetting extends RangeSetting {
  readonly pageSize: number;
}

/** What a search is for: checked filters, and the zone of their range. */
export interface Sought {
  readonly filters: AuditFilters;
  /** IANA id. */
  readonly zone: string;
  /** The fields that the filters came from; undefined if these filters were searched before. */
  readonly draft?: AuditFilters;
}

/** Freezes the range as instants and creates the reader and its pages, or returns what is wrong with the filters. */
export async function beginReading(
  server: LogServer,
  { filters, zone }: Sought,
  problems: readonly FilterProblem[],
  setting: SearchSetting,
): Promise<Reading | readonly FilterProblem[]> {
  const range = resolveRange(filters.range, { ...setting, zone }, await loadTemporal());
  if (typeof range === "string") return [...problems, { field: "range", problem: range }];
  if (problems.length > 0) return problems;
  const searched = { filters, ...range, zone };
  const { source, LoadedPages } = await server.code();
  const reader = source.search({ ...searched, pageSize: setting.pageSize });
  return { searched, reader, loaded: new LoadedPages(reader, setting.pageSize, source.names) };
}
