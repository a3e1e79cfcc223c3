import type { Span } from "../../../core/coverage.js";
import { toFirstDay, toMonth } from "../../../core/time/calendar-month.js";

/** The width of a bar of the timeline: 15 minutes, 1 day. */
export interface BarWidth {
  readonly unit: "minute" | "hour" | "day" | "week" | "month" | "year";
  readonly count: number;
}

/** The bars of a timeline. */
export interface TimelineBars {
  /** n + 1 ascending instants for n half-open bars, in milliseconds since 1970-01-01T00:00Z. They cover the whole span. */
  readonly edges: Float64Array;
  readonly width: BarWidth;
}

/** The clock and the calendar by which bars are cut. */
export interface ZoneRules {
  /** The offset in whole seconds east of UTC. @param second seconds since 1970-01-01T00:00Z */
  offsetAt(second: number): number;
  /** The first day of the week: 1 is Monday, 7 is Sunday. */
  readonly weekStart: number;
}

/** No timeline has more bars. */
export const MOST_BARS = 120;

const DAY = 86_400;
const SECONDS = { minute: 60, hour: 3600, day: DAY, week: 7 * DAY, month: 30 * DAY, year: 365 * DAY };

const list = (unit: BarWidth["unit"], ...counts: number[]): BarWidth[] => counts.map((count) => ({ unit, count }));

const WIDTHS = [
  ...list("minute", 1, 5, 15, 30),
  ...list("hour", 1, 2, 3, 6, 12),
  ...list("day", 1),
  ...list("week", 1),
  ...list("month", 1, 3),
  ...list("year", 1, 5, 25, 100),
];

/** The distances of ticks. Of two or three days, the ticks are counted from the first. */
const TICKS = [
  ...list("minute", 1, 5, 15, 30),
  ...list("hour", 1, 2, 3, 6, 12),
  ...list("day", 1, 2, 3),
  ...list("week", 1, 2),
  ...list("month", 1, 2, 3, 6),
  ...list("year", 1, 5, 10, 25, 100),
];

/**
 * Cuts a span into bars of the smallest width that gives at most `most` bars. The edges are where the clock of the zone shows
 * whole units: a day is one bar also if it has 23 or 25 hours. Bars of minutes and of one hour follow the instants, so an hour that
 * comes twice is two bars. The span may cut the first and the last bar.
 */
export function layOutBars(span: Span, zone: ZoneRules, most: number): TimelineBars {
  for (const width of WIDTHS) {
    const edges = cut(span, width, zone, most);
    if (edges) return { edges, width };
  }
  // The room of a few pixels.
  return { edges: Float64Array.of(span.from, span.until), width: WIDTHS[WIDTHS.length - 1]! };
}

function cut(span: Span, width: BarWidth, zone: ZoneRules, most: number): Float64Array | undefined {
  const inner = findStarts(span, width, zone, most)?.filter((start) => start > span.from);
  return inner && inner.length < most ? Float64Array.of(span.from, ...inner, span.until) : undefined;
}

/** Instants for the labels of an axis, and their distance. */
export interface Ticks {
  readonly times: readonly number[];
  readonly width: BarWidth;
}

/** Finds the ticks with the smallest distance for which `fits` returns true. */
export function findTicks(span: Span, zone: ZoneRules, most: number, fits: (ticks: Ticks) => boolean): Ticks {
  for (const width of TICKS) {
    const isCounted = width.unit === "day" || width.unit === "week";
    const step = isCounted ? width.count : 1;
    const starts = findStarts(span, isCounted ? { ...width, count: 1 } : width, zone, most * step);
    const ticks = starts && { times: starts.filter((_, at) => at % step === 0), width };
    if (ticks && ticks.times.length > 0 && ticks.times.length <= most && fits(ticks)) return ticks;
  }
  return { times: [], width: TICKS[TICKS.length - 1]! };
}

/** The instants within a span at which a unit starts, in milliseconds; undefined if they are more than `most`. */
function findStarts({ from, until }: Span, width: BarWidth, zone: ZoneRules, most: number): number[] | undefined {
  const size = SECONDS[width.unit] * width.count;
  if ((until - from) / 1000 / size > most + 1) return undefined;
  const ruler = createRuler(width, zone.weekStart);
  const second = Math.floor(from / 1000);
  const starts: number[] = [];
  const add = (start: number) => {
    const time = start * 1000;
    // Several starts are the same instant if the clock skips them.
    if (time >= from && time < until && time !== starts[starts.length - 1]) starts.push(time);
  };
  let index = ruler.indexOf(second + zone.offsetAt(second));
  let before = findFirst(ruler.wallOf(index), zone);
  add(before);
  while (before * 1000 < until && starts.length <= most) {
    const next = findFirst(ruler.wallOf(++index), zone);
    // The clock was put back by a whole bar or more: the time in between is bars, too.
    const repeats = size < DAY ? Math.floor((next - before) / size) - 1 : 0;
    for (let back = repeats; back > 0; back--) add(next - back * size);
    add(next);
    before = next;
  }
  return starts.length > most ? undefined : starts;
}

/** Numbers the units of a calendar. Times are those of a wall clock, in seconds. */
interface Ruler {
  indexOf(wall: number): number;
  /** The start of a unit. */
  wallOf(index: number): number;
}

function createRuler({ unit, count }: BarWidth, weekStart: number): Ruler {
  if (unit === "month" || unit === "year") {
    const months = unit === "year" ? 12 * count : count;
    return {
      indexOf: (wall) => Math.floor(toMonth(Math.floor(wall / DAY)) / months),
      wallOf: (index) => toFirstDay(index * months) * DAY,
    };
  }
  const size = SECONDS[unit] * count;
  // 1970-01-01 was a Thursday, the fourth day of a week that starts on Monday.
  const origin = unit === "week" ? (weekStart - 4) * DAY : 0;
  return {
    indexOf: (wall) => Math.floor((wall - origin) / size),
    wallOf: (index) => origin + index * size,
  };
}

/** The first second at which the clock of the zone shows this time or a later one. No zone changes its clock twice in two days. */
function findFirst(wall: number, { offsetAt }: ZoneRules): number {
  const [before, after] = [offsetAt(wall - DAY), offsetAt(wall + DAY)];
  let [early, late] = [wall - after, wall - before];
  if (before === after || offsetAt(late) === before) return late;
  if (early >= late || offsetAt(early) === after) return early;
  // The clock skips this time. After the loop, `late` is the first second with the new offset.
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(middle) === before) early = middle;
    else late = middle;
  }
  return late;
}
