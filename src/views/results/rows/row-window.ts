import type { LitElement } from "lit";
import { findSelectedRange } from "../text-selection.js";
import { RowHeights } from "./row-heights.js";
import type { RenderedRows, RowRange, RowWindow } from "./table-rows.js";
import { FIRST_ROWS } from "./row.js";

/** The number of rows that are rendered before and after those on the screen, so that a short scroll shows them at once. */
const ROWS_AROUND = 3;

/**
 * After a jump, which shows other rows on most of the screen, the rows around them follow so much later, in ms: a next jump does
 * not need them.
 */
const REST_MS = 100;

/**
 * Chooses the rows of a long list that are rendered: those on the screen and some around them. The space of the other rows is
 * the padding of the list.
 */
class ScrolledRows implements RowWindow {
  readonly #host: LitElement;
  readonly #list: HTMLElement;
  readonly #render: () => void;
  readonly #heights = new RowHeights();
  readonly #observer = new ResizeObserver((entries) => this.#measure(entries));
  readonly #observed = new Set<Element>();
  /** The roots that the viewer is in: a scroll event does not leave its root. */
  readonly #roots: readonly Node[];
  #range: RowRange = { from: 0, until: FIRST_ROWS };
  #rendered: RenderedRows | undefined;
  #frame = 0;
  /** The timer after a jump. */
  #rest: ReturnType<typeof setTimeout> | undefined;
  /** The height of a row in the style of the list. */
  #line: number | undefined;

  /** @param render renders the rows again */
  constructor(host: LitElement, list: HTMLElement, render: () => void) {
    this.#host = host;
    this.#list = list;
    this.#render = render;
    this.#roots = listRoots(host);
    for (const root of this.#roots) {
      root.addEventListener("scroll", this.#showOnScreen, { capture: true, passive: true });
    }
    addEventListener("resize", this.#showOnScreen);
    list.addEventListener("keydown", this.#returnToFocus);
  }

  end(): void {
    for (const root of this.#roots) root.removeEventListener("scroll", this.#showOnScreen, { capture: true });
    removeEventListener("resize", this.#showOnScreen);
    this.#list.removeEventListener("keydown", this.#returnToFocus);
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    for (const name of ["padding-block", "background-size", "--_row"]) this.#list.style.removeProperty(name);
  }

  choose(count: number, isNew: boolean): RowRange {
    if (isNew) this.#range = { from: 0, until: FIRST_ROWS };
    if (isNew) this.#heights.forgetRows();
    const from = Math.max(0, Math.min(this.#range.from, count - FIRST_ROWS));
    return { from, until: Math.min(count, Math.max(this.#range.until, from + FIRST_ROWS)) };
  }

  findTop(index: number): number {
    return this.#heights.offset(index);
  }

  show(rendered: RenderedRows): void {
    this.#rendered = rendered;
    this.#range = { from: rendered.from, until: rendered.from + rendered.rows.length };
    const elements = new Set<Element>(rendered.rows.map(({ element }) => element));
    if (rendered.details) elements.add(rendered.details.element);
    for (const element of this.#observed) if (!elements.has(element)) this.#unobserve(element);
    for (const element of elements) if (!this.#observed.has(element)) this.#observe(element);
    this.#setSpace();
    // Before the frame is painted, when the list has been laid out.
    if (this.#frame === 0) this.#frame = requestAnimationFrame(this.#showOnScreen);
  }

  #observe(element: Element): void {
    this.#observed.add(element);
    this.#observer.observe(element);
  }

  #unobserve(element: Element): void {
    this.#observed.delete(element);
    this.#observer.unobserve(element);
  }

  readonly #showOnScreen = (): void => {
    this.#frame = 0;
    const { top, bottom } = this.#list.getBoundingClientRect();
    if (!this.#rendered || bottom === top) return;
    const { count } = this.#rendered;
    const first = this.#heights.indexAt(-top, count);
    const until = this.#heights.indexAt(innerHeight - top, count) + 1;
    const stays = Math.min(until, this.#range.until) - Math.max(first, this.#range.from);
    if (stays < (until - first) / 2) this.#startRest();
    this.#moveTo(first, until, count, this.#rest === undefined ? ROWS_AROUND : 0);
  };

  #moveTo(first: number, until: number, count: number, around = ROWS_AROUND): void {
    const now = this.#range;
    const wanted = { from: Math.max(0, first - around), until: Math.min(count, until + around) };
    const isNear = (one: number, other: number) => Math.abs(one - other) < ROWS_AROUND / 2;
    const isOnScreen = now.from <= first && now.until >= Math.min(until, count);
    if (isOnScreen && isNear(now.from, wanted.from) && isNear(now.until, wanted.until)) return;
    if (isOnScreen && wanted.until - wanted.from < FIRST_ROWS && now.until - now.from <= FIRST_ROWS) return;
    // Removing a row would take it out of the user's selection.
    const isSelected = findSelectedRange(this.#list) !== undefined;
    const from = isSelected ? Math.min(now.from, wanted.from) : wanted.from;
    const last = isSelected ? Math.max(now.until, wanted.until) : wanted.until;
    if (from === now.from && last === now.until) return;
    this.#range = { from, until: last };
    this.#render();
  }

  #startRest(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.#showOnScreen();
    }, REST_MS);
  }

  /** The row that has the focus may be far away. The Tab key goes on from there, so its neighbors are rendered before. */
  readonly #returnToFocus = ({ key }: KeyboardEvent): void => {
    const { kept, count } = this.#rendered ?? {};
    if (key === "Tab" && kept && count) this.#moveTo(kept.index, kept.index + 1, count);
  };

  #setSpace(): void {
    const { count } = this.#rendered!;
    const { from, until } = this.#range;
    const { style } = this.#list;
    const before = `${this.#heights.offset(from)}px`;
    const after = `${Math.max(0, this.#heights.offset(count) - this.#heights.offset(until))}px`;
    // Not custom properties, which every element in the list would inherit, and so get new styles.
    style.setProperty("padding-block", `${before} ${after}`);
    style.setProperty("background-size", `100% ${before}, 100% ${after}`);
    if (this.#line !== this.#heights.usual) style.setProperty("--_row", `${(this.#line = this.#heights.usual)}px`);
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    if (!this.#rendered) return;
    const sizes = new Map<Element, number>(
      entries.map(({ target, borderBoxSize }) => [target, borderBoxSize[0]?.blockSize ?? 0]),
    );
    const { rows, from, details } = this.#rendered;
    const measured = new Map<number, number>();
    for (const [at, row] of rows.entries()) {
      const own = details?.id === row.event.id ? details.element : undefined;
      if (!sizes.get(row.element) && !(own && sizes.get(own))) continue;
      const height = sizes.get(row.element) ?? row.element.getBoundingClientRect().height;
      measured.set(from + at, height + (own?.getBoundingClientRect().height ?? 0));
    }
    if (!this.#heights.note(measured, measured.size > rows.length / 2)) return;
    this.#setSpace();
    if (this.#host.isConnected && this.#frame === 0) this.#frame = requestAnimationFrame(this.#showOnScreen);
  }
}

function listRoots(host: Node): Node[] {
  const root = host.getRootNode();
  return root instanceof ShadowRoot ? [root, ...listRoots(root.host)] : [root];
}

export function createWindow(host: LitElement, list: HTMLElement, render: () => void): RowWindow {
  return new ScrolledRows(host, list, render);
}
