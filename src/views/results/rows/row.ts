import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import { DETAILS_ID, describeButton, renderDisclosure } from "../disclosure.js";
import { createCell, setAttribute, type Cell, type CellSetting } from "./cells.js";
import { renderElement } from "./value-markup.js";

/** The number of rows that show their events at once. On a large screen, the other visible rows follow before the paint. */
export const FIRST_ROWS = 25;

/** What the rows of a table show. */
export interface RowSetting extends CellSetting {
  readonly columns: readonly ColumnId[];
}

/** A row of the table. Its elements are created once and show one event after the other. */
export class Row {
  readonly element = document.createElement("tr");
  event: AuditEvent;
  #button: HTMLElement | undefined;
  #cells: readonly Cell[] = [];
  /** What the elements show. */
  #shown: { readonly event: AuditEvent; readonly setting: RowSetting } | undefined;

  constructor(event: AuditEvent) {
    this.event = event;
    this.element.setAttribute("role", "row");
    this.element.className = "row";
  }

  /** Whether the elements show the event of this row. */
  isShown(setting: RowSetting): boolean {
    return this.#shown?.event === this.event && this.#shown.setting === setting;
  }

  /**
   * @param index the 0-based position of the event in the list
   * @param number the number of the row for screen readers; undefined if all rows are in the document
   */
  place(index: number, isOpen: boolean, number?: number): void {
    const { element } = this;
    const isLater = number === undefined && index >= FIRST_ROWS;
    setAttribute(element, "class", `row${isOpen ? " open" : ""}${isLater ? " later" : ""}`);
    setAttribute(element, "part", isOpen ? "row row-open" : "row");
    setAttribute(element, "data-row", String(index));
    setAttribute(element, "aria-rowindex", number === undefined ? undefined : String(number));
  }

  show(setting: RowSetting, isOpen: boolean): void {
    const { event } = this;
    if (this.#shown?.setting.columns !== setting.columns) this.#createCells(setting);
    if (!this.isShown(setting)) {
      this.#shown = { event, setting };
      setAttribute(this.#button!, "aria-label", describeButton(event, setting.env));
      for (const cell of this.#cells) cell.show(event, setting);
    }
    setAttribute(this.#button!, "aria-expanded", String(isOpen));
    setAttribute(this.#button!, "aria-controls", isOpen ? DETAILS_ID : undefined);
  }

  #createCells({ columns, env }: RowSetting): void {
    const first = document.createElement("td");
    first.setAttribute("role", "cell");
    this.#button ??= renderElement(renderDisclosure(this.event, false, env));
    first.append(this.#button);
    this.#cells = columns.map(createCell);
    this.element.replaceChildren(first, ...this.#cells.map(({ element }) => element));
  }
}

/**
 * Gives each event a row: its own, else one that has become free, else a new one.
 *
 * @param focused shows no other event
 * @returns the rows, those of them that are not at their place any more, and those left over
 */
export function assignRows(
  events: readonly AuditEvent[],
  before: readonly Row[],
  focused?: Row,
): { rows: Row[]; moved: Row[]; free: Row[] } {
  const ids = new Set(events.map(({ id }) => id));
  const stays = before.filter(({ event }) => ids.has(event.id));
  // Moving many rows takes longer than showing other events in all of them.
  const isMoved = stays.length * 2 >= before.length || focused !== undefined;
  const own = new Map((isMoved ? [...stays, ...(focused ? [focused] : [])] : []).map((row) => [row.event.id, row]));
  const free = before.filter((row) => row !== focused && own.get(row.event.id) !== row);
  const moved: Row[] = [];
  const rows = events.map((event) => {
    const row = own.get(event.id) ?? free.shift() ?? new Row(event);
    if (isMoved && row.event.id !== event.id) moved.push(row);
    row.event = event;
    return row;
  });
  return { rows, moved, free };
}
