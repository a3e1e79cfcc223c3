import { BAR_COLORS } from "../../../core/event-counts.js";

/** The part of a bar that has one color, in px from the top of the plot. */
export interface Segment {
  /** An index in `BAR_COLORS`. */
  readonly color: number;
  readonly y: number;
  readonly height: number;
}

/** Every color has a part of at least so many px, with the gap above it: one deletion among 500 logins must be seen. */
const LEAST = 2;
const GAP = 1;

/**
 * Stacks the parts of one bar from its base to its top.
 *
 * @param counts one count for each of `BAR_COLORS`
 * @param most the count of the tallest bar
 * @param height the height of the tallest bar in px, at least twice the number of colors
 */
export function stackBar(counts: ArrayLike<number>, most: number, height: number): Segment[] {
  const colors = BAR_COLORS.map((_, color) => color).filter((color) => counts[color]! > 0);
  if (colors.length === 0) return [];
  const total = colors.reduce((sum, color) => sum + counts[color]!, 0);
  const parts = colors.map((color) => Math.max(LEAST, Math.round((counts[color]! * height) / most)));
  const wanted = Math.max(LEAST * colors.length, Math.round((total * height) / most));
  // What rounding and small parts have added, the largest part gives.
  for (let over = parts.reduce((sum, part) => sum + part, 0) - wanted; over !== 0; over -= Math.sign(over)) {
    parts[parts.indexOf(Math.max(...parts))]! -= Math.sign(over);
  }
  let y = height;
  return colors.map((color, at) => {
    y -= parts[at]!;
    const gap = at === colors.length - 1 ? 0 : GAP;
    return { color, y: y + gap, height: parts[at]! - gap };
  });
}
