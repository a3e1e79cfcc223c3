import { BAR_COLORS, type TimelineCounts } from "../core/event-counts.js";
import type { EventColumns } from "./event-columns.js";
import { divide, type Steps } from "./steps.js";

/**
 * Counts the events in each bar, by color. Events outside of all bars are left out.
 *
 * @param edges n + 1 ascending instants, in ms, for n bars; each bar begins at its first edge and ends before the next
 */
export function* countBars(columns: EventColumns, edges: Float64Array): Steps<TimelineCounts> {
  const bars = Math.max(0, edges.length - 1);
  const counts = new Uint32Array(bars * BAR_COLORS.length);
  const { times, colors } = columns;
  const { slots } = columns.action.column;
  // Neighbors are mostly in the same bar, so the next event is first looked for there.
  let bar = 0;
  yield* divide(bars === 0 ? 0 : columns.slots, (from, until) => {
    for (let slot = from; slot < until; slot += 1) {
      const time = times[slot]!;
      if (!(time >= edges[bar]! && time < edges[bar + 1]!)) {
        if (!(time >= edges[0]! && time < edges[bars]!)) continue;
        bar = findBar(edges, time);
      }
      counts[bar * BAR_COLORS.length + colors[slots[slot]!]!]! += 1;
    }
  });
  return { counts, undated: columns.undated };
}

/** The last bar that begins at `time` or before; it is not empty if `time` is between the first and the last edge. */
function findBar(edges: Float64Array, time: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= time) low = middle;
    else high = middle;
  }
  return low;
}
