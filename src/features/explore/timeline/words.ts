import type { Span } from "../../../core/coverage.js";
import { BAR_COLORS, type TimelineCounts } from "../../../core/event-counts.js";
import type { BadgeColor } from "../../../core/taxonomy/taxonomy.js";
import { formatCount, getNumberFormat } from "../../../i18n/numbers.js";
import type { Environment } from "../../../views/shell/environment.js";
import type { BarWidth } from "./bars.js";
import { findReading, type Gap } from "./gaps.js";
import type { TimelineTimes } from "./times.js";

/** What a color of the bars stands for. */
export interface ColorWords {
  /** An index in `BAR_COLORS`. */
  readonly color: number;
  /** The first action of this color. */
  readonly name: string;
  /** The other actions of this color. */
  readonly others: readonly string[];
  /** For a sentence: the first action, and the one that has this color as an alarm. */
  readonly spoken: string;
}

/** The colors in the order of texts. "Other" is last. */
const READING_ORDER: readonly BadgeColor[] = ["blue", "green", "orange", "red", "purple", "cyan", "neutral"];

/** Names each color that actions have after these actions. Neutral stands for all other actions. */
export function nameColors({ strings, taxonomy }: Environment): ColorWords[] {
  const { actions } = taxonomy.taxonomy;
  const words = READING_ORDER.map((name) => {
    const color = BAR_COLORS.indexOf(name);
    if (name === "neutral") return { color, name: strings.timelineOther, others: [], spoken: strings.timelineOther };
    const labels = actions
      .filter((action) => action.color === name)
      // "Modify/Update" has a short name.
      .map(({ id, label }) => (label.indexOf("/") > 0 && strings.timelineNames[id]) || label);
    const alarms = actions
      .filter((action) => action.alarm?.color === name)
      .map(({ id, label }) => (id === "login" ? strings.loginFailed : label));
    const [first, ...others] = [...labels, ...alarms];
    if (first === undefined) return undefined;
    const spoken = labels.length > 0 && alarms.length > 0 ? strings.timelineOr(first, alarms[0]!) : first;
    return { color, name: first, others, spoken };
  });
  return words.filter((word) => word !== undefined);
}

/** The counts of one bar by color, as texts: "11 login", "6 modify", "10 other". */
export function describeColors(counts: ArrayLike<number>, words: readonly ColorWords[], env: Environment): string[] {
  return words
    .filter(({ color }) => counts[color]! > 0)
    .map(({ color, spoken }) => env.strings.timelinePart(formatCount(counts[color]!, env.locale), spoken));
}

/** "2 hours". */
export function describeWidth({ unit, count }: BarWidth, locale: string): string {
  return getNumberFormat(locale, { style: "unit", unit, unitDisplay: "long" }).format(count);
}

/** The counts of one bar, one for each color. */
export function countsOfBar({ counts }: TimelineCounts, bar: number): Uint32Array {
  return counts.subarray(bar * BAR_COLORS.length, (bar + 1) * BAR_COLORS.length);
}

/** The number of events in bars, from the first one up to but not including the last. */
export function countBars({ counts }: TimelineCounts, from: number, until: number): number {
  let sum = 0;
  for (let at = from * BAR_COLORS.length; at < until * BAR_COLORS.length; at++) sum += counts[at]!;
  return sum;
}

/** What a sentence needs to know beside the counts. */
export interface SentenceSetting {
  readonly env: Environment;
  readonly times: TimelineTimes;
  readonly words: readonly ColorWords[];
  readonly gaps: readonly Gap[];
}

/** The time of a bar or of several, as a text. */
export function describeSpan(span: Span, { env, times }: Pick<SentenceSetting, "env" | "times">): string {
  return times.span(span, env.strings.timelineSpan);
}

/** What was counted in a span: "27 events", "5 events, partly not searched", "not searched yet". */
export function describeCount(events: number, span: Span, { env, gaps }: SentenceSetting): string[] {
  const { strings, locale } = env;
  const reading = findReading(span, gaps);
  if (reading === "none" && events === 0) return [strings.timelineUnreadBar];
  const count = strings.timelineEvents(formatCount(events, locale));
  return reading === "whole" ? [count] : [count, strings.timelinePartBar];
}
