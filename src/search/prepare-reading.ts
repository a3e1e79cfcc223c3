import type { FilterProblem } from "../core/filters/filter-check.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { loadTemporal } from "../core/time/temporal.js";
import { resolveRange, type RangeSetting } from "../core/time/time-range.js";
import type { Reading } from "./operation.js";
import type { SourceMaker } from "./shared-source.js";

/** What a search needs to know beyond its filters. */
export interface SearchSetting extends RangeSetting {
  readonly pageSize: number;
}

/** What a search is for: filters that are ready to be searched, and the zone in which their range is meant. */
export interface Sought {
  readonly filters: AuditFilters;
  /** IANA id. */
  readonly zone: string;
  /** The fields that they came from; undefined where they were searched for before. */
  readonly draft?: AuditFilters;
}

/** Freezes the range, and has the source and the pages made for it; answers what is wrong with the filters instead. */
export async function prepareReading(
  makeSource: SourceMaker,
  { filters, zone }: Sought,
  problems: readonly FilterProblem[],
  setting: SearchSetting,
): Promise<Reading | readonly FilterProblem[]> {
  const range = resolveRange(filters.range, { ...setting, zone }, await loadTemporal());
  if (typeof range === "string") return [...problems, { field: "range", problem: range }];
  if (problems.length > 0) return problems;
  const searched = { filters, ...range, zone };
  // Of the same chunk as the source.
  const [source, { LoadedPages }] = await Promise.all([makeSource(), import("./loaded-pages.js")]);
  const reader = source.search({ ...searched, pageSize: setting.pageSize });
  return { searched, reader, loaded: new LoadedPages(reader, setting.pageSize, source.names) };
}
