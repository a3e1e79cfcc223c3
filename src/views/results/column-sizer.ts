import type { LitElement, ReactiveController } from "lit";
import { WIDTH_LIMITS, type ColumnId, type ColumnWidths } from "../../core/table-columns.js";
import { send } from "../shell/commands.js";

export interface SizedTable {
  /** The widths that the user has set. */
  readonly widths: () => ColumnWidths;
  /** The width of a column on the screen, in px. */
  readonly actual: (id: ColumnId) => number;
  /** The columns before this one that share the remaining room. */
  readonly flexibleBefore: (id: ColumnId) => readonly ColumnId[];
  /** Called when `dragged` has changed. */
  readonly onDrag: () => void;
}

const EVENTS = ["keydown", "pointerdown", "pointermove", "pointerup", "lostpointercapture", "dblclick"];

/** The step of an arrow key, in px; with Shift it is four times as long. */
const STEP = 8;

interface Drag {
  readonly id: ColumnId;
  /** The position of the pointer at the start, in px. */
  readonly from: number;
  /** The width of the column at the start, in px. */
  readonly px: number;
  /** The widths of the columns before it, which they keep. */
  readonly held: ColumnWidths;
}

/**
 * Lets the user set the widths of columns with separators at the ends of the headers (`data-column`). It is loaded when the pointer or
 * the focus reaches one. The pointer drags them and the arrow
 * keys move them; Home and End set the smallest and the largest width; Enter and a double click reset it. The columns before a
 * resized one keep their widths. Otherwise they would share the difference, and the separator would not follow the pointer.
 *
 * Sends the command `prefer` at the end of a drag and for each key.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/
 */
export class ColumnSizer implements ReactiveController {
  readonly #host: LitElement;
  readonly #table: SizedTable;
  #drag: Drag | undefined;
  #dragged: ColumnWidths | undefined;
  /** What the user has chosen last. The table gets it after the next painting, and another key may come before. */
  #chosen: { readonly id: ColumnId; readonly widths: ColumnWidths; readonly before: ColumnWidths } | undefined;

  constructor(host: LitElement, table: SizedTable) {
    this.#host = host;
    this.#table = table;
    host.addController(this);
    // Not on the separators, which the table renders again with each update.
    for (const type of EVENTS) host.renderRoot.addEventListener(type, this);
  }

  /** The widths during a drag, which replace the ones that were set. */
  get dragged(): ColumnWidths | undefined {
    return this.#dragged;
  }

  hostDisconnected(): void {
    this.#endDrag();
    this.#chosen = undefined;
  }

  hostUpdated(): void {
    if (!this.#chosen || this.#table.widths() === this.#chosen.before) return;
    const { id } = this.#chosen;
    this.#chosen = undefined;
    this.#reveal(id);
  }

  handleEvent(event: Event): void {
    const { target } = event;
    const id = target instanceof HTMLElement ? findColumn(target) : undefined;
    if (id === undefined) return;
    if (event.type === "keydown") this.onKey(event as KeyboardEvent, target as HTMLElement);
    else if (event.type === "pointerdown") this.#begin(event as PointerEvent, id);
    else if (event.type === "pointermove") this.#move(event as PointerEvent, id);
    else if (event.type === "pointerup") this.#finish();
    // The browser has taken the pointer away, for example for a gesture.
    else if (event.type === "lostpointercapture" && this.#drag) this.#cancel();
    else if (event.type === "dblclick") this.#set(id, undefined);
  }

  #set(id: ColumnId, px: number | undefined, held: ColumnWidths = this.#held(id)): void {
    const before = this.#table.widths();
    const { [id]: last, ...others } = this.#chosen?.widths ?? before;
    if (px === last) return;
    const widths = px === undefined ? others : { ...others, ...held, [id]: clampWidth(px) };
    this.#chosen = { id, widths, before };
    send(this.#host, "prefer", { widths });
  }

  #held(id: ColumnId): ColumnWidths {
    const { flexibleBefore, actual } = this.#table;
    return Object.fromEntries(flexibleBefore(id).map((one) => [one, actual(one)]));
  }

  /** Keeps the separator in sight: a wider column may move it out of the table's visible part. */
  #reveal(id: ColumnId): void {
    const separator = this.#host.renderRoot.querySelector(`[data-column="${id}"]`);
    separator?.scrollIntoView({ behavior: "instant", block: "nearest", inline: "nearest" });
  }

  /** In a right-to-left text, a movement to the left makes a column wider. */
  #forward(px: number): number {
    return this.#host.matches(":dir(rtl)") ? -px : px;
  }

  #endDrag(): void {
    this.#drag = undefined;
    this.#dragged = undefined;
  }

  onKey(event: KeyboardEvent, separator: HTMLElement): void {
    const id = findColumn(separator)!;
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.#forward(shiftKey ? 4 * STEP : STEP);
    const now = this.#chosen?.widths[id] ?? this.#table.actual(id);
    if (key === "ArrowRight") this.#set(id, now + step);
    else if (key === "ArrowLeft") this.#set(id, now - step);
    else if (key === "Home") this.#set(id, WIDTH_LIMITS.least);
    else if (key === "End") this.#set(id, WIDTH_LIMITS.most);
    else if (key === "Enter") this.#set(id, undefined);
    else if (key === "Escape" && this.#drag) this.#cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #begin({ button, buttons, clientX, target, pointerId }: PointerEvent, id: ColumnId): void {
    if (button > 0 || buttons !== 1) return;
    this.#drag = { id, from: clientX, px: this.#table.actual(id), held: this.#held(id) };
    (target as Element).setPointerCapture(pointerId);
  }

  #move(event: PointerEvent, id: ColumnId): void {
    // The pointer was pressed before this code was loaded: the drag begins with its first movement.
    if (!this.#drag) this.#begin(event, id);
    if (!this.#drag) return;
    const { id: column, from, px, held } = this.#drag;
    const moved = event.clientX - from;
    if (moved === 0 && !this.#dragged) return;
    this.#dragged = { ...held, [column]: clampWidth(px + this.#forward(moved)) };
    this.#table.onDrag();
  }

  #finish(): void {
    const { id, held } = this.#drag ?? {};
    const px = id && this.#dragged?.[id];
    this.#endDrag();
    if (id && px !== undefined) this.#set(id, px, held);
  }

  #cancel(): void {
    this.#endDrag();
    this.#table.onDrag();
  }
}

function findColumn(separator: HTMLElement): ColumnId | undefined {
  return separator.dataset["column"] as ColumnId | undefined;
}

function clampWidth(px: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, px)));
}
