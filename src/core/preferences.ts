import type { ColumnId, ColumnWidths } from "./table-columns.js";

/** The possible numbers of records per page. `all` shows all loaded records as one list. */
export const PAGE_SIZES = [10, 25, 50, 100, "all"] as const;

export type PageSize = (typeof PAGE_SIZES)[number];

/** The number of records that are read for a page; one list grows by so many. */
export function countPerPage(size: PageSize): number {
  return size === "all" ? 100 : size;
}

/** The user's choices about how events are shown; they contain no events and no user data. */
export interface Preferences {
  readonly view?: "table" | "cards";
  /** The columns of the table. */
  readonly columns?: readonly ColumnId[];
  /** Widths in px, for resized columns only. */
  readonly widths?: ColumnWidths;
  /** An IANA time zone name. */
  readonly timezone?: string;
  readonly pageSize?: PageSize;
  /** Whether the timeline above the results is unfolded. */
  readonly timeline?: boolean;
  /** Whether the breakdown is shown beside the results. */
  readonly breakdown?: boolean;
}
