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

/** Widths that the reader has set, in px. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

/** How narrow and how wide a column can be set, in px. */
export const WIDTH_LIMITS = { least: 64, most: 640 } as const;

/** Shown until the reader chooses others. */
export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMN_IDS.slice(0, 5);

/** The column that cannot be switched off. */
export const FIXED_COLUMN: ColumnId = "timestamp";

/** Below this own width, in px, the table becomes a list of the default columns. */
export const LIST_BELOW = 720;

interface Width {
  /** In px. */
  readonly least: number;
  /** In px: what wide typefaces need, where there is room for it in every column. */
  readonly better?: number;
  /** Of what is left. */
  readonly share?: number;
}

/** A timestamp of this year in English. */
const TIME = 164;

const WIDTHS: Readonly<Record<ColumnId, Width>> = {
  timestamp: { least: TIME },
  action: { least: 176, better: 180 },
  affectedUser: { least: 100, better: 108, share: 0.4 },
  affectedDomain: { least: 170, share: 1 },
  object: { least: 128, better: 142, share: 0.4 },
  byUser: { least: 108, share: 0.4 },
  byDomain: { least: 188, share: 0.7 },
  byIp: { least: 174 },
};

/** The button column in front, px. */
export const BUTTON = 36;

/** Alone with the default columns the affected domain gives way to the others, down to this. */
const DOMAIN_ALONE = { usual: 100, least: 52 };

/** Columns leave in this order, the least useful first; the default ones never leave. */
const LEAVING: readonly ColumnId[] = ["byDomain", "byIp", "byUser"];

function least(id: ColumnId, columns: readonly ColumnId[], time: number): number {
  if (id === "timestamp") return Math.max(time, TIME);
  if (id !== "affectedDomain" || LEAVING.some((other) => columns.indexOf(other) !== -1)) return WIDTHS[id].least;
  return Math.max(DOMAIN_ALONE.least, DOMAIN_ALONE.usual - Math.max(0, time - TIME));
}

/**
 * The columns that have room, in their order. What leaves is still in the details and in every export.
 *
 * @param columns the chosen ones
 * @param width the table's own, in px
 * @param time the width that the timestamps need, in px, where that is more than usual
 * @param widths what the reader has set: a narrower column makes room, a wider one takes none away, since the table scrolls
 */
export function fittingColumns(
  columns: readonly ColumnId[],
  width: number,
  time = TIME,
  widths: ColumnWidths = {},
): ColumnId[] {
  let kept = COLUMN_IDS.filter((id) => id === FIXED_COLUMN || columns.indexOf(id) !== -1);
  if (width < LIST_BELOW) return kept.filter((id) => LEAVING.indexOf(id) === -1);
  for (const id of LEAVING) {
    const needed = kept.reduce((sum, one) => sum + Math.min(widths[one] ?? Infinity, least(one, kept, time)), BUTTON);
    if (needed <= width) break;
    kept = kept.filter((one) => one !== id);
  }
  return kept;
}

/** A column of the grid. */
export interface Track {
  /** In px. */
  readonly px: number;
  /** Of what is left; without it the column is no wider than `px`. */
  readonly share: number | undefined;
}

/** The columns that fit, before what is left is handed out. */
export function tracks(columns: readonly ColumnId[], width: number, time = TIME, widths: ColumnWidths = {}): Track[] {
  const small = columns.map((id) => widths[id] ?? least(id, columns, time));
  const better = columns.map((id, index) => widths[id] ?? WIDTHS[id].better ?? small[index] ?? 0);
  const roomy = better.reduce((sum, one) => sum + one, BUTTON) <= width;
  const shared = columns.some((id) => WIDTHS[id].share);
  return (roomy ? better : small).map((px, index) => {
    const id = columns[index] as ColumnId;
    const last = index === columns.length - 1;
    const share = shared ? WIDTHS[id].share : last ? 1 : undefined;
    return { px, share: widths[id] === undefined ? share : undefined };
  });
}

/**
 * The grid template of a row: the button, then the columns. What is left goes to the columns that have a share, most of it
 * to the affected domain; without such a column the last one takes it. A column that the reader has set takes nothing.
 *
 * @param columns those that fit
 */
export function columnTemplate(
  columns: readonly ColumnId[],
  width: number,
  time = TIME,
  widths: ColumnWidths = {},
): string {
  const written = tracks(columns, width, time, widths).map(({ px, share }) =>
    share ? `minmax(${px}px, ${share}fr)` : `${px}px`,
  );
  return [`${BUTTON}px`, ...written].join(" ");
}
