import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import { DETAILS_ID, describeButton, disclosure } from "../disclosure.js";
import { createCell, setAttribute, type Cell, type CellSetting } from "./cells.js";
import { renderElement } from "./value-markup.js";

/** Where a row is in the list, and how it looks. */
export interface RowPlace {
  /** The 0-based position of the event in the list. */
  readonly index: number;
  readonly isOpen: boolean;
  /** The number of the row for screen readers; undefined if all rows of the list are in the document. */
  readonly ariaIndex: number | undefined;
}

/** A row of the table. Its elements are created once and show one event after the other. */
export class Row {
  readonly element = document.createElement("tr");
  readonly #button: HTMLElement;
  readonly #cells: readonly Cell[];
  #event: AuditEvent | undefined;
  #setting: CellSetting | undefined;

  constructor(columns: readonly ColumnId[], event: AuditEvent, setting: CellSetting) {
    this.element.setAttribute("role", "row");
    const first = document.createElement("td");
    first.setAttribute("role", "cell");
    this.#button = renderElement(disclosure(event, false, setting.env));
    first.append(this.#button);
    this.#cells = columns.map(createCell);
    this.element.append(first, ...this.#cells.map(({ element }) => element));
  }

  get id(): string {
    return this.#event?.id ?? "";
  }

  show(event: AuditEvent, { index, isOpen, ariaIndex }: RowPlace, setting: CellSetting): void {
    const { element } = this;
    setAttribute(element, "class", isOpen ? "row open" : "row");
    setAttribute(element, "part", isOpen ? "row row-open" : "row");
    setAttribute(element, "data-row", String(index));
    setAttribute(element, "aria-rowindex", ariaIndex === undefined ? undefined : String(ariaIndex));
    setAttribute(this.#button, "aria-expanded", String(isOpen));
    setAttribute(this.#button, "aria-controls", isOpen ? DETAILS_ID : undefined);
    if (event === this.#event && setting === this.#setting) return;
    this.#event = event;
    this.#setting = setting;
    setAttribute(this.#button, "aria-label", describeButton(event, setting.env));
    for (const cell of this.#cells) cell.show(event, setting);
  }
}
