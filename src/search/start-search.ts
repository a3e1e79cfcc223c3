import type { LogReader } from "../api/reading/log-reader.js";
import { AuditLogError, failLoading } from "../core/errors.js";
import type { FilterProblem } from "../core/filters/filter-check.js";
import type { AuditFilters } from "../core/filters/filters.js";
import { loadTemporal } from "../core/time/temporal.js";
import { resolveRange, type RangeSetting } from "../core/time/time-range.js";
import type { LoadedPages } from "./loaded-pages.js";
import type { Searched } from "./log-state.js";
import type { LogServer } from "./server.js";

/** What a search needs besides its filters. */
export interface SearchSetting extends RangeSetting {
  /** Events per page; in one list, so many are added at a time. */
  readonly pageSize: number;
  /** Whether all loaded events are shown as one list. */
  readonly isOneList?: boolean;
}

/** What the user asks for: checked filters, and the time zone of their range. */
export interface SearchRequest {
  readonly filters: AuditFilters;
  /** IANA id. */
  readonly zone: string;
  /** The filters as the user entered them; undefined if they were searched before. */
  readonly draft?: AuditFilters;
}

/** A search with its reader and its loaded pages. */
export interface Search {
  readonly searched: Searched;
  readonly reader: LogReader;
  readonly loaded: LoadedPages;
}

/** A search that can be read, or why there is none. */
export type SearchStart =
  | { readonly search: Search; readonly problems?: never; readonly error?: never }
  | { readonly problems: readonly FilterProblem[]; readonly search?: never; readonly error?: never }
  | { readonly error: AuditLogError; readonly search?: never; readonly problems?: never };

/** Resolves the range to instants, loads the code that a search needs, and creates the reader. */
export async function startSearch(
  server: LogServer,
  { filters, zone }: SearchRequest,
  problems: readonly FilterProblem[],
  setting: SearchSetting,
): Promise<SearchStart> {
  try {
    const range = resolveRange(filters.range, { ...setting, zone }, await loadTemporal().catch(failLoading));
    if (typeof range === "string") return { problems: [...problems, { field: "range", problem: range }] };
    if (problems.length > 0) return { problems };
    const searched = { filters, ...range, zone };
    const { source, createPages } = await server.load();
    const reader = await source.search({ ...searched, pageSize: setting.pageSize });
    return { search: { searched, reader, loaded: createPages(reader, setting.pageSize, setting.isOneList) } };
  } catch (error) {
    if (error instanceof AuditLogError) return { error };
    throw error;
  }
}
