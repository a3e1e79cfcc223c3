import { css, html, type LitElement, type ReactiveController, type TemplateResult } from "lit";
import { WIDTH_LIMITS, type ColumnId, type ColumnWidths } from "../../core/columns.js";
import type { Strings } from "../../i18n/strings.js";
import { send } from "../shell/commands.js";
import { counted } from "../../i18n/numbers.js";

interface SizedTable {
  /** What the reader has set so far. */
  readonly widths: () => ColumnWidths;
  /** How wide a column is on the screen, in px. */
  readonly actual: (id: ColumnId) => number;
  /** The columns before this one whose widths follow from the room that is left. */
  readonly flexibleBefore: (id: ColumnId) => readonly ColumnId[];
  /** The pointer moves: `dragged` is another one. */
  readonly onDrag: () => void;
}

/** An arrow key moves by this, with Shift by four times as much, px. */
const STEP = 8;

interface Drag {
  readonly id: ColumnId;
  /** Where the pointer went down, and how wide the column was there, in px. */
  readonly from: number;
  readonly px: number;
  /** Widths that hold the columns before it in their places. */
  readonly held: ColumnWidths;
}

/**
 * Separators at the ends of the headers set the widths of the columns: the pointer drags them, arrows move them, Home is the
 * least width, and Enter or a double click the usual one. What is set is where the column ends, so the columns before it keep
 * their widths: else they would share what it gives or takes, and its end would not follow the pointer.
 * Sends `prefer` at the end of a drag and for each key.
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

  /** The width that is being dragged, over what was set before. */
  get dragged(): ColumnWidths | undefined {
    return this.#dragged;
  }

  hostDisconnected(): void {
    this.#drop();
  }

  separator(id: ColumnId, name: string, strings: Strings, locale: string): TemplateResult {
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
      aria-valuetext=${strings.widthInPixels(counted(px, locale).text)}
      @keydown=${this.#onKey}
      @pointerdown=${this.#onDown}
      @pointermove=${this.#onMove}
      @pointerup=${this.#onUp}
      @lostpointercapture=${this.#onLost}
      @dblclick=${this.#onDouble}
    ></div>`;
  }

  #set(id: ColumnId, px: number | undefined, held: ColumnWidths = this.#held(id)): void {
    const { [id]: before, ...others } = this.#table.widths();
    if (px === before) return;
    const widths = px === undefined ? others : { ...others, ...held, [id]: limited(px) };
    send(this.#host, "prefer", { widths });
    void this.#reveal(id);
  }

  #held(id: ColumnId): ColumnWidths {
    const { flexibleBefore, actual } = this.#table;
    return Object.fromEntries(flexibleBefore(id).map((one) => [one, actual(one)]));
  }

  /** An end that was set may lie beyond what is seen of the table. */
  async #reveal(id: ColumnId): Promise<void> {
    await this.#host.updateComplete;
    const separator = this.#host.renderRoot.querySelector(`[data-column="${id}"]`);
    separator?.scrollIntoView({ behavior: "instant", block: "nearest", inline: "nearest" });
  }

  /** Along the line of reading. */
  #forward(px: number): number {
    return this.#host.matches(":dir(rtl)") ? -px : px;
  }

  #drop(): void {
    this.#drag = undefined;
    this.#dragged = undefined;
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const id = columnOf(event);
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

  readonly #onDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    const id = columnOf(event);
    this.#drag = { id, from: event.clientX, px: this.#table.actual(id), held: this.#held(id) };
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#drag) return;
    const { id, from, px, held } = this.#drag;
    const moved = event.clientX - from;
    if (moved === 0 && !this.#dragged) return;
    this.#dragged = { ...held, [id]: limited(px + this.#forward(moved)) };
    this.#table.onDrag();
  };

  readonly #onUp = (): void => {
    const { id, held } = this.#drag ?? {};
    const px = id && this.#dragged?.[id];
    this.#drop();
    if (id && px !== undefined) this.#set(id, px, held);
  };

  /** The browser took the pointer away. */
  readonly #onLost = (): void => {
    if (this.#drag) this.#cancel();
  };

  #cancel(): void {
    this.#drop();
    this.#table.onDrag();
  }

  readonly #onDouble = (event: MouseEvent): void => this.#set(columnOf(event), undefined);
}

function columnOf(event: Event): ColumnId {
  return (event.currentTarget as HTMLElement).dataset["column"] as ColumnId;
}

function limited(px: number): number {
  return Math.round(Math.min(WIDTH_LIMITS.most, Math.max(WIDTH_LIMITS.least, px)));
}

export const columnSizerStyles = css`
  /* 24 px to hit, half of them over the next header; the last one has no next */
  .sizer {
    position: absolute;
    inset-block: 0;
    inset-inline-end: -12px;
    z-index: 1;
    inline-size: 24px;
    cursor: col-resize;
    touch-action: none;
  }
  th:last-child > .sizer {
    inset-inline-end: 0;
  }
  .sizer::after {
    content: "";
    position: absolute;
    inset-block: 4px;
    inset-inline: 11px;
    border-radius: 1px;
  }
  th:last-child > .sizer::after {
    inset-inline: 22px 0;
  }
  tr:hover > th > .sizer::after {
    background: var(--_alv-border);
  }
  .sizer:is(:hover, :active)::after {
    background: var(--_alv-accent-edge);
  }
  .sizer:focus-visible {
    outline: 0;
  }
  .sizer:focus-visible::after {
    background: var(--_alv-focus);
    outline: 2px solid var(--_alv-focus);
  }
  @media (pointer: coarse) {
    .sizer::after {
      background: var(--_alv-border);
    }
  }
  @media (forced-colors: active) {
    tr:hover > th > .sizer::after {
      background: CanvasText;
    }
    .sizer:is(:hover, :active, :focus-visible)::after {
      background: Highlight;
      outline-color: Highlight;
    }
  }
`;
