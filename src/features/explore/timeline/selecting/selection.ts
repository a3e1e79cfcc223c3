import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Span } from "../../../../core/coverage.js";
import type { HandleSide, StripUse } from "../parts.js";
import { findBar, type BarRange, type BarWalk } from "../walk.js";

/** What the pointer moves: one end of a selection, while the other stays. */
interface Drag {
  readonly pointer: number;
  /** The bar that stays. */
  readonly anchor: number;
  readonly side: HandleSide | undefined;
  readonly before: Span | undefined;
}

/**
 * The selected time. It is kept as instants, so that it stays where it is when the bars change: after a resize, while counts arrive.
 * Its ends are edges of bars.
 */
export class BarSelection implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #edges: () => Float64Array;
  readonly #walk: BarWalk;
  #span: Span | undefined;
  /** The bar at which a selection with the keyboard began. */
  #anchor: number | undefined;
  #drag: Drag | undefined;

  /** @param edges the edges of the bars; only called while there are bars */
  constructor(host: ReactiveControllerHost, edges: () => Float64Array, walk: BarWalk) {
    this.#host = host;
    this.#edges = edges;
    this.#walk = walk;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#drag = undefined;
  }

  get span(): Span | undefined {
    return this.#span;
  }

  /** The selected bars. */
  get range(): BarRange | undefined {
    if (!this.#span) return undefined;
    return { from: this.#indexOf(this.#span.from), until: this.#indexOf(this.#span.until - 1) + 1 };
  }

  get isDragging(): boolean {
    return this.#drag !== undefined;
  }

  /** Forgets a selection that is outside of the bars, or that is all of them after a zoom. Called when the bars have changed. */
  keepInside(): void {
    const [first, last] = [this.#edges()[0]!, this.#edges()[this.#count]!];
    if (!this.#span) return;
    const { from, until } = this.#span;
    if (from < first || until > last || (from === first && until === last)) this.#span = undefined;
    else if (this.range) this.#set(this.range);
  }

  clear(): void {
    this.#span = this.#anchor = this.#drag = undefined;
    this.#host.requestUpdate();
  }

  /** Moves the keyboard to a bar. @param extend whether the bars from where it was are selected */
  walk(bar: number, extend: boolean): void {
    const before = this.#walk.bar;
    this.#walk.bar = bar;
    const next = this.#walk.bar;
    if (extend) {
      const anchor = this.#anchor === undefined ? before : this.#indexOf(this.#anchor);
      this.#anchor = this.#edges()[anchor]!;
      this.#set({ from: Math.min(anchor, next), until: Math.max(anchor, next) + 1 });
    } else this.#anchor = undefined;
    this.#host.requestUpdate();
  }

  /** Selects one bar. */
  select(bar: number): void {
    this.#walk.bar = bar;
    this.#anchor = this.#edges()[bar]!;
    this.#set({ from: bar, until: bar + 1 });
  }

  /** Moves one end of the selection to an edge; one bar at least stays selected. */
  moveEnd(side: HandleSide, edge: number): void {
    const { range } = this;
    if (!range) return;
    if (side === "from") this.#set({ ...range, from: Math.max(0, Math.min(range.until - 1, edge)) });
    else this.#set({ ...range, until: Math.min(this.#count, Math.max(range.from + 1, edge)) });
  }

  /** @param bar the bar under the pointer */
  startDrag({ pointer = -1, side, extend }: StripUse, bar: number): void {
    const anchor = extend && this.#anchor !== undefined ? this.#indexOf(this.#anchor) : bar;
    this.#drag = { pointer, anchor, side, before: this.#span };
    if (!side) this.drag(pointer, bar);
  }

  /** @param bar the bar under the pointer */
  drag(pointer: number, bar: number): void {
    if (pointer !== this.#drag?.pointer) return;
    const { anchor, side } = this.#drag;
    if (side) return this.moveEnd(side, side === "from" ? bar : bar + 1);
    this.#walk.bar = bar;
    this.#anchor = this.#edges()[anchor]!;
    this.#set({ from: Math.min(anchor, bar), until: Math.max(anchor, bar) + 1 });
  }

  endDrag(): void {
    this.#drag = undefined;
  }

  /** The browser has taken the pointer away, for example to scroll; or Escape was pressed. */
  cancelDrag(): void {
    if (!this.#drag) return;
    this.#span = this.#drag.before;
    this.#drag = undefined;
    this.#host.requestUpdate();
  }

  #set({ from, until }: BarRange): void {
    const edges = this.#edges();
    this.#span = { from: edges[from]!, until: edges[until]! };
    this.#host.requestUpdate();
  }

  get #count(): number {
    return this.#edges().length - 1;
  }

  #indexOf(time: number): number {
    return findBar(this.#edges(), time);
  }
}
