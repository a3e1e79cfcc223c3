import type { AuditEvent } from "../../../core/audit-event.js";
import { runAfterPaint } from "../../../ui/after-paint.js";
import { placeElements } from "./place-elements.js";
import { assignRows, FIRST_ROWS, type Row, type RowSetting } from "./row.js";

/** The list that the user sees, and its rows. */
export interface ShownRows {
  readonly list: HTMLElement;
  readonly rows: readonly Row[];
}

/**
 * A second list with the rows of the page that probably comes next: the pointer or the focus is at its button. The browser lays
 * them out but does not show them, so that page only has to be painted. After it is shown, this list has the previous page.
 *
 * Only the rows that fit into the window are prepared. The others follow after the painting; until then the list has their space.
 */
export class RowsAhead {
  readonly #render: () => void;
  #list: HTMLElement;
  #rows: readonly Row[] = [];
  /** The rows of the previous page that have become free. */
  #free: readonly Row[] = [];
  /** The events of the list that the user sees. */
  #shown: readonly AuditEvent[];
  /** The number of rows to render until they are painted; undefined for all. */
  most: number | undefined;

  /**
   * @param list the list that the user sees
   * @param events its events
   * @param render renders the rows again
   */
  constructor(list: HTMLElement, events: readonly AuditEvent[], render: () => void) {
    this.#render = render;
    this.#shown = events;
    this.#list = list.cloneNode() as HTMLElement;
    hide(this.#list);
    list.after(this.#list);
  }

  /** Renders the first of these events. Without events, what is prepared stays. */
  prepare(events: readonly AuditEvent[] | undefined, setting: RowSetting): void {
    // Without this support, the rows would be visible.
    if (!events || !CSS.supports("content-visibility", "hidden")) return;
    this.#forgetFree();
    const { rows, free } = assignRows(events.slice(0, countFirst(this.#list)), this.#rows);
    for (const { element } of free) element.remove();
    this.#rows = rows;
    for (const [index, row] of rows.entries()) {
      row.place(index, false);
      row.show(setting, false);
    }
    placeElements(
      this.#list,
      rows.map(({ element }) => element),
      undefined,
    );
    // Without a question like this, the browser lays out nothing that it does not show.
    rows[0]?.element.getBoundingClientRect();
  }

  /**
   * Returns the list and the rows to use. If other events are shown now and they are prepared, these are the prepared ones. If
   * they are not, forgets all rows: an event that the viewer does not show any more may not stay in the document.
   */
  choose(events: readonly AuditEvent[], shown: ShownRows): ShownRows {
    if (this.most !== undefined) shown.list.style.removeProperty("padding-block-end");
    this.most = undefined;
    if (events === this.#shown) {
      const free = this.#free;
      this.#free = [];
      return { list: shown.list, rows: [...shown.rows, ...free] };
    }
    this.#shown = events;
    return this.#take(events, shown) ?? shown;
  }

  #take(events: readonly AuditEvent[], shown: ShownRows): ShownRows | undefined {
    const rows = this.#rows;
    const missing = events.length - rows.length;
    const isEnough = missing === 0 || (missing > 0 && rows.length >= FIRST_ROWS);
    const isReady = isEnough && !document.hidden && rows.every(({ event }, at) => event === events[at]);
    // An element that is hidden loses the focus, and an open row would stay open.
    if (!isReady || shown.list.matches(":focus-within, :has(.open)")) {
      this.#forget();
      return undefined;
    }
    const { height = 0 } = rows[0]?.element.getBoundingClientRect() ?? {};
    const list = this.#exchange(shown);
    const isScrolled = list.parentElement!.matches(".scrolls");
    if (isScrolled) list.scrollLeft = list.parentElement!.querySelector("thead")!.scrollLeft;
    if (missing > 0) {
      this.most = rows.length;
      list.style.setProperty("padding-block-end", `${missing * height}px`);
      runAfterPaint(this.#render);
    }
    return { list, rows };
  }

  /** Shows the prepared list instead of the other one, which is kept with as many rows. */
  #exchange(shown: ShownRows): HTMLElement {
    const list = this.#list;
    const count = this.#rows.length;
    this.#list = shown.list;
    this.#rows = shown.rows.slice(0, count);
    this.#free = shown.rows.slice(count);
    hide(this.#list);
    list.classList.remove("ahead");
    list.style.removeProperty("content-visibility");
    list.removeAttribute("aria-hidden");
    return list;
  }

  #forget(): void {
    for (const { element } of this.#rows) element.remove();
    this.#rows = [];
    this.#forgetFree();
  }

  #forgetFree(): void {
    for (const { element } of this.#free) element.remove();
    this.#free = [];
  }
}

/** The number of rows that may be on the screen. */
function countFirst(list: HTMLElement): number {
  const { height = 0 } = list.parentElement!.querySelector(".row")?.getBoundingClientRect() ?? {};
  return Math.max(FIRST_ROWS, height > 0 ? Math.ceil(innerHeight / height) : 0);
}

function hide(list: HTMLElement): void {
  list.classList.add("ahead");
  list.style.setProperty("content-visibility", "hidden");
  // Browsers know it from the style, but tools may not.
  list.setAttribute("aria-hidden", "true");
}
