/** The columns of the results table, in their order. */
export const COLUMN_IDS = [
  "timestamp",
  "action",
  "affectedUser",
  "affectedDomain",
  "object",
  "byUser",
  "byDomain",
  "byIp",
] as const;

export type ColumnId = (typeof COLUMN_IDS)[number];

/** Shown until the reader chooses others. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMN_IDS.slice(0, 5);

/** The column that cannot be switched off. */
export const FIXED_COLUMN: ColumnId = "timestamp";

/** Below this own width, in px, the table becomes a list of the default columns. */
export const LIST_BELOW = 720;

interface Width {
  /** In px. */
  readonly least: number;
  /** In px: what wide typefaces need. It is given before anything is shared. */
  readonly most?: number;
  /** Of what is left. */
  readonly share?: number;
}

const WIDTHS: Readonly<Record<ColumnId, Width>> = {
  timestamp: { least: 164 },
  action: { least: 176, most: 180 },
  affectedUser: { least: 100, share: 0.4 },
  affectedDomain: { least: 170, share: 1 },
  object: { least: 128, most: 134 },
  byUser: { least: 108, share: 0.4 },
  byDomain: { least: 188, share: 0.7 },
  byIp: { least: 174 },
};

/** The button column in front. */
const BUTTON = 36;

/** Alone with the default columns the affected domain gives way to this width before anything else leaves. */
const DOMAIN_ALONE = 100;

/** Columns leave in this order, the least useful first; the default ones never leave. */
const LEAVING: readonly ColumnId[] = ["byDomain", "byIp", "byUser"];

function least(id: ColumnId, columns: readonly ColumnId[]): number {
  if (id !== "affectedDomain") return WIDTHS[id].least;
  return LEAVING.some((other) => columns.indexOf(other) !== -1) ? WIDTHS.affectedDomain.least : DOMAIN_ALONE;
}

/**
 * The columns that have room, in their order. What leaves is still in the details and in every export.
 *
 * @param columns the chosen ones
 * @param width the table's own, in px
 */
export function fittingColumns(columns: readonly ColumnId[], width: number): ColumnId[] {
  let kept = COLUMN_IDS.filter((id) => id === FIXED_COLUMN || columns.indexOf(id) !== -1);
  if (width < LIST_BELOW) return kept.filter((id) => LEAVING.indexOf(id) === -1);
  for (const id of LEAVING) {
    const needed = kept.reduce((sum, one) => sum + least(one, kept), BUTTON);
    if (needed <= width) break;
    kept = kept.filter((one) => one !== id);
  }
  return kept;
}

/**
 * The grid template of a row: the button, then the columns. What is left goes to the columns that have a share, most of it
 * to the affected domain; without such a column the last one takes it.
 *
 * @param time the width that the timestamps need, in px, where that is more than usual
 */
export function columnTemplate(columns: readonly ColumnId[], time = 0): string {
  const shared = columns.some((id) => WIDTHS[id].share);
  const tracks = columns.map((id, index) => {
    const width = id === "timestamp" ? Math.max(time, WIDTHS[id].least) : least(id, columns);
    const { most, share = !shared && index === columns.length - 1 ? 1 : 0 } = WIDTHS[id];
    return share ? `minmax(${width}px, ${share}fr)` : most ? `minmax(${width}px, ${most}px)` : `${width}px`;
  });
  return [`${BUTTON}px`, ...tracks].join(" ");
}
