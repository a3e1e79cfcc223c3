import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import { DETAILS_ID, describeButton, disclosure } from "../disclosure.js";
import { createCell, setAttribute, type Cell, type CellSetting } from "./cells.js";
import { renderElement } from "./value-markup.js";

/** So many rows show their events at once, which is more than most screens have. */
export const FIRST_ROWS = 30;

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

  /** @param index the 0-based position of the event in the list */
  place(index: number, isOpen: boolean): void {
    const { element } = this;
    setAttribute(element, "class", `row${isOpen ? " open" : ""}${index < FIRST_ROWS ? "" : " later"}`);
    setAttribute(element, "part", isOpen ? "row row-open" : "row");
    setAttribute(element, "data-row", String(index));
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
    this.#button ??= renderElement(disclosure(this.event, false, env));
    first.append(this.#button);
    this.#cells = columns.map(createCell);
    this.element.replaceChildren(first, ...this.#cells.map(({ element }) => element));
  }
}

/** Gives each event a row: its own, else one that has become free, else a new one. Returns the rows and those left over. */
export function assignRows(events: readonly AuditEvent[], before: readonly Row[]): { rows: Row[]; free: Row[] } {
  const own = new Map(before.map((row) => [row.event.id, row]));
  const stays = new Set(events.map(({ id }) => id));
  const free = before.filter(({ event }) => !stays.has(event.id));
  const rows = events.map((event) => {
    const row = own.get(event.id) ?? free.shift() ?? new Row(event);
    row.event = event;
    return row;
  });
  return { rows, free };
}
