import { nothing, svg } from "lit";
import type { LitElement, ReactiveController, SVGTemplateResult, TemplateResult } from "lit";
import type { Span } from "../../../../core/coverage.js";
import type { TimelineModel } from "../model.js";
import type { HandleSide, Selecting, SelectingSetting, StripUse, ZoomHistory } from "../parts.js";
import { findBar, findStep, type BarRange } from "../walk.js";
import { renderSelected, renderTag } from "./selected.js";
import { BarSelection } from "./selection.js";
import { renderTip } from "./tip.js";
import { RangesBeforeZoom } from "./zoom-history.js";

export { selectingStyles as styles } from "./selecting.styles.js";

/**
 * Selects bars with the pointer and the keyboard. A click selects a bar, a drag several; arrow keys walk between bars, with Shift
 * they select. Enter searches the selected time if the keyboard is within it; else Enter selects the bar. On a handle, arrow keys
 * move it by one bar.
 */
class BarSelecting implements Selecting, ReactiveController {
  readonly #host: LitElement;
  readonly #setting: SelectingSetting;
  readonly #selection: BarSelection;
  /** The bars that the selection knows. */
  #edges: Float64Array;
  /** The bar under the pointer. */
  #hovered: number | undefined;

  constructor(host: LitElement, setting: SelectingSetting) {
    this.#host = host;
    this.#setting = setting;
    this.#edges = setting.edges();
    this.#selection = new BarSelection(host, setting.edges, setting.walk);
    host.addController(this);
  }

  hostUpdate(): void {
    const edges = this.#setting.edges();
    if (edges === this.#edges) return;
    this.#edges = edges;
    this.#selection.keepInside();
    this.#hover(undefined);
  }

  hostUpdated(): void {
    const model = this.#setting.model();
    const strip = this.#host.renderRoot.querySelector<HTMLElement>(".strip");
    if (!model || !strip) return;
    const place = (name: string, { from, until }: Span) =>
      strip.style.setProperty(name, String(model.x((from + until) / 2) / model.room));
    const { span } = this.#selection;
    if (span) place("--_selected", span);
    const bar = this.#hovered;
    const { edges } = model.bars;
    if (bar !== undefined) place("--_hovered", { from: edges[bar]!, until: edges[bar + 1]! });
  }

  hostDisconnected(): void {
    this.#hover(undefined);
  }

  get range(): BarRange | undefined {
    return this.#selection.range;
  }

  use(use: StripUse): void {
    const selection = this.#selection;
    const { type, pointer = -1, time = 0, side, isMouse } = use;
    if (type === "keydown") return side ? this.#moveHandle(use, side) : this.#walk(use);
    if (type === "pointerup") return selection.endDrag();
    // The browser has taken the pointer away, for example to scroll.
    if (type === "pointercancel") return selection.cancelDrag();
    const bar = findBar(this.#setting.edges(), time);
    if (type === "pointerdown") return selection.startDrag(use, bar);
    selection.drag(pointer, bar);
    this.#hover(isMouse && !side ? bar : undefined);
  }

  leave(): void {
    this.#hover(undefined);
  }

  /** Users with a keyboard see the numbers of a bar, too. */
  enter(): void {
    if (this.#host.renderRoot.querySelector(".bar:focus-visible")) this.#hover(this.#setting.walk.bar);
  }

  escape(): boolean {
    const selection = this.#selection;
    if (!selection.span) return false;
    if (selection.isDragging) selection.cancelDrag();
    else this.#clear();
    return true;
  }

  renderRange(model: TimelineModel): SVGTemplateResult {
    const { range } = this;
    return range ? renderSelected(range, model) : svg``;
  }

  renderTip(model: TimelineModel): TemplateResult | typeof nothing {
    const bar = this.#selection.isDragging ? undefined : this.#hovered;
    return bar === undefined ? nothing : renderTip(bar, model);
  }

  renderTag(model: TimelineModel): TemplateResult | typeof nothing {
    const { range } = this;
    return range ? renderTag(range, model, { zoom: this.#zoom, clear: this.#clear }) : nothing;
  }

  #moveHandle({ key }: StripUse, side: HandleSide): void {
    const { range } = this;
    const step = findStep(key);
    if (!range) return;
    if (step !== undefined) this.#selection.moveEnd(side, range[side] + step);
    else if (key === "Enter") this.#zoom();
  }

  #walk({ key, extend }: StripUse): void {
    const selection = this.#selection;
    const { bar } = this.#setting.walk;
    const { range } = selection;
    const isInside = range !== undefined && bar >= range.from && bar < range.until;
    const step = findStep(key);
    if (step !== undefined) {
      selection.walk(bar + step, extend);
      this.#setting.focusBar();
    } else if (!isInside) selection.select(bar);
    else if (key === "Enter") this.#zoom();
    else selection.clear();
  }

  /** Shows the numbers of a bar. Escape hides them wherever the focus is, because they may cover what is above the strip. */
  #hover(bar: number | undefined): void {
    if (bar === undefined) document.removeEventListener("keydown", this.#onKeyAnywhere, true);
    else document.addEventListener("keydown", this.#onKeyAnywhere, true);
    if (bar === this.#hovered) return;
    this.#hovered = bar;
    this.#host.requestUpdate();
  }

  readonly #onKeyAnywhere = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.#hover(undefined);
  };

  readonly #zoom = (): void => {
    const { span } = this.#selection;
    if (!span) return;
    this.#setting.zoom(span);
    this.#setting.focusBar();
  };

  readonly #clear = (): void => {
    this.#selection.clear();
    this.#setting.focusBar();
  };
}

export const createSelecting = (host: LitElement, setting: SelectingSetting): Selecting =>
  new BarSelecting(host, setting);

export const createHistory = (): ZoomHistory => new RangesBeforeZoom();
