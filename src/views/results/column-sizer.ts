import { html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { WIDTH_LIMITS, type ColumnId, type ColumnWidths } from "../../core/table-columns.js";
import type { Strings } from "../../i18n/strings.js";
import { send } from "../shell/commands.js";
import { formatCount } from "../../i18n/numbers.js";

interface SizedTable {
  /** The widths that the user has set. */
  readonly widths: () => ColumnWidths;
  /** The width of a column on the screen, in px. */
  readonly actual: (id: ColumnId) => number;
  /** The columns before this one that share the remaining room. */
  readonly flexibleBefore: (id: ColumnId) => readonly ColumnId[];
  /** Called when `dragged` has changed. */
  readonly onDrag: () => void;
}

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
 * Lets the user set the widths of columns with separators at the ends of the headers. The pointer drags them and the arrow
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

  constructor(host: LitElement, table: SizedTable) {
    this.#host = host;
    this.#table = table;
    host.addController(this);
  }

  /** The widths during a drag, which replace the ones that were set. */
  get dragged(): ColumnWidths | undefined {
    return this.#dragged;
  }

  hostDisconnected(): void {
    this.#endDrag();
  }

  renderSeparator(id: ColumnId, name: string, strings: Strings, locale: string): TemplateResult {
    const px = Math.round(this.#table.actual(id));
    return html`<div
      class="sizer"
      role="separator"
      tabindex="0"
      data-column=${id}
      aria-orientation="vertical"
      aria-label=${strings.widthOf(name)}
      aria-valuemin=${Math.min(px, WIDTH_LIMITS.least)}
      aria-valuemax=${Math.max(px, WIDTH_LIMITS.most)}
      aria-valuenow=${px}
      aria-valuetext=${strings.widthInPixels(formatCount(px, locale).text)}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onPointerDown}
      @pointermove=${this.#onPointerMove}
      @pointerup=${this.#onPointerUp}
      @lostpointercapture=${this.#onPointerLost}
      @dblclick=${this.#onDoubleClick}
    ></div>`;
  }

  #set(id: ColumnId, px: number | undefined, held: ColumnWidths = this.#held(id)): void {
    const { [id]: before, ...others } = this.#table.widths();
    if (px === before) return;
    const widths = px === undefined ? others : { ...others, ...held, [id]: clampWidth(px) };
    send(this.#host, "prefer", { widths });
    void this.#reveal(id);
  }

  #held(id: ColumnId): ColumnWidths {
    const { flexibleBefore, actual } = this.#table;
    return Object.fromEntries(flexibleBefore(id).map((one) => [one, actual(one)]));
  }

  /** Keeps the separator in sight: a wider column may move it out of the table's visible part. */
  async #reveal(id: ColumnId): Promise<void> {
    await this.#host.updateComplete;
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

  readonly #onKey = (event: KeyboardEvent): void => {
    const id = findColumn(event);
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = this.#forward(shiftKey ? 4 * STEP : STEP);
    const now = this.#table.actual(id);
    if (key === "ArrowRight") this.#set(id, now + step);
    else if (key === "ArrowLeft") this.#set(id, now - step);
    else if (key === "Home") this.#set(id, WIDTH_LIMITS.least);
    else if (key === "End") this.#set(id, WIDTH_LIMITS.most);
    else if (key === "Enter") this.#set(id, undefined);
    else if (key === "Escape" && this.#drag) this.#cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const id = findColumn(event);
    this.#drag = { id, from: event.clientX, px: this.#table.actual(id), held: this.#held(id) };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly #onPointerMove = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { id, from, px, held } = this.#drag;
    const moved = event.clientX - from;
    if (moved === 0 && !this.#dragged) return;
    this.#dragged = { ...held, [id]: clampWidth(px + this.#forward(moved)) };
    this.#table.onDrag();
  };

  readonly #onPointerUp = (): void => {
    const { id, held } = this.#drag ?? {};
    const px = id && this.#dragged?.[id];
    this.#endDrag();
    if (id && px !== undefined) this.#set(id, px, held);
  };

  /** The browser has taken the pointer away, for example for a gesture. */
  readonly #onPointerLost = (): void => {
    if (this.#drag) this.#cancel();
  };

  #cancel(): void {
    this.#endDrag();
    this.#table.onDrag();
  }

  readonly #onDoubleClick = (event: MouseEvent): void => this.#set(findColumn(event), undefined);
}

function findColumn(event: Event): ColumnId {
  return (event.currentTarget as HTMLElement).dataset["column"] as ColumnId;
}

function clampWidth(px: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, px)));
}
