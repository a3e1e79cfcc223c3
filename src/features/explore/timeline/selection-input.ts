import { findBar, type BarSelection, type HandleSide } from "./selection.js";

/** The timeline as its input needs it. */
export interface SelectableBars {
  readonly edges: () => Float64Array;
  readonly plot: () => Element;
  /** Searches the selected time. */
  readonly zoom: () => void;
  /** Shows the numbers of a bar. */
  readonly hover: (bar: number | undefined) => void;
  /** Focuses the bar on which the keyboard is. */
  readonly focusBar: () => void;
}

/** How many bars a key moves; Infinity is limited to the last bar. Time runs to the right in every language. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Selects bars with the pointer and the keyboard. A click selects a bar, a drag several; arrow keys walk between bars, with Shift
 * they select. Enter searches the selected time if the keyboard is within it; else Enter selects the bar. On a handle, arrow keys
 * move it by one bar.
 */
export class BarInput {
  readonly #selection: BarSelection;
  readonly #bars: SelectableBars;

  constructor(selection: BarSelection, bars: SelectableBars) {
    this.#selection = selection;
    this.#bars = bars;
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    this.#selection.startDrag(event, this.#barAt(event), findSide(event));
    this.#bars.plot().setPointerCapture(event.pointerId);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const bar = this.#barAt(event);
    this.#selection.drag(event.pointerId, bar);
    this.#bars.hover(event.pointerType === "mouse" && !findSide(event) ? bar : undefined);
  };

  readonly onPointerUp = (): void => this.#selection.endDrag();

  /** The browser has taken the pointer away, for example to scroll. */
  readonly onPointerCancel = (): void => this.#selection.cancelDrag();

  readonly onLeave = (): void => this.#bars.hover(undefined);

  /** Users with a keyboard see the numbers of a bar, too. */
  readonly onFocus = ({ target }: Event): void => {
    if ((target as Element).matches(".bar:focus-visible")) this.#bars.hover(this.#selection.active);
  };

  readonly onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const side = findSide(event);
    const isHandled = side ? this.#moveHandle(event, side) : this.#walk(event);
    if (!isHandled) return;
    event.preventDefault();
    event.stopPropagation();
  };

  #moveHandle({ key }: KeyboardEvent, side: HandleSide): boolean {
    const { range } = this.#selection;
    if (!range) return false;
    const step = STEPS[key];
    if (key === "Enter") this.#bars.zoom();
    else if (step !== undefined) this.#selection.moveEnd(side, range[side] + step);
    else return false;
    return true;
  }

  #walk({ key, shiftKey }: KeyboardEvent): boolean {
    const selection = this.#selection;
    const { active, range } = selection;
    const isInside = range !== undefined && active >= range.from && active < range.until;
    const step = STEPS[key];
    if (step !== undefined) {
      selection.walk(active + step, shiftKey);
      this.#bars.focusBar();
    } else if (key === "Enter" && isInside) this.#bars.zoom();
    else if (key === " " && isInside) selection.clear();
    else if (key === "Enter" || key === " ") selection.select(active);
    else return false;
    return true;
  }

  #barAt({ clientX }: MouseEvent): number {
    const { left, width } = this.#bars.plot().getBoundingClientRect();
    const edges = this.#bars.edges();
    const [from, until] = [edges[0]!, edges[edges.length - 1]!];
    return findBar(edges, from + ((clientX - left) / width) * (until - from));
  }
}

function findSide({ target }: Event): HandleSide | undefined {
  return (target as Element).closest<SVGElement>("[data-side]")?.dataset["side"] as HandleSide | undefined;
}
