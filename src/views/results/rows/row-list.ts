import { render, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import type { AuditEvent } from "../../../core/audit-event.js";
import type { ColumnId } from "../../../core/table-columns.js";
import type { Environment } from "../../shell/environment.js";
import { selectedRange } from "../text-selection.js";
import { setAttribute, type CellSetting } from "./cells.js";
import { placeElements } from "./place-elements.js";
import { RowHeights } from "./row-heights.js";
import { Row } from "./row.js";
import { ValueMarkup } from "./value-markup.js";

export interface RowListContent {
  readonly events: readonly AuditEvent[];
  /** The id of the event whose details are shown. */
  readonly openId: string | null;
  readonly columns: readonly ColumnId[];
  readonly env: Environment;
  readonly isPrinted: boolean;
  /** The details of the open event, in a row. */
  readonly details: (event: AuditEvent) => TemplateResult;
}

/** So many rows are rendered at once, which is more than most screens show. */
const FIRST_ROWS = 30;
/** A page has at most so many rows. All of them are in the document soon, so that the browser can find and read them. */
const PAGE_ROWS = 100;
/** So many rows of a page are rendered in each frame after the first. */
const ROWS_PER_FRAME = 10;
/** So many rows before and after those on the screen are rendered in a list that is longer than a page. */
const ROWS_AROUND = 8;

/**
 * The rows of a table. They show other events without being created again: an event that stays on the screen keeps its row, and
 * so the focus; a new event gets a row that has become free.
 *
 * Rows that are not on the screen wait: those of a page for the next frames, those of a longer list until they are scrolled
 * to. The space of rows that are not rendered is the padding of the list.
 */
export class RowList implements ReactiveController {
  readonly #host: LitElement;
  readonly #read: () => RowListContent;
  readonly #heights = new RowHeights();
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries));
  /** The roots that the page and the viewer are in: a scroll event does not leave its root. */
  #roots: Node[] = [];
  #list: HTMLElement | null = null;
  #content: RowListContent | undefined;
  #setting: CellSetting | undefined;
  /** The rendered rows, those of the events from `#from` on. */
  #rows: readonly Row[] = [];
  #from = 0;
  #details: { readonly id: string; readonly element: HTMLTableRowElement } | undefined;
  #frame = 0;

  constructor(host: LitElement, read: () => RowListContent) {
    this.#host = host;
    this.#read = read;
    host.addController(this);
  }

  hostConnected(): void {
    if (this.#content) this.#continue();
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#stopFollowing();
  }

  hostUpdated(): void {
    this.#list ??= this.#host.renderRoot.querySelector("tbody");
    const [before, now] = [this.#content, this.#read()];
    if (String(before?.columns) !== String(now.columns)) this.#removeRows();
    if (before?.env !== now.env || before.isPrinted !== now.isPrinted) {
      const values = before?.env === now.env ? this.#setting!.values : new ValueMarkup();
      this.#setting = { env: now.env, isPrinted: now.isPrinted, values };
    }
    if (before?.events[0] !== now.events[0]) this.#heights.forgetRows();
    this.#content = now;
    const stays = now.events.length > 0 && this.#rows.some(({ id }) => now.events[this.#indexOf(id)] !== undefined);
    const { from, until } = stays ? this.#range : { from: 0, until: FIRST_ROWS };
    this.#render(from, Math.max(until, from + FIRST_ROWS));
    this.#continue();
  }

  #indexOf(id: string): number {
    return this.#content!.events.findIndex((event) => event.id === id);
  }

  get #count(): number {
    return this.#content?.events.length ?? 0;
  }

  get #range(): { from: number; until: number } {
    return { from: this.#from, until: this.#from + this.#rows.length };
  }

  /** Whether only the rows around the screen are rendered. */
  get #isLong(): boolean {
    return this.#count > PAGE_ROWS && !this.#content!.isPrinted;
  }

  get #isWhole(): boolean {
    return this.#rows.length === this.#count;
  }

  /** Renders the rows that are still missing before the next frame is painted. */
  #continue(): void {
    if (this.#isLong) this.#follow();
    else this.#stopFollowing();
    if (this.#isWhole || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#showOnScreen();
    });
  }

  #follow(): void {
    if (this.#roots.length > 0) return;
    for (let at: Node = this.#host; ;) {
      const root = at.getRootNode();
      this.#roots.push(root);
      if (!(root instanceof ShadowRoot)) break;
      at = root.host;
    }
    for (const root of this.#roots)
      root.addEventListener("scroll", this.#showOnScreen, { capture: true, passive: true });
    addEventListener("resize", this.#showOnScreen);
    this.#list?.addEventListener("keydown", this.#returnToFocus);
  }

  #stopFollowing(): void {
    for (const root of this.#roots) root.removeEventListener("scroll", this.#showOnScreen, { capture: true });
    this.#roots = [];
    removeEventListener("resize", this.#showOnScreen);
    this.#list?.removeEventListener("keydown", this.#returnToFocus);
  }

  /** Renders the rows that are on the screen, and a few around them. */
  readonly #showOnScreen = (): void => {
    if (!this.#list || this.#isWhole) return;
    const { top, bottom } = this.#list.getBoundingClientRect();
    if (bottom === top) return;
    const count = this.#count;
    const first = this.#heights.indexAt(-top, count);
    const last = this.#heights.indexAt(innerHeight - top, count) + 1;
    const { from, until } = this.#range;
    if (!this.#isLong) {
      this.#render(0, Math.max(last, until + (last > until ? 0 : ROWS_PER_FRAME)));
      this.#continue();
      return;
    }
    const isNear = (one: number, other: number) => Math.abs(one - other) < ROWS_AROUND / 2;
    const [wantedFrom, wantedUntil] = [Math.max(0, first - ROWS_AROUND), Math.min(count, last + ROWS_AROUND)];
    if (from <= first && until >= last && isNear(from, wantedFrom) && isNear(until, wantedUntil)) return;
    // Removing a row would take it out of the reader's selection.
    const isSelected = selectedRange(this.#list) !== undefined;
    this.#render(
      isSelected ? Math.min(from, wantedFrom) : wantedFrom,
      isSelected ? Math.max(until, wantedUntil) : wantedUntil,
    );
  };

  /** The row that has the focus may be far away. The next key starts from there, so its neighbors are rendered. */
  readonly #returnToFocus = ({ key }: KeyboardEvent): void => {
    const focused = this.#focusedRow();
    if (key !== "Tab" || !focused || !focused.element.matches(".kept")) return;
    const index = this.#indexOf(focused.id);
    this.#render(index - ROWS_AROUND, index + FIRST_ROWS);
  };

  #focusedRow(): Row | undefined {
    return this.#rows.find(({ element }) => element.matches(":focus-within")) ?? this.#kept;
  }

  /** The row that has the focus, while it is not among the rendered ones. */
  #kept: Row | undefined;

  #render(from: number, until: number): void {
    const { events, openId, columns, isPrinted } = this.#content!;
    const count = events.length;
    const isWhole = isPrinted || count <= FIRST_ROWS;
    this.#from = isWhole ? 0 : Math.max(0, Math.min(from, count - FIRST_ROWS));
    const shown = isWhole ? events : events.slice(this.#from, Math.min(count, until));
    const before = new Map(this.#rows.map((row) => [row.id, row]));
    const focused = this.#focusedRow();
    if (focused) before.set(focused.id, focused);
    const ids = new Set(shown.map(({ id }) => id));
    const free = [...before.values()].filter(({ id }) => !ids.has(id));
    const isKept = focused !== undefined && !ids.has(focused.id) && this.#isLong && this.#indexOf(focused.id) !== -1;
    if (isKept) free.splice(free.indexOf(focused), 1);
    this.#kept = isKept ? focused : undefined;
    if (free.length < before.size) for (const { element } of free) element.remove();
    const rows = shown.map(({ id }) => before.get(id));
    const setting = this.#setting!;
    this.#rows = shown.map((event, at) => {
      const row = rows[at] ?? free.shift() ?? this.#create(columns, event, setting);
      const index = this.#from + at;
      row.show(event, { index, isOpen: event.id === openId, ariaIndex: this.#ariaIndex(index) }, setting);
      row.element.classList.remove("kept");
      return row;
    });
    for (const { element } of free) {
      element.remove();
      this.#observer.unobserve(element);
    }
    this.#place(focused?.element);
    this.#setSpace();
  }

  #create(columns: readonly ColumnId[], event: AuditEvent, setting: CellSetting): Row {
    const row = new Row(columns, event, setting);
    this.#observer.observe(row.element);
    return row;
  }

  #place(focused: HTMLElement | undefined): void {
    const { events, openId, details } = this.#content!;
    const elements = this.#rows.map(({ element }) => element);
    const at = this.#rows.findIndex(({ id }) => id === openId);
    const before = this.#details;
    this.#details = undefined;
    if (at !== -1 && openId !== null) {
      this.#details = before?.id === openId ? before : { id: openId, element: document.createElement("tr") };
      const { element } = this.#details;
      if (this.#details !== before) {
        element.setAttribute("role", "row");
        element.className = "details open";
        this.#observer.observe(element);
      }
      const index = this.#ariaIndex(this.#from + at);
      setAttribute(element, "aria-rowindex", index === undefined ? undefined : String(index + 1));
      render(details(events[this.#from + at]!), element);
      elements.splice(at + 1, 0, element);
    }
    if (before && before !== this.#details) {
      this.#observer.unobserve(before.element);
      before.element.remove();
    }
    const kept = this.#kept;
    if (kept) {
      kept.element.classList.add("kept");
      kept.element.style.setProperty("--_at", `${this.#heights.offset(this.#indexOf(kept.id))}px`);
    }
    // The last row says how many there are.
    const last = this.#ariaIndex(events.length);
    setAttribute(this.#list!.parentElement!, "aria-rowcount", last === undefined ? undefined : String(last - 1));
    placeElements(this.#list!, elements, kept ? undefined : focused, kept?.element);
  }

  /** The number of a row in a long list: the head is the first row, and the details of the open event are one as well. */
  #ariaIndex(index: number): number | undefined {
    if (!this.#isLong) return undefined;
    const { openId } = this.#content!;
    const open = openId === null ? -1 : this.#indexOf(openId);
    return index + 2 + (open !== -1 && open < index ? 1 : 0);
  }

  #setSpace(): void {
    const { from, until } = this.#range;
    const { style } = this.#list!;
    const end = this.#heights.offset(this.#count);
    style.setProperty("--_row", `${this.#heights.usual}px`);
    style.setProperty("--_before", `${this.#heights.offset(from)}px`);
    style.setProperty("--_after", `${Math.max(0, end - this.#heights.offset(until))}px`);
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    const height = (element: Element) =>
      entries.find(({ target }) => target === element)?.borderBoxSize[0]?.blockSize ??
      element.getBoundingClientRect().height;
    const sizes = new Map(entries.map(({ target, borderBoxSize }) => [target, borderBoxSize[0]?.blockSize ?? 0]));
    const measured = new Map<number, number>();
    for (const [at, { id, element }] of this.#rows.entries()) {
      const own = sizes.get(element);
      const details = this.#details?.id === id ? this.#details.element : undefined;
      if (own === 0 || (own === undefined && !(details && sizes.has(details)))) continue;
      measured.set(this.#from + at, (own ?? height(element)) + (details ? height(details) : 0));
    }
    if (this.#heights.note(measured, measured.size > this.#rows.length / 2)) {
      this.#setSpace();
      this.#continue();
    }
  }

  #removeRows(): void {
    for (const { element } of this.#rows) {
      element.remove();
      this.#observer.unobserve(element);
    }
    this.#rows = [];
    this.#kept = undefined;
  }
}
