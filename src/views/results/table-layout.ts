import type { LitElement, ReactiveController } from "lit";
import type { AuditEvent } from "../../core/audit-event.js";
import { computeColumnWidths, sumWidths } from "../../core/column-widths.js";
import {
  BUTTON,
  createColumnTemplate,
  DEFAULT_COLUMNS,
  isList,
  layOutColumns,
  orderColumns,
  type ColumnId,
  type ColumnWidths,
  type Needs,
} from "../../core/table-columns.js";
import type { TimeFormatter } from "../../core/time/time-format.js";
import type { CellSetting } from "./rows/cells.js";
import { createTextWidths } from "./rows/text-widths.js";
import { computeColumnNeeds, findLongestValues, type LongestValues } from "./column-needs.js";

/** What the layout of a table depends on. */
export interface TableContent {
  readonly events: readonly AuditEvent[];
  readonly times: TimeFormatter;
  readonly columns: readonly ColumnId[];
  /** The widths that the user has set. */
  readonly widths: ColumnWidths;
  /** The widths during a drag. */
  readonly dragged: ColumnWidths | undefined;
  readonly isPrinted: boolean;
}

/** The default of `--alv-font-size-md`, in px. */
const DEFAULT_TYPE = 13;

/** The padding of a cell, in px. A little more does no harm: the text then reaches into it. */
const PADDING = 16;
/** The glyph of an action or an object and the space around it, in px. */
const GLYPH = 28;
/** What the last cell has more, so that no text reaches the edge of the viewer. */
const GUTTER = 8;

/** During a drag the widths change, and all cells are clipped. */
const CLIPPED = `
td{overflow:clip;text-overflow:ellipsis}
.row .clip.clip{overflow:clip}`;

/**
 * Lays out the columns of its host: measures the element `.ruler`, which is as wide as the table, and writes a style sheet. With
 * private properties instead, another width would style every element in the rows again, because elements inherit them.
 */
export class TableLayout implements ReactiveController {
  readonly #host: LitElement;
  readonly #content: () => TableContent;
  #columns: readonly ColumnId[] = DEFAULT_COLUMNS;
  #widths: readonly number[] = [];
  #scrolls = false;
  /** The width of the table, in px. */
  #room = Infinity;
  /** The width of all columns when none is dragged, in px. */
  #restWidth = 0;
  /** The size of the type relative to the default, 1 or more. */
  #type = 1;
  #longest: LongestValues = {};
  #measured: Pick<TableContent, "events" | "times"> | undefined;
  #observer: ResizeObserver | undefined;
  #ruler: Element | null = null;
  readonly #sheet = new CSSStyleSheet();
  /** The text of the style sheet. */
  #text = "";
  #measureText: ((text: string) => number) | undefined;
  #fits: CellSetting["fits"] = () => true;

  constructor(host: LitElement, content: () => TableContent) {
    this.#host = host;
    this.#content = content;
    host.addController(this);
  }

  /** The chosen columns in their order. */
  get columns(): readonly ColumnId[] {
    return this.#columns;
  }

  /** Whether the columns need more room than the table has. */
  get scrolls(): boolean {
    return this.#scrolls;
  }

  /** Whether a cell has room for its text. Another function after each change of the widths or the typeface. */
  get fits(): CellSetting["fits"] {
    return this.#fits;
  }

  /** The width of a column on the screen, in px. */
  getWidth(id: ColumnId): number {
    return this.#widths[this.#columns.indexOf(id)] ?? 0;
  }

  /** The columns before this one that share the remaining room. */
  flexibleBefore(id: ColumnId): ColumnId[] {
    const all = layOutColumns(this.#columns, this.#room, this.#needs(), this.#content().widths);
    return this.#columns.filter((_, at) => at < this.#columns.indexOf(id) && all[at]?.share);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver(([entry]) => this.#measure(entry));
    this.#observe();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const { events, times } = this.#content();
    if (events !== this.#measured?.events || times !== this.#measured.times) {
      this.#measured = { events, times };
      this.#longest = findLongestValues(events, times);
    }
    this.fit();
  }

  hostUpdated(): void {
    if (this.#ruler) return;
    const root = this.#host.renderRoot as ShadowRoot;
    // The first one, so that the styles of narrow viewers override it.
    root.adoptedStyleSheets.unshift(this.#sheet);
    this.#ruler = root.querySelector(".ruler");
    this.#observe();
  }

  /** Observes the ruler and not the table: the height of the table changes with the columns. */
  #observe(): void {
    if (this.#ruler) this.#observer?.observe(this.#ruler);
  }

  #measure(entry: ResizeObserverEntry | undefined): void {
    // A sheet of paper has another width; the width of the screen comes back after it.
    if (!entry || entry.contentRect.width === 0 || this.#content().isPrinted) return;
    this.#room = entry.contentRect.width;
    const { font, fontSize } = getComputedStyle(this.#host);
    this.#type = Math.max(1, parseFloat(fontSize) / DEFAULT_TYPE);
    this.#measureText = createTextWidths(font);
    this.fit();
    this.#updateFits();
  }

  fit(): void {
    const { columns: chosen, widths: set, dragged, isPrinted } = this.#content();
    const columns = orderColumns(chosen);
    const needs = this.#needs();
    const given = { ...set, ...dragged };
    // Paper has room for every chosen column: its cells wrap.
    const room = isPrinted ? Infinity : this.#room;
    const isMeasured = room < Infinity;
    const widths = computeColumnWidths(columns, room, needs, given);
    const total = sumWidths(widths);
    if (!dragged) this.#restWidth = total;
    // During a drag the scrolled rows never get narrower: they would move back under the pointer.
    const held = this.#scrolls && dragged ? Math.max(total, this.#restWidth) : total;
    const scrolls = isMeasured && held > room && !isList(columns, room);
    // A drag changes the style sheet alone; nothing is rendered before it ends.
    this.#keep(columns, dragged ? this.#widths : widths, scrolls);
    const template = isMeasured ? `${[BUTTON, ...widths].join("px ")}px` : createColumnTemplate(columns, room, needs);
    this.#write(`tr{grid-template-columns:${template}}
.scrolls tr{inline-size:${held}px}
.scrolls>thead,.scrolls>tbody{scroll-padding-inline-start:${BUTTON + (widths[0] ?? 0)}px}${dragged ? CLIPPED : ""}`);
  }

  /** Writes the style sheet only if it changes: the browser styles every row again, even for the same text. */
  #write(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#sheet.replaceSync(text);
  }

  #keep(columns: readonly ColumnId[], widths: readonly number[], scrolls: boolean): void {
    const before = [this.#columns, this.#widths, this.#scrolls].join(";");
    [this.#columns, this.#widths, this.#scrolls] = [columns, widths, scrolls];
    if ([columns, widths, scrolls].join(";") !== before) this.#updateFits();
  }

  #updateFits(): void {
    const measure = this.#measureText;
    const isFolded = isList(this.#columns, this.#room);
    const last = this.#columns[this.#columns.length - 1];
    this.#fits = (id, text) => {
      // Before the first measurement nothing is painted.
      if (!measure || isFolded) return !measure;
      const hasGlyph = id === "action" || id === "object";
      const around = PADDING + (id === last ? GUTTER : 0) + (hasGlyph ? GLYPH : 0);
      return measure(text) < this.getWidth(id) - around;
    };
    this.#host.requestUpdate();
  }

  #needs(): Needs {
    return computeColumnNeeds(this.#longest, this.#type);
  }
}
