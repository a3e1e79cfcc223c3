import { html, type PropertyValues, type TemplateResult } from "lit";
import { reactive } from "../../../ui/reactive.js";
import type { Span } from "../../../core/coverage.js";
import type { Counted, TimelineCounts } from "../../../core/event-counts.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import { shownEvents } from "../../../search/log-state.js";
import type { LogStore } from "../../../search/log-store.js";
import { takeFrame } from "../../../ui/own-frame.js";
import { useContext } from "../../../ui/context.js";
import { registerElement } from "../../../ui/register-element.js";
import { send } from "../../../views/shell/commands.js";
import { ViewElement } from "../../../views/shell/view-element.js";
import { featuresContext, type FeaturePlaces, type ToolUse } from "../../../views/shell/feature.js";
import { StoreFollower } from "../../../views/shell/store-follower.js";
import { layOutBars, MOST_BARS, type TimelineBars } from "./bars.js";
import { createRules } from "./times.js";
import type { TimelineParts, ZoomHistory } from "./parts.js";
import "./timeline.js";
import type { Timeline, TimelineActions } from "./timeline.js";

/** The least width of a bar with its gap, in px. */
const LEAST_WIDTH = 6;
const LEAST_BARS = 8;

/** The timeline of a log: asks the worker for the counts, and searches the selected time. */
export class LogTimeline extends ViewElement {
  static override properties = {
    log: reactive,
    folded: reactive,
    parts: reactive,
    bars: reactive,
    counts: reactive,
    isCounting: reactive,
  };
  private features!: FeaturePlaces;

  log!: LogStore;
  folded = false;
  parts!: TimelineParts;

  /** How the user was using the button that the timeline replaces. */
  set use(use: ToolUse) {
    // Read while that button is still on the page.
    this.#takesFocus ||= use.isFocused?.() ?? false;
    delete use.isFocused;
  }

  private bars: TimelineBars | undefined;
  private counts: Counted<TimelineCounts> | undefined;
  /** Whether other counts follow in a moment. */
  private isCounting = false;

  private get timeline(): Timeline {
    return this.renderRoot.querySelector<Timeline>("alv-timeline")!;
  }

  #room = 0;
  #takesFocus = false;
  /** What the bars were laid out for. */
  #layout = "";
  /** What was asked last. */
  #asked: readonly unknown[] = [];
  #isAsking = false;
  /** undefined before the first zoom. */
  #history: ZoomHistory | undefined;

  constructor() {
    super();
    useContext(this, featuresContext, (features) => {
      this.features = features;
    });
    new StoreFollower(this, () => this.log);
    new StoreFollower(
      this,
      () => this.#analysis,
      () => void this.#count(),
    );
  }

  get #analysis() {
    return this.log.server?.analysis;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("log")) this.#history = undefined;
    this.#history?.follow(this.log.state);
    this.#layOut();
  }

  override render(): TemplateResult {
    return html`<alv-timeline
      .bars=${this.bars}
      .counts=${this.counts}
      .isCounting=${this.isCounting}
      .shown=${this.#findShown()}
      .back=${this.#history?.last}
      .folded=${this.folded}
      .isAhead=${this.#isAhead}
      .more=${this.features.render("range-count", undefined)}
      .actions=${this.#actions}
      .parts=${this.parts}
    ></alv-timeline>`;
  }

  protected override firstUpdated(): void {
    void this.features.look("range-count");
  }

  protected override updated(): void {
    void this.#count();
    // The timeline cannot have the focus while its search runs.
    if (this.#takesFocus && this.log.state.activity !== "search" && this.bars) {
      this.#takesFocus = false;
      requestAnimationFrame(() => this.timeline.takeFocus());
    }
  }

  /** Lays out the bars again if the range, the zone or the room has changed. */
  #layOut(): void {
    const { coverage, searched } = this.log.state;
    const span = coverage?.asked ?? searched?.span;
    if (!span || this.#room === 0) return;
    const { locale, times } = this.env;
    const layout = [span.from, span.until, times.zone, locale, this.#room].join();
    if (layout === this.#layout) return;
    this.#layout = layout;
    const most = Math.max(LEAST_BARS, Math.min(MOST_BARS, Math.floor(this.#room / LEAST_WIDTH)));
    this.bars = layOutBars(span, createRules(times.zone, locale), most);
    this.counts = undefined;
  }

  /** Asks for the counts of the bars; once more if something has changed meanwhile. */
  async #count(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    for (;;) {
      const { bars } = this;
      const analysis = this.#analysis;
      const { revision, isCounting = false } = analysis?.state ?? {};
      const question = [bars, analysis, revision];
      if (!bars || !analysis || !this.isConnected || question.every((one, at) => one === this.#asked[at])) break;
      this.#asked = question;
      // Without an answer the bars stay as they are; the next change asks again.
      const counts = await analysis.timeline(bars.edges).catch(() => undefined);
      if (counts) await takeFrame();
      if (counts && bars === this.bars) this.counts = counts;
      this.isCounting = isCounting;
    }
    this.#isAsking = false;
  }

  /** Whether the counts have what was read for the next page, and the line below the rows does not. */
  get #isAhead(): boolean {
    const { coverage } = this.log.state;
    return this.counts !== undefined && coverage !== undefined && this.counts.extent.readFrom < coverage.readFrom;
  }

  /** The time of the events on the page. */
  #findShown(): Span | undefined {
    const times = shownEvents(this.log.state)
      .map(({ time }) => time)
      .filter((time) => time !== null);
    if (times.length === 0) return undefined;
    return { from: Math.min(...times), until: Math.max(...times) + 1 };
  }

  readonly #actions: TimelineActions = {
    zoom: async (span) => {
      this.#history ??= (await this.parts.selecting()).createHistory();
      this.#search(this.#history.zoom(this.log.state, span));
    },
    back: () => this.#search(this.#history?.goBack()),
    fold: (isFolded) => send(this, "prefer", { timeline: !isFolded }),
    fit: (room) => {
      this.#room = room;
      this.requestUpdate();
    },
  };

  #search(range: RangeFilter | undefined): void {
    if (!range) return;
    this.#takesFocus = true;
    send(this, "search-for", { ...this.log.state.searched!.filters, range });
  }
}

registerElement("alv-log-timeline", LogTimeline);

declare global {
  interface HTMLElementTagNameMap {
    "alv-log-timeline": LogTimeline;
  }
}
