import { render, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import type { Environment } from "../../shell/environment.js";
import { setAttribute, type CellSetting } from "./cells.js";
import { placeElements } from "./place-elements.js";
import { assignRows, FIRST_ROWS, type Row, type RowSetting } from "./row.js";
import type { RowsAhead } from "./rows-ahead.js";
import { ValueMarkup } from "./value-markup.js";

export interface RowsContent {
  readonly events: readonly AuditEvent[];
  /** The id of the event whose details are shown. */
  readonly openId: string | null;
  /** The columns in their order. */
  readonly columns: readonly ColumnId[];
  readonly fits: CellSetting["fits"];
  readonly env: Environment;
  readonly isPrinted: boolean;
  /** The details of the open event, in a row. */
  readonly details: (event: AuditEvent) => TemplateResult;
  /** Creates the window of a long list; undefined if it is not loaded. */
  readonly createWindow: ((host: LitElement, list: HTMLElement, render: () => void) => RowWindow) | undefined;
  /** Loads the window of a long list, and updates the host then. */
  readonly loadWindow: () => void;
}

/** Positions in the list of events, `until` excluded. */
export interface RowRange {
  readonly from: number;
  readonly until: number;
}

/** The rows that are in the document. */
export interface RenderedRows {
  readonly rows: readonly Row[];
  /** The position of the first one. */
  readonly from: number;
  /** The number of all events. */
  readonly count: number;
  readonly details: { readonly id: string; readonly element: Element } | undefined;
  /** The row that has the focus and was scrolled away. */
  readonly kept: { readonly index: number } | undefined;
}

/** Chooses which rows of a long list are rendered, and makes room for the others. */
export interface RowWindow {
  /** @param isNew whether no event of the previous list is left */
  choose(count: number, isNew: boolean): RowRange;
  /** The distance of a row from the start of the list, in px. */
  findTop(index: number): number;
  /** Called after rows were rendered. */
  show(rendered: RenderedRows): void;
  end(): void;
}

/** A longer list renders only the rows around the screen. */
const PAGE_ROWS = 100;
/** The number of other rows that follow in each frame. */
const ROWS_PER_FRAME = 25;

/**
 * The rows of the table. They show other events without being created again: an event that stays on the screen keeps its row, and
 * so the focus; a new event gets a row that has become free.
 *
 * Rows of a page that are not on the screen show their events after the frame that paints the others, so a long page appears as
 * fast as a short one. A longer list has only the rows around the screen in the document.
 */
export class TableRows implements ReactiveController {
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
  #window: RowWindow | undefined;
  /** The events of a long list. */
  #events: readonly AuditEvent[] = [];
  /** The rows of the page that probably comes next. */
  #ahead: RowsAhead | undefined;
  /** The row that has the focus and was scrolled away. */
  #kept: { readonly row: Row; readonly index: number } | undefined;

  constructor(host: LitElement, read: () => RowsContent) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#list) this.#render();
  }

  hostDisconnected(): void {
    this.finish();
    this.#window?.end();
    this.#window = undefined;
  }

  hostUpdated(): void {
    this.#list ??= this.#host.renderRoot.querySelector("tbody");
    this.#render();
  }

  readonly #render = (): void => {
    const content = this.#read();
    const { openId, isPrinted } = content;
    const setting = this.#updateSetting(content);
    const shown = { list: this.#list!, rows: this.#rows };
    ({ list: this.#list, rows: this.#rows } = this.#ahead?.choose(content.events, shown) ?? shown);
    const stays = new Set(this.#rows.filter((row) => row.isShown(setting)).map(({ event }) => event));
    const { events, from } = this.#chooseEvents(content);
    const before = this.#kept?.row;
    const focused = this.#findFocused(content);
    const { rows, moved, free } = assignRows(events, this.#rows, focused?.row);
    for (const { element } of [...moved, ...free]) element.remove();
    this.#rows = rows;
    this.#kept = focused && rows.indexOf(focused.row) === -1 ? focused : undefined;
    if (before && before !== this.#kept?.row && rows.indexOf(before) === -1) before.element.remove();
    this.#openId = openId;
    const open = this.#window ? content.events.findIndex(({ id }) => id === openId) : -1;
    for (const [at, row] of rows.entries()) {
      const index = from + at;
      // In a long list, the head is the first row, and the details are a row as well.
      const number = this.#window && index + 2 + (open !== -1 && open < index ? 1 : 0);
      row.place(index, row.event.id === openId, number);
    }
    const isAtOnce = isPrinted || document.hidden || !this.#host.isConnected || this.#window !== undefined;
    const now = rows.filter(({ event }, index) => isAtOnce || index < FIRST_ROWS || stays.has(event));
    this.#waiting = rows.filter((row) => now.indexOf(row) === -1);
    this.#show(now);
    this.#place(content, from, open !== -1);
    if (this.#waiting.length > 0 && this.#frame === 0) this.#frame = requestAnimationFrame(this.#showOnScreen);
  };

  /** Prepares rows for another page. It is shown faster then. */
  prepare(events: readonly AuditEvent[] | undefined, Ahead: typeof RowsAhead): void {
    this.#ahead ??= new Ahead(this.#list!, this.#read().events, this.#render);
    this.#ahead.prepare(events, this.#setting!);
  }

  /** The events that get a row. */
  #chooseEvents({ events, isPrinted, createWindow, loadWindow }: RowsContent): {
    events: readonly AuditEvent[];
    from: number;
  } {
    const isLong = events.length > PAGE_ROWS && !isPrinted && this.#host.isConnected;
    if (isLong && !createWindow) loadWindow();
    if (isLong) this.#window ??= createWindow?.(this.#host, this.#list!, this.#render);
    else this.#window?.end();
    if (!isLong) this.#window = undefined;
    if (!this.#window) return { events: events.slice(0, this.#ahead?.most), from: 0 };
    const before = this.#events;
    this.#events = events;
    const first = this.#rows[0]?.event.id;
    const isNew = events !== before && !events.some(({ id }) => id === first);
    const { from, until } = this.#window.choose(events.length, isNew);
    return { events: events.slice(from, until), from };
  }

  /** The row that has the focus, unless its event is gone. It stays in the document, also if it was scrolled away. */
  #findFocused({ events }: RowsContent): { readonly row: Row; readonly index: number } | undefined {
    const all = this.#kept ? [...this.#rows, this.#kept.row] : this.#rows;
    const row = all.find(({ element }) => element.matches(":focus-within"));
    const index = row ? events.findIndex(({ id }) => id === row.event.id) : -1;
    return row && index !== -1 ? { row, index } : undefined;
  }

  /** Shows the events of all rows. */
  finish(): void {
    if (this.#ahead?.most) this.#render();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#show(this.#waiting);
    this.#waiting = [];
  }

  /** The same setting as long as nothing has changed for all rows. */
  #updateSetting({ env, isPrinted, columns, fits }: RowsContent): RowSetting {
    const before = this.#setting;
    const isSame = before?.env === env && before.isPrinted === isPrinted && before.fits === fits;
    if (isSame && String(before.columns) === String(columns)) return before;
    const values = before?.env === env ? before.values : new ValueMarkup();
    return (this.#setting = { env, isPrinted, values, columns, fits });
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

  #place({ events, openId, details }: RowsContent, from: number, isOpen: boolean): void {
    const elements = this.#rows.map(({ element }) => element);
    const at = this.#rows.findIndex(({ event }) => event.id === openId);
    const before = this.#details;
    this.#details = undefined;
    if (at !== -1 && openId !== null) {
      this.#details = before?.id === openId ? before : { id: openId, element: createDetailsRow() };
      const { element } = this.#details;
      setAttribute(element, "aria-rowindex", this.#window && String(from + at + 3));
      render(details(this.#rows[at]!.event), element);
      elements.splice(at + 1, 0, this.#details.element);
    }
    if (before !== this.#details) before?.element.remove();
    const kept = this.#kept;
    if (kept) {
      kept.row.element.classList.add("kept");
      kept.row.element.style.setProperty("--_at", `${this.#window!.findTop(kept.index)}px`);
      elements.splice(kept.index < from ? 0 : elements.length, 0, kept.row.element);
    }
    const focused = elements.find((element) => element.matches(":focus-within"));
    placeElements(this.#list!, elements, focused);
    const count = events.length;
    setAttribute(this.#list!.parentElement!, "aria-rowcount", this.#window && String(count + (isOpen ? 2 : 1)));
    this.#window?.show({ rows: this.#rows, from, count, details: this.#details, kept });
  }
}

function createDetailsRow(): HTMLTableRowElement {
  const element = document.createElement("tr");
  element.setAttribute("role", "row");
  element.className = "details open";
  return element;
}
