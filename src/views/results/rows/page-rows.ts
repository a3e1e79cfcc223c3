import { render, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import type { Environment } from "../../shell/environment.js";
import { placeElements } from "./place-elements.js";
import { assignRows, FIRST_ROWS, type Row, type RowSetting } from "./row.js";
import { ValueMarkup } from "./value-markup.js";

export interface RowsContent {
  readonly events: readonly AuditEvent[];
  /** The id of the event whose details are shown. */
  readonly openId: string | null;
  /** The columns in their order. */
  readonly columns: readonly ColumnId[];
  readonly env: Environment;
  readonly isPrinted: boolean;
  /** The details of the open event, in a row. */
  readonly details: (event: AuditEvent) => TemplateResult;
}

/** So many of the other rows follow in each frame. */
const ROWS_PER_FRAME = 25;

/**
 * The rows of a page. They show other events without being created again: an event that stays on the screen keeps its row, and
 * so the focus; a new event gets a row that has become free.
 *
 * Rows that are not on the screen show their events after the frame that paints the others, so a long page appears as fast as a
 * short one.
 */
export class PageRows implements ReactiveController {
  readonly #read: () => RowsContent;
  readonly #host: LitElement;
  #list: HTMLElement | null = null;
  #setting: RowSetting | undefined;
  #rows: readonly Row[] = [];
  #openId: string | null = null;
  #details: { readonly id: string; readonly element: HTMLTableRowElement } | undefined;
  /** The rows that do not show their events yet. */
  #waiting: readonly Row[] = [];
  #frame = 0;

  constructor(host: LitElement, read: () => RowsContent) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.finish();
  }

  hostUpdated(): void {
    this.#list ??= this.#host.renderRoot.querySelector("tbody");
    const content = this.#read();
    const { events, openId, isPrinted } = content;
    const setting = this.#updateSetting(content);
    const stays = new Set(this.#rows.filter((row) => row.isShown(setting)).map(({ event }) => event));
    const { rows, free } = assignRows(events, this.#rows);
    for (const { element } of free) element.remove();
    this.#rows = rows;
    this.#openId = openId;
    for (const [index, row] of rows.entries()) row.place(index, row.event.id === openId);
    const isAtOnce = isPrinted || document.hidden || !this.#host.isConnected;
    const now = rows.filter(({ event }, index) => isAtOnce || index < FIRST_ROWS || stays.has(event));
    this.#waiting = rows.filter((row) => now.indexOf(row) === -1);
    this.#show(now);
    this.#place(content);
    if (this.#waiting.length > 0 && this.#frame === 0) this.#frame = requestAnimationFrame(this.#showOnScreen);
  }

  /** Shows the events of all rows. */
  finish(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#show(this.#waiting);
    this.#waiting = [];
  }

  /** The same setting as long as nothing has changed for all rows. */
  #updateSetting({ env, isPrinted, columns }: RowsContent): RowSetting {
    const before = this.#setting;
    const isSame = before?.env === env && before.isPrinted === isPrinted;
    if (isSame && String(before.columns) === String(columns)) return before;
    const values = before?.env === env ? before.values : new ValueMarkup();
    return (this.#setting = { env, isPrinted, values, columns });
  }

  #show(rows: readonly Row[]): void {
    for (const row of rows) row.show(this.#setting!, row.event.id === this.#openId);
  }

  /** Before the frame is painted: rows that are on the screen do not wait. */
  readonly #showOnScreen = (): void => {
    const isSeen = ({ element }: Row) => {
      const { top, bottom } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    };
    this.#showNow(this.#waiting.filter(isSeen));
  };

  #showNow(rows: readonly Row[]): void {
    this.#show(rows);
    this.#waiting = this.#waiting.filter((row) => rows.indexOf(row) === -1);
    const next = () => this.#showNow(this.#waiting.slice(0, ROWS_PER_FRAME));
    this.#frame = this.#waiting.length > 0 ? requestAnimationFrame(next) : 0;
  }

  #place({ events, openId, details }: RowsContent): void {
    const elements = this.#rows.map(({ element }) => element);
    const at = events.findIndex(({ id }) => id === openId);
    const before = this.#details;
    this.#details = undefined;
    if (at !== -1 && openId !== null) {
      this.#details = before?.id === openId ? before : { id: openId, element: createDetailsRow() };
      render(details(events[at]!), this.#details.element);
      elements.splice(at + 1, 0, this.#details.element);
    }
    if (before !== this.#details) before?.element.remove();
    const focused = elements.find((element) => element.matches(":focus-within"));
    placeElements(this.#list!, elements, focused);
  }
}

function createDetailsRow(): HTMLTableRowElement {
  const element = document.createElement("tr");
  element.setAttribute("role", "row");
  element.className = "details open";
  return element;
}
