import type { AuditEvent } from "../../../core/audit-event.js";
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
 */
export class RowsAhead {
  #list: HTMLElement;
  #rows: readonly Row[] = [];
  #frame = 0;

  /** @param list the list that the user sees */
  constructor(list: HTMLElement) {
    this.#list = list.cloneNode() as HTMLElement;
    hide(this.#list);
    list.after(this.#list);
  }

  /**
   * Renders these events, those of the first rows now and the others in the next frames. Without events, what is prepared stays.
   */
  prepare(events: readonly AuditEvent[] | undefined, setting: RowSetting): void {
    // Without this support, the rows would be visible.
    if (!events || !CSS.supports("content-visibility", "hidden")) return;
    cancelAnimationFrame(this.#frame);
    const { rows, free } = assignRows(events, this.#rows);
    for (const { element } of free) element.remove();
    this.#rows = rows;
    for (const [index, row] of rows.entries()) row.place(index, false);
    placeElements(
      this.#list,
      rows.map(({ element }) => element),
      undefined,
    );
    this.#show(0, setting);
  }

  #show(from: number, setting: RowSetting): void {
    const until = from + FIRST_ROWS;
    for (const row of this.#rows.slice(from, until)) row.show(setting, false);
    // Without a question like this, the browser lays out nothing that it does not show.
    this.#rows[from]?.element.getBoundingClientRect();
    if (until < this.#rows.length) this.#frame = requestAnimationFrame(() => this.#show(until, setting));
  }

  /**
   * Returns the rows of these events if they are prepared, and keeps those that were shown instead. Else forgets all rows: an
   * event that the viewer does not show any more may not stay in the document.
   */
  take(events: readonly AuditEvent[], shown: ShownRows): ShownRows | undefined {
    cancelAnimationFrame(this.#frame);
    const rows = this.#rows;
    const isReady = rows.length === events.length && rows.every(({ event }, at) => event === events[at]);
    // An element that is hidden loses the focus, and an open row would stay open.
    if (!isReady || shown.list.matches(":focus-within, :has(.open)")) {
      this.forget();
      return undefined;
    }
    const list = this.#list;
    this.#list = shown.list;
    this.#rows = shown.rows;
    hide(this.#list);
    list.classList.remove("ahead");
    list.removeAttribute("aria-hidden");
    if (list.parentElement!.matches(".scrolls"))
      list.scrollLeft = list.parentElement!.querySelector("thead")!.scrollLeft;
    return { list, rows };
  }

  forget(): void {
    for (const { element } of this.#rows) element.remove();
    this.#rows = [];
  }
}

function hide(list: HTMLElement): void {
  list.classList.add("ahead");
  // Browsers know it from the style, but tools may not.
  list.setAttribute("aria-hidden", "true");
}
