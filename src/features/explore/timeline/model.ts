import type { Span } from "../../../core/coverage.js";
import { BAR_COLORS, type Counted, type TimelineCounts } from "../../../core/event-counts.js";
import type { Environment } from "../../../views/shell/environment.js";
import { findTicks, type TimelineBars } from "./bars.js";
import { findGaps, type Gap } from "./gaps.js";
import { stackBar } from "./stack.js";
import { createTimes, type TimelineTimes } from "./times.js";
import {
  countBars,
  countsOfBar,
  describeColors,
  describeCount,
  describeSpan,
  nameColors,
  type ColorWords,
  type SentenceSetting,
} from "./words.js";

/** The height of the bars in px. */
export const PLOT_HEIGHT = 46;
/** The top of the mark of a bar without events. */
const EMPTY_TOP = 24.5;

/** The width of a character of the axis and of the names in the plot, in px: somewhat more than most have. */
const CHARACTER = 6.6;
const LABEL_GAP = 40;

/** What all counts of the same bars share. */
export interface TimelineScale {
  readonly env: Environment;
  readonly times: TimelineTimes;
  readonly words: readonly ColorWords[];
  readonly bars: TimelineBars;
  /** One for each bar. */
  readonly spans: readonly Span[];
  /** One for each bar: its time as a text. */
  readonly names: readonly string[];
  /** The width of the plot in px. */
  readonly room: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** The position of an instant, in px from the start of the plot. */
  x(time: number): number;
}

/** The texts and shapes of a timeline: what its parts draw. */
export interface TimelineModel extends TimelineScale, SentenceSetting {
  readonly gaps: readonly Gap[];
  readonly counted: Counted<TimelineCounts> | undefined;
  /** One for each bar: the text that names it. */
  readonly sentences: readonly string[];
  /** One for each bar: the number of events. */
  readonly totals: readonly number[];
  /** The largest of them. */
  readonly tallest: number;
  /** One for each color: the outline of its parts of all bars. */
  readonly shapes: readonly string[];
  /** The outline of all bars. */
  readonly outline: string;
  /** One for each bar: where its top is, in px from the top of the plot. */
  readonly tops: readonly number[];
}

export function createScale(bars: TimelineBars, env: Environment, room: number): TimelineScale {
  const times = createTimes(env.times, env.now);
  const { edges } = bars;
  const span = { from: edges[0]!, until: edges[edges.length - 1]! };
  const x = (time: number) => ((time - span.from) / (span.until - span.from)) * room;
  const spans = Array.from(edges.subarray(1), (until, bar) => ({ from: edges[bar]!, until }));
  return {
    ...{ env, times, words: nameColors(env), bars, spans, room, x },
    names: spans.map((own) => describeSpan(own, { env, times })),
    ticks: layOutTicks(span, times, room, x),
  };
}

export function createModel(scale: TimelineScale, counted: Counted<TimelineCounts> | undefined): TimelineModel {
  const { spans, names, x } = scale;
  const gaps = counted ? findGaps(counted.extent) : [];
  const setting = { ...scale, gaps };
  const totals = spans.map((_, bar) => (counted ? countBars(counted.counts, bar, bar + 1) : 0));
  const tallest = Math.max(0, ...totals);
  return {
    ...setting,
    counted,
    sentences: names.map((when, bar) => nameBar(when, spans[bar]!, bar, totals[bar]!, counted, setting)),
    totals,
    tallest,
    ...drawBars(spans, counted, tallest, x),
  };
}

function nameBar(
  when: string,
  span: Span,
  bar: number,
  total: number,
  counted: Counted<TimelineCounts> | undefined,
  setting: SentenceSetting,
): string {
  if (!counted) return when;
  const parts = describeColors(countsOfBar(counted.counts, bar), setting.words, setting.env);
  return setting.env.strings.timelineSentence(when, [...describeCount(total, span, setting), ...parts]);
}

function drawBars(
  spans: readonly Span[],
  counted: Counted<TimelineCounts> | undefined,
  tallest: number,
  x: (time: number) => number,
): Pick<TimelineModel, "shapes" | "outline" | "tops"> {
  const shapes = BAR_COLORS.map(() => "");
  const tops = spans.map(() => EMPTY_TOP);
  let outline = "";
  if (counted) {
    spans.forEach(({ from, until }, bar) => {
      const start = Math.round(x(from));
      const room = Math.round(x(until)) - start;
      const width = Math.max(1, room > 2 ? room - 1 : room);
      for (const { color, y, height } of stackBar(countsOfBar(counted.counts, bar), tallest, PLOT_HEIGHT)) {
        shapes[color] += `M${start} ${y}h${width}v${height}h${-width}z`;
        tops[bar] = y;
      }
      if (tops[bar] !== EMPTY_TOP) outline += `M${start} ${tops[bar]}h${width}V${PLOT_HEIGHT}h${-width}z`;
    });
  }
  return { shapes, outline, tops };
}

/** Chooses the ticks so that no label touches the next one or leaves the plot. */
function layOutTicks(
  span: Span,
  times: TimelineTimes,
  room: number,
  x: (time: number) => number,
): TimelineModel["ticks"] {
  const isRoomFor = (label: string, from: number, until: number) => measure(label) <= until - from;
  let labels: string[] = [];
  const { times: all } = findTicks(span, times.rules, Math.max(1, Math.floor(room / 40)), (ticks) => {
    labels = times.ticks(ticks);
    const inner = ticks.times.slice(0, -1);
    return inner.every((at, index) => isRoomFor(labels[index]!, x(at), x(ticks.times[index + 1]!) - LABEL_GAP));
  });
  return all
    .map((at, index) => ({ x: x(at), label: labels[index]! }))
    .filter((tick) => isRoomFor(tick.label, tick.x, room));
}

/** The width that a text in the plot takes at most, in px. */
export const measure = (text: string): number => text.length * CHARACTER;
