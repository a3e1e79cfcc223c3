import { findLastInstant } from "../../../core/coverage.js";
import type { CountsExtent } from "../../../core/event-counts.js";
import { formatCount } from "../../../i18n/numbers.js";
import type { Environment } from "../../../views/shell/environment.js";

const DAY = 86_400_000;

/** Whether all of the searched range was counted. */
export const isWhole = ({ asked, countedFrom }: CountsExtent): boolean => countedFrom <= asked.from;

/**
 * Says in which records the events were counted, and what is not in the numbers.
 *
 * @param shownFrom how far back the line below the rows says that the search has looked
 */
export function extentText(
  extent: CountsExtent,
  { endsNow, shownFrom }: { readonly endsNow: boolean; readonly shownFrom: number },
  { strings, times, locale }: Environment,
): string {
  const { asked, countedFrom, countedOnly, records } = extent;
  const isLong = asked.until - countedFrom > 3 * DAY;
  const when = isLong ? times.day : times.dayAndTime;
  const count = formatCount(records, locale);
  const until = when(findLastInstant(asked, endsNow && !isLong));
  return [
    isWhole(extent)
      ? strings.breakdownWhole(count, when(asked.from), until)
      : strings.breakdownSoFar(count, when(countedFrom)),
    extent.readFrom < shownFrom ? strings.breakdownAhead : "",
    isWhole(extent) ? "" : strings.breakdownUnsearched,
    countedOnly > 0 ? strings.breakdownCountedOnly(formatCount(countedOnly, locale)) : "",
  ]
    .filter(Boolean)
    .join(" ");
}

/** Says what could not be counted in the searched time; "" if that is nothing. */
export function gapText({ missing, cut }: CountsExtent, { strings, times, locale }: Environment): string {
  const from = Math.min(...missing.map(({ span }) => span.from));
  const until = Math.max(...missing.map(({ span }) => span.until));
  return [
    missing.length > 0 ? strings.breakdownMissing(times.dayAndTime(from), times.dayAndTime(until)) : "",
    cut.length > 0 ? strings.breakdownCut(formatCount(cut.length, locale)) : "",
  ]
    .filter(Boolean)
    .join(" ");
}
