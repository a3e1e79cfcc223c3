import { FIELDS_IN_ROW, FIELDS, type Column, type ColumnField, type DomainField, type Field } from "./fields.js";

/** The column that cannot be switched off. */
export const FIXED_COLUMN = "timestamp";

/** A column has the id of its field, except the timestamp: preferences and style sheets use this name. */
export type ColumnId = Exclude<ColumnField, "time"> | "timestamp";

const COLUMNS = Object.fromEntries(
  FIELDS_IN_ROW.flatMap((field) => {
    const { column }: Field = FIELDS[field];
    return column ? [[field === "time" ? FIXED_COLUMN : field, column]] : [];
  }),
) as Readonly<Record<ColumnId, Column>>;

/** The columns of the results table, in their order. */
export const COLUMN_IDS = Object.keys(COLUMNS) as readonly ColumnId[];

/** The field that a column shows. */
export function fieldOf(column: ColumnId): ColumnField {
  return column === "timestamp" ? "time" : column;
}

/** Widths that the reader has set, in px. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

/** How narrow and how wide a column can be set, in px. */
export const WIDTH_LIMITS = { least: 64, most: 640 } as const;

/**
 * Widths that are remembered, in px: a column before one that was set is held at the width that it had, and that may be any.
 */
export const HELD_LIMITS = { least: 52, most: 4096 } as const;

/** Shown until the reader chooses others. */
export const DEFAULT_COLUMNS = COLUMN_IDS.filter((id) => COLUMNS[id].isDefault);

/** Below this own width, in px, a table of default columns becomes a list. */
export const LIST_BELOW = 720;

/** The button column in front, px. */
export const BUTTON = 36;

/** Columns whose values are long, and may be cut: they get what they need before others get more than that. */
export const LONG_COLUMNS = COLUMN_IDS.filter((id): id is LongColumn => FIELDS[fieldOf(id)].kind === "domain");

type LongColumn = DomainField & ColumnField;

/** What the values on the page ask for, in px, where that is more than usual. */
export interface Needs extends Readonly<Partial<Record<LongColumn, number>>> {
  readonly timestamp?: number;
  /** How much larger than usual the type is. */
  readonly type?: number;
}

function least(id: ColumnId, columns: readonly ColumnId[], { timestamp = 0, type = 1 }: Needs): number {
  const usual = COLUMNS.timestamp.least;
  const time = Math.max(timestamp, usual);
  if (id === "timestamp") return time;
  const { least, alone } = COLUMNS[id];
  // The default columns fit everywhere; with others the table scrolls, and none is too narrow for its type.
  if (!folds(columns)) return Math.ceil(least * type);
  return alone ? Math.max(alone.least, alone.usual - (time - usual)) : least;
}

/** The chosen columns in their order, with the one that cannot be switched off. */
export function orderedColumns(columns: readonly ColumnId[]): ColumnId[] {
  return COLUMN_IDS.filter((id) => id === FIXED_COLUMN || columns.indexOf(id) !== -1);
}

/**
 * Whether a table of these columns becomes a list where it is too narrow. Columns that the reader switched on have no place in
 * a list: a table with one of them scrolls.
 */
export function folds(columns: readonly ColumnId[]): boolean {
  return columns.every((id) => COLUMNS[id].isDefault);
}

/** @param width the table's own, in px */
export function isList(columns: readonly ColumnId[], width: number): boolean {
  return width < LIST_BELOW && folds(columns);
}

/** A column of the grid. */
export interface Track {
  /** In px. */
  readonly px: number;
  /** Of what is left; without it the column is no wider than `px`. */
  readonly share: number | undefined;
}

/**
 * The columns, before what is left is handed out. Together they may need more than the table has: then it scrolls.
 *
 * @param columns in their order
 * @param width the table's own, in px
 * @param widths what the reader has set
 */
export function tracks(
  columns: readonly ColumnId[],
  width: number,
  needs: Needs = {},
  widths: ColumnWidths = {},
): Track[] {
  const small = columns.map((id) => least(id, columns, needs));
  const better = columns.map((id, index) => Math.max(COLUMNS[id].better ?? 0, small[index] ?? 0));
  // Whatever is set: while the reader sets one column, the others keep their place.
  const usual = sum(better) <= width ? better : small;
  const set = columns.map((id, index) => widths[id] ?? usual[index] ?? 0);
  for (const id of LONG_COLUMNS) {
    const at = columns.indexOf(id);
    const more = Math.min(needs[id] ?? 0, WIDTH_LIMITS.most) - (set[at] ?? 0);
    if (at === -1 || widths[id] !== undefined || !Number.isFinite(width)) continue;
    set[at] = (set[at] ?? 0) + Math.max(0, Math.min(more, Math.floor(width - sum(set))));
  }
  const shared = columns.some((id) => COLUMNS[id].share);
  return set.map((px, index) => {
    const id = columns[index] as ColumnId;
    const last = index === columns.length - 1;
    const share = shared ? COLUMNS[id].share : last ? 1 : undefined;
    return { px, share: widths[id] === undefined ? share : undefined };
  });
}

const sum = (widths: readonly number[]): number => widths.reduce((all, one) => all + one, BUTTON);

/**
 * The grid template of a row: the button, then the columns. What is left goes to the columns that have a share, most of it
 * to the affected domain; without such a column the last one takes it. A column that the reader has set takes nothing.
 *
 * @param columns in their order
 */
export function columnTemplate(
  columns: readonly ColumnId[],
  width: number,
  needs: Needs = {},
  widths: ColumnWidths = {},
): string {
  const written = tracks(columns, width, needs, widths).map(({ px, share }) =>
    share ? `minmax(${px}px, ${share}fr)` : `${px}px`,
  );
  return [`${BUTTON}px`, ...written].join(" ");
}
