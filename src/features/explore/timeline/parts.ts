import type { CSSResult, LitElement, nothing, SVGTemplateResult, TemplateResult } from "lit";
import type { Span } from "../../../core/coverage.js";
import type { RangeFilter } from "../../../core/filters/filters.js";
import type { LogState } from "../../../search/log-state.js";
import type { TimelineModel } from "./model.js";
import type { BarRange, BarWalk } from "./walk.js";

export type HandleSide = "from" | "until";

/** A key or what a pointer does. The event itself is over when the part has loaded. */
export interface StripUse {
  /** The name of the event. */
  readonly type: string;
  /** The handle under the pointer, or that has the focus; undefined for the bars. */
  readonly side: HandleSide | undefined;
  /** Whether Shift is held. */
  readonly extend: boolean;
  readonly key?: string;
  readonly pointer?: number;
  readonly isMouse?: boolean;
  /** The instant under the pointer. */
  readonly time?: number;
}

/** Selects bars with the pointer and the keyboard, and shows the numbers of a bar. */
export interface Selecting {
  /** The selected bars. */
  readonly range: BarRange | undefined;
  use(use: StripUse): void;
  /** The focus has come to a bar or a handle. */
  enter(): void;
  /** The pointer or the focus has left the bars. */
  leave(): void;
  /** Ends a drag or removes the selection. Returns false if there is nothing to end. */
  escape(): boolean;
  /** What is drawn above the bars. */
  renderRange(model: TimelineModel): SVGTemplateResult;
  /** The numbers of the bar under the pointer, above the bars. */
  renderTip(model: TimelineModel): TemplateResult | typeof nothing;
  /** The selected time and what can be done with it: takes the place of the key below the bars, so that nothing moves. */
  renderTag(model: TimelineModel): TemplateResult | typeof nothing;
}

/** The ranges before the zooms. */
export interface ZoomHistory {
  /** The range before the last zoom. */
  readonly last: Span | undefined;
  /** Returns the range to search. */
  zoom(state: LogState, span: Span): RangeFilter | undefined;
  /** Returns the range to search, if there was a zoom. */
  goBack(): RangeFilter | undefined;
  /** Forgets the zooms after somebody has searched another range. */
  follow(state: LogState): void;
}

/** The timeline as the part needs it. */
export interface SelectingSetting {
  readonly walk: BarWalk;
  readonly edges: () => Float64Array;
  readonly model: () => TimelineModel | undefined;
  /** Searches this time. */
  readonly zoom: (span: Span) => void;
  /** Focuses the bar on which the keyboard is. */
  readonly focusBar: () => void;
}

/** Selects bars; loaded when the pointer or the focus first reaches them. */
export interface SelectingCode {
  readonly styles: CSSResult;
  createSelecting(host: LitElement, setting: SelectingSetting): Selecting;
  createHistory(): ZoomHistory;
}

export interface FootSetting {
  readonly shown: Span | undefined;
  readonly isForced: boolean;
  /** The range before the zoom; undefined without a zoom. */
  readonly back: Span | undefined;
  readonly goBack: () => void;
  readonly fold: () => void;
  /** What is shown beside the coverage: the count of the whole range. */
  readonly more: unknown;
  /** What takes the place of the key. */
  readonly tag: unknown;
  /** Whether the counts reach further back than what the rows say. */
  readonly isAhead: boolean;
}

/** The numbers of the bars, for screen readers and on paper. */
export interface NumbersTable {
  /** @param isCounting whether other numbers follow in a moment: then the table keeps those that it has */
  render(model: TimelineModel, isCounting: boolean): TemplateResult;
}

/** What stands below the bars, and the folded line; comes with the timeline. */
export interface NumbersCode {
  readonly styles: CSSResult;
  /** Below the axis: the way back from a zoom, the key of the colors, and what the counts cover. */
  renderFoot(model: TimelineModel, setting: FootSetting): TemplateResult;
  renderFolded(model: TimelineModel, setting: FootSetting): TemplateResult;
  readonly Table: new (host: LitElement) => NumbersTable;
}

export interface TimelineParts {
  readonly numbers: NumbersCode;
  selecting(): Promise<SelectingCode>;
}
