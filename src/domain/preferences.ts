import type { ColumnId, ColumnWidths } from "./columns.js";

/** How many records a page may have. */
export const PAGE_SIZES = [10, 25, 50, 100] as const;

/** What a reader has chosen: how events are shown, never events, and nothing of who may see them. */
export interface Preferences {
  readonly view?: "table" | "cards";
  /** The columns of the table. */
  readonly columns?: readonly ColumnId[];
  /** In px, of the columns that were given one. */
  readonly widths?: ColumnWidths;
  /** An IANA id. */
  readonly timezone?: string;
  readonly pageSize?: (typeof PAGE_SIZES)[number];
}
