import { adoptStyles, html, nothing, type CSSResult, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import type { Span } from "../../../core/coverage.js";
import type { Counted, TimelineCounts } from "../../../core/event-counts.js";
import { MediaQuery } from "../../../ui/media-query.js";
import { registerElement } from "../../../ui/register-element.js";
import { marks } from "../../../ui/styles/marks.js";
import { shared } from "../../../ui/styles/shared.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import type { TimelineBars } from "./bars.js";
import { createModel, createScale, type TimelineModel } from "./model.js";
import type { FootSetting, NumbersTable, SelectingCode, TimelineParts } from "./parts.js";
import { renderPlot, STAGE_HEIGHT } from "./plot.js";
import { plotStyles } from "./plot.styles.js";
import { StripInput } from "./strip-input.js";
import { timelineStyles } from "./timeline.styles.js";
import { BarWalk } from "./walk.js";

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
export class Timeline extends ViewElement {
  static override properties = {
    bars: reactive,
    counts: reactive,
    isCounting: reactive,
    shown: reactive,
    back: reactive,
    folded: reactive,
    isAhead: reactive,
    more: reactive,
    actions: reactive,
    parts: reactive,
    room: reactive,
  };
  static override styles = [shared, timelineStyles, plotStyles, marks];
  readonly #styles = [...Timeline.elementStyles];

  /** The bars; undefined until the searched range and the room are known. */
  bars: TimelineBars | undefined;
  /** The counts of these bars; undefined while they are counted. */
  counts: Counted<TimelineCounts> | undefined;
  /** Whether other counts follow in a moment. */
  isCounting = false;
  /** The time of the events on the page. */
  shown: Span | undefined;
  /** The range before the zoom. */
  back: Span | undefined;
  folded = false;
  /** Whether the counts reach further back than what the rows say. */
  isAhead = false;
  /** Shown beside the coverage. */
  more: unknown = nothing;
  actions!: TimelineActions;
  parts!: TimelineParts;

  /** The width of the plot in px. */
  private room = 0;

  private get plot(): SVGSVGElement | null {
    return this.renderRoot.querySelector<SVGSVGElement>(".plot");
  }
  private get width(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>(".width")!;
  }

  #model: TimelineModel | undefined;
  #table: NumbersTable | undefined;
  readonly #forced = new MediaQuery(this, "(forced-colors: active)", () => this.requestUpdate());
  readonly #observer = new ResizeObserver(([entry]) => this.#fit(Math.floor(entry!.contentRect.width)));
  readonly #edges = () => this.bars!.edges;
  readonly #walk = new BarWalk(this.#edges);
  readonly #input = new StripInput(this, () => this.#loadSelecting(), {
    walk: this.#walk,
    edges: this.#edges,
    model: () => this.#model,
    zoom: (span) => this.actions.zoom(span),
    focusBar: () => void this.#focusBar(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#observer.observe(this.width);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override firstUpdated(): void {
    this.#addStyles(this.parts.numbers.styles);
    this.#observer.observe(this.width);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { bars, counts, env, room } = this;
    this.#table ??= new this.parts.numbers.Table(this);
    const before = this.#model;
    const isSameScale = before?.bars === bars && before?.env === env && before?.room === room;
    if (!isSameScale || changed.has("counts")) {
      const scale = isSameScale ? before : bars && room > 0 && createScale(bars, env, room);
      this.#model = scale ? createModel(scale, counts) : undefined;
    }
  }

  override render(): TemplateResult {
    const { strings } = this.env;
    return html`<section
      part="timeline"
      aria-label=${strings.timeline}
      aria-busy=${this.counts ? "false" : "true"}
      @keydown=${this.#input.onEscape}
    >
      <div class="width"></div>
      ${this.folded ? this.#renderLine() : this.#renderStrip()}
    </section>`;
  }

  async #loadSelecting(): Promise<SelectingCode> {
    const code = await this.parts.selecting();
    this.#addStyles(code.styles);
    return code;
  }

  #addStyles(styles: CSSResult): void {
    this.#styles.push(styles);
    adoptStyles(this.renderRoot as ShadowRoot, this.#styles);
  }

  #renderLine(): unknown {
    const model = this.#model;
    if (!model) return html`<div class="line"></div>`;
    return this.parts.numbers.renderFolded(model, this.#foot);
  }

  #renderStrip(): TemplateResult {
    const model = this.#model;
    const input = this.#input;
    const { part } = input;
    const range = part?.range;
    return html`<div class="strip">
      <div class="stage" @pointerenter=${input.preload} @pointerleave=${input.onLeave}>
        ${
          model
            ? html`<svg
                class="plot"
                width=${model.room}
                height=${STAGE_HEIGHT}
                viewBox=${`0 0 ${model.room} ${STAGE_HEIGHT}`}
                @keydown=${input.onKey}
                @focusin=${input.onFocus}
                @focusout=${input.onLeave}
                @pointerdown=${input.onPointer}
                @pointermove=${input.onPointer}
                @pointerup=${input.onPointer}
                @pointercancel=${input.onPointer}
              >
                ${renderPlot(model, {
                  active: this.#walk.bar,
                  isSelected: (bar) => range !== undefined && bar >= range.from && bar < range.until,
                  shown: this.shown,
                  isForced: this.#forced.matches,
                })}
                ${part?.renderRange(model)}
              </svg>`
            : nothing
        }
        ${model && part?.renderTip(model)}
      </div>
      ${
        model
          ? [this.parts.numbers.renderFoot(model, this.#foot), this.#table!.render(model, this.isCounting)]
          : html`<div class="foot">&nbsp;</div>`
      }
    </div>`;
  }

  get #foot(): FootSetting {
    const { shown, back, actions, folded, more, isAhead } = this;
    const { part } = this.#input;
    return {
      ...{ shown, back, more, isAhead },
      tag: this.#model && part?.renderTag(this.#model),
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

  /** Focuses the bar on which the keyboard is, or the button that unfolds the timeline. */
  takeFocus(): void {
    if (this.folded) this.renderRoot.querySelector<HTMLElement>(".fold")?.focus();
    else void this.#focusBar();
  }

  async #focusBar(): Promise<void> {
    await this.updateComplete;
    this.plot?.querySelector<SVGElement>('.bar[tabindex="0"]')?.focus();
  }
}

registerElement("alv-timeline", Timeline);

declare global {
  interface HTMLElementTagNameMap {
    "alv-timeline": Timeline;
  }
}
