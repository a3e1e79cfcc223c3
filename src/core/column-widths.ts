import { BUTTON, layOutColumns, type ColumnId, type ColumnWidths, type Needs } from "./table-columns.js";

/**
 * The widths of the columns in the grid of `createColumnTemplate`, in whole px, in their order. With the button, they may be
 * wider than the table, which then scrolls.
 */
export function computeColumnWidths(
  columns: readonly ColumnId[],
  width: number,
  needs: Needs | undefined,
  widths: ColumnWidths,
): number[] {
  const all = layOutColumns(columns, width, needs, widths);
  const result = all.map(({ px }) => px);
  if (!Number.isFinite(width)) return result;
  // Like a browser: a column that needs more than its share gets its need, and the others share the rest.
  let open = all.map((_, index) => index).filter((index) => all[index]?.share);
  for (;;) {
    const taken = result.reduce((sum, px, index) => (open.indexOf(index) === -1 ? sum + px : sum), BUTTON);
    const shares = open.reduce((sum, index) => sum + (all[index]?.share ?? 0), 0);
    const part = (width - taken) / Math.max(1, shares);
    // The sum of shares such as 0.4 is not exact.
    const size = (index: number) => part * (all[index]?.share ?? 0) + 0.001;
    const fits = open.filter((index) => size(index) >= (all[index]?.px ?? 0));
    if (fits.length === open.length) {
      for (const index of open) result[index] = Math.floor(size(index));
      // Rounding down leaves a few px.
      let rest = open.length > 0 ? Math.floor(width) - sumWidths(result) : 0;
      for (const index of open) if (rest-- > 0) result[index] = (result[index] ?? 0) + 1;
      return result;
    }
    open = fits;
  }
}

/** The width of all columns and the button, in px. */
export function sumWidths(widths: readonly number[]): number {
  return widths.reduce((sum, one) => sum + one, BUTTON);
}
