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
export function findField(column: ColumnId): ColumnField {
  return column === "timestamp" ? "time" : column;
}

/** The widths that the user set, in px. */
export type ColumnWidths = Readonly<Partial<Record<ColumnId, number>>>;

/** The limits for the width that a user can set, in px. */
export const WIDTH_LIMITS = { least: 64, most: 640 } as const;

/**
 * The limits for a stored width, in px. When a user resizes a column, the columns before it keep their widths, which can be
 * outside of `WIDTH_LIMITS`.
 */
export const HELD_LIMITS = { least: 52, most: 4096 } as const;

/** The columns that are shown until the user chooses others. */
export const DEFAULT_COLUMNS = COLUMN_IDS.filter((id) => COLUMNS[id].isDefault);

/** A table of default columns becomes a list if it is narrower than this, in px. */
export const LIST_BELOW = 720;

/** The width of the first column, which has the button, in px. */
export const BUTTON = 36;

/** The columns with long values. They get the width that they need before other columns grow. */
export const LONG_COLUMNS = COLUMN_IDS.filter((id): id is LongColumn => FIELDS[findField(id)].kind === "domain");

type LongColumn = DomainField & ColumnField;

/** The widths that the values on the page need, in px. */
export interface Needs extends Readonly<Partial<Record<LongColumn, number>>> {
  readonly timestamp?: number;
  /** The font size, as a multiple of the default one. */
  readonly type?: number;
}

function computeLeastWidth(id: ColumnId, columns: readonly ColumnId[], { timestamp = 0, type = 1 }: Needs): number {
  const usual = COLUMNS.timestamp.least;
  const time = Math.max(timestamp, usual);
  if (id === "timestamp") return time;
  const { least, alone } = COLUMNS[id];
  // Default columns fit at any width. With other columns the table scrolls, so each column fits its font size.
  if (!canBecomeList(columns)) return Math.ceil(least * type);
  return alone ? Math.max(alone.least, alone.usual - (time - usual)) : least;
}

/** Puts the chosen columns in order and adds the fixed column. */
export function orderColumns(columns: readonly ColumnId[]): ColumnId[] {
  return COLUMN_IDS.filter((id) => id === FIXED_COLUMN || columns.indexOf(id) !== -1);
}

/**
 * Whether a table of these columns becomes a list if it is narrow. A list has no place for columns that are off by
 * default: a table with one of them scrolls.
 */
export function canBecomeList(columns: readonly ColumnId[]): boolean {
  return columns.every((id) => COLUMNS[id].isDefault);
}

/** @param width the width of the table, in px */
export function isList(columns: readonly ColumnId[], width: number): boolean {
  return width < LIST_BELOW && canBecomeList(columns);
}

/** A column of the grid. */
export interface Track {
  /** In px. */
  readonly px: number;
  /** The part of the remaining width that the column gets; undefined: the column has the width `px`. */
  readonly share: number | undefined;
}

/**
 * Lays out the columns, before they share the remaining width. If they need more width than the table has, the table scrolls.
 *
 * @param columns in their order
 * @param width the width of the table, in px
 * @param widths the widths that the user set
 */
export function layOutColumns(
  columns: readonly ColumnId[],
  width: number,
  needs: Needs = {},
  widths: ColumnWidths = {},
): Track[] {
  const small = columns.map((id) => computeLeastWidth(id, columns, needs));
  const better = columns.map((id, index) => Math.max(COLUMNS[id].better ?? 0, small[index] ?? 0));
  // Does not depend on `widths`, so that the other columns do not move while the user resizes one.
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
 * The grid template of a row: the button, then the columns. Columns with a share get the remaining width; without such
 * a column, the last column gets it. A column with a width that the user set gets nothing.
 *
 * @param columns in their order
 */
export function createColumnTemplate(
  columns: readonly ColumnId[],
  width: number,
  needs: Needs = {},
  widths: ColumnWidths = {},
): string {
  const written = layOutColumns(columns, width, needs, widths).map(({ px, share }) =>
    share ? `minmax(${px}px, ${share}fr)` : `${px}px`,
  );
  return [`${BUTTON}px`, ...written].join(" ");
}
