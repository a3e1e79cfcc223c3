import { html, LitElement, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { property, query, state } from "lit/decorators.js";
import type { Span } from "../../../core/coverage.js";
import type { Counted, TimelineCounts } from "../../../core/event-counts.js";
import { consume } from "../../../ui/context.js";
import { MediaQuery } from "../../../ui/media-query.js";
import { registerElement } from "../../../ui/register-element.js";
import { marks } from "../../../ui/styles/marks.js";
import { shared } from "../../../ui/styles/shared.js";
import { environmentContext, type Environment } from "../../../views/shell/environment.js";
import type { TimelineBars } from "./bars.js";
import { renderFolded } from "./folded.js";
import { renderFoot, type FootSetting } from "./foot.js";
import { createModel, type TimelineModel } from "./model.js";
import { renderNumbers } from "./numbers.js";
import { renderPlot, STAGE_HEIGHT } from "./plot.js";
import { renderSelected, renderTag } from "./selected.js";
import { BarInput } from "./selection-input.js";
import { BarSelection } from "./selection.js";
import { plotStyles } from "./plot.styles.js";
import { timelineStyles } from "./timeline.styles.js";
import { renderTip } from "./tip.js";

/** What a timeline asks for. */
export interface TimelineActions {
  /** Searches this time. */
  zoom(span: Span): void;
  /** Searches the range before the zoom again. */
  back(): void;
  fold(isFolded: boolean): void;
  /** The bars have another width now, in px. */
  fit(room: number): void;
}

/**
 * The events over the searched range: bars that are stacked by the color of their actions. Users select bars with the pointer, with
 * handles or with the keyboard, and search the selected time.
 *
 * @csspart timeline the strip above the rows
 */
export class Timeline extends LitElement {
  static override styles = [shared, timelineStyles, plotStyles, marks];

  @consume(environmentContext)
  private env!: Environment;

  /** The bars; undefined until the searched range and the room are known. */
  @property({ attribute: false }) bars: TimelineBars | undefined;
  /** The counts of these bars; undefined while they are counted. */
  @property({ attribute: false }) counts: Counted<TimelineCounts> | undefined;
  /** The time of the events on the page. */
  @property({ attribute: false }) shown: Span | undefined;
  /** The range before the zoom. */
  @property({ attribute: false }) back: Span | undefined;
  @property({ attribute: false }) folded = false;
  /** Shown beside the coverage. */
  @property({ attribute: false }) more: unknown = nothing;
  @property({ attribute: false }) actions!: TimelineActions;

  /** The bar under the pointer. */
  @state() private hovered: number | undefined;
  /** The width of the plot in px. */
  @state() private room = 0;

  @query(".plot") private plot!: SVGSVGElement | null;
  @query(".stage") private stage!: HTMLElement | null;
  @query(".width") private width!: HTMLElement;

  #model: TimelineModel | undefined;
  #shownEnv: Environment | undefined;
  readonly #forced = new MediaQuery(this, "(forced-colors: active)", () => this.requestUpdate());
  readonly #observer = new ResizeObserver(([entry]) => this.#fit(Math.floor(entry!.contentRect.width)));
  readonly #selection = new BarSelection(this, () => this.bars!.edges);
  readonly #input = new BarInput(this.#selection, {
    edges: () => this.bars!.edges,
    plot: () => this.plot!,
    zoom: () => this.#zoom(),
    hover: (bar) => this.#hover(bar),
    focusBar: () => void this.#focusBar(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observer.observe(this.width);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#hover(undefined);
  }

  override firstUpdated(): void {
    this.#observer.observe(this.width);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { bars, counts, env, room } = this;
    const isOther = this.#shownEnv !== env || changed.has("bars") || changed.has("counts");
    if (isOther || this.#model?.room !== room) {
      this.#model = bars && room > 0 ? createModel(bars, counts, env, room) : undefined;
    }
    this.#shownEnv = env;
    if (changed.has("bars") && bars) {
      this.#selection.keepInside();
      this.#hover(undefined);
    }
  }

  protected override updated(): void {
    const model = this.#model;
    if (!model || !this.stage) return;
    const { style } = this.stage;
    const place = (name: string, { from, until }: Span) =>
      style.setProperty(name, String(model.x((from + until) / 2) / model.room));
    if (this.#selection.span) place("--_selected", this.#selection.span);
    const { edges } = model.bars;
    if (this.hovered !== undefined) {
      place("--_hovered", { from: edges[this.hovered]!, until: edges[this.hovered + 1]! });
    }
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<section
      part="timeline"
      aria-label=${strings.timeline}
      aria-busy=${this.counts ? "false" : "true"}
      @keydown=${this.#onEscape}
    >
      <div class="width"></div>
      ${this.folded ? this.#renderLine() : this.#renderStrip()}
    </section>`;
  }

  #renderLine(): unknown {
    return this.#model ? renderFolded(this.#model, this.#foot) : html`<div class="line"></div>`;
  }

  #renderStrip(): TemplateResult {
    const model = this.#model;
    const { range } = this.#selection;
    return html`<div class="strip">
      <div class=${range ? "stage has-tag" : "stage"} @pointerleave=${this.#input.onLeave}>
        ${
          model
            ? html`<svg
                class="plot"
                width=${model.room}
                height=${STAGE_HEIGHT}
                viewBox=${`0 0 ${model.room} ${STAGE_HEIGHT}`}
                @keydown=${this.#input.onKey}
                @focusin=${this.#input.onFocus}
                @focusout=${this.#input.onLeave}
                @pointerdown=${this.#input.onPointerDown}
                @pointermove=${this.#input.onPointerMove}
                @pointerup=${this.#input.onPointerUp}
                @pointercancel=${this.#input.onPointerCancel}
              >
                ${renderPlot(model, {
                  active: this.#selection.active,
                  isSelected: (bar) => range !== undefined && bar >= range.from && bar < range.until,
                  shown: this.shown,
                  isForced: this.#forced.matches,
                })}
                ${range ? renderSelected(range, model) : svg``}
              </svg>`
            : nothing
        }
        ${model && this.hovered !== undefined && !this.#selection.isDragging ? renderTip(this.hovered, model) : nothing}
        ${model && range ? renderTag(range, model, { zoom: this.#zoom, clear: this.#clear }) : nothing}
      </div>
      ${model ? [renderFoot(model, this.#foot), renderNumbers(model)] : html`<div class="foot">&nbsp;</div>`}
    </div>`;
  }

  get #foot(): FootSetting {
    const { shown, back, actions, folded, more } = this;
    return {
      shown,
      back,
      more,
      isForced: this.#forced.matches,
      goBack: () => actions.back(),
      fold: () => actions.fold(!folded),
    };
  }

  #fit(room: number): void {
    if (room <= 0 || room === this.room) return;
    this.room = room;
    this.actions.fit(room);
  }

  /** Shows the numbers of a bar. Escape hides them wherever the focus is, because they may cover what is above the strip. */
  #hover(bar: number | undefined): void {
    if (bar === undefined) document.removeEventListener("keydown", this.#onKeyAnywhere, true);
    else document.addEventListener("keydown", this.#onKeyAnywhere, true);
    this.hovered = bar;
  }

  readonly #onKeyAnywhere = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") this.#hover(undefined);
  };

  readonly #zoom = (): void => {
    const { span } = this.#selection;
    if (!span) return;
    this.actions.zoom(span);
    this.#focusBar();
  };

  readonly #clear = (): void => {
    this.#selection.clear();
    this.#focusBar();
  };

  /** Focuses the bar on which the keyboard is, or the button that unfolds the timeline. */
  takeFocus(): void {
    if (this.folded) this.renderRoot.querySelector<HTMLElement>(".fold")?.focus();
    else void this.#focusBar();
  }

  async #focusBar(): Promise<void> {
    await this.updateComplete;
    this.plot?.querySelector<SVGElement>('.bar[tabindex="0"]')?.focus();
  }

  /** Escape ends a drag or removes the selection, also while the focus is on a handle or a button of it. */
  readonly #onEscape = (event: KeyboardEvent): void => {
    const selection = this.#selection;
    if (event.key !== "Escape" || !selection.span) return;
    event.stopPropagation();
    if (selection.isDragging) selection.cancelDrag();
    else this.#clear();
  };
}

registerElement("alv-timeline", Timeline);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timeline": Timeline;
  }
}
