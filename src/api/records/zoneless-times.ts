import type { Span } from "../../core/coverage.js";
import type { RecordTime } from "./to-event.js";

const MINUTE = 60_000;
/** Offsets of zones that are not whole hours, in minutes (source: the IANA time zone database). */
const ODD_OFFSETS = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
const SLACK = 1000;

/** The instants of the items of an answer, in the order of the answer. */
export interface ResolvedTimes {
  readonly times: readonly (number | null)[];
  readonly shiftMinutes: number;
}

/**
 * Finds the instants of times without an offset. The request asked for an exact span, so the records must be in it:
 * - If a clock change repeats a wall time, the instant inside of the span is meant. If both are inside, it is the one that
 *   keeps the answer sorted.
 * - If the server uses another zone than assumed, all zoneless times are moved by a shift that an earlier answer has
 *   proven. Summer time may change the shift by an hour.
 *
 * @param requestSpan the requested span, both ends included
 * @param lastShift the shift of the previous answer, in minutes; 0 if no shift was proven
 * @param usuallyDescending whether the server usually answers its newest records first
 */
export function resolveTimes(
  items: readonly RecordTime[],
  requestSpan: Span,
  lastShift: number,
  usuallyDescending = true,
): ResolvedTimes {
  const zoneless = items.filter(({ isZoneless, time }) => isZoneless && time !== null);
  const candidates = lastShift === 0 ? [0] : [lastShift, lastShift - 60, lastShift + 60];
  const shiftMinutes = candidates.find((minutes) => allFit(zoneless, requestSpan, minutes)) ?? lastShift;
  const shift = shiftMinutes * MINUTE;
  let previous: number | undefined;
  const instants = items.map(({ time, laterTime, isZoneless }) => {
    if (time === null) return null;
    const one = isZoneless ? time + shift : time;
    return { one, other: laterTime === undefined ? one : isZoneless ? laterTime + shift : laterTime };
  });
  // Times that are not ambiguous show the order of the answer.
  const certain = instants.flatMap((item) => (item && item.one === item.other ? [item.one] : []));
  const [firstTime, lastTime] = [certain[0], certain[certain.length - 1]];
  let isDescending = firstTime === undefined || firstTime === lastTime ? usuallyDescending : firstTime > lastTime!;
  const times = instants.map((item) => {
    if (item === null) return null;
    const { one, other } = item;
    const time = one === other ? one : chooseInstant(one, other, requestSpan, previous, isDescending);
    if (previous !== undefined && time !== previous) isDescending = time < previous;
    previous = time;
    return time;
  });
  return { times, shiftMinutes };
}

function isInside(time: number, requestSpan: Span): boolean {
  return time >= requestSpan.from - SLACK && time <= requestSpan.until + SLACK;
}

/**
 * Returns every shift, in minutes, that moves all zoneless times into the requested span. Likely shifts come first: whole
 * hours before others, small before large. Empty if no time is zoneless.
 */
export function findPossibleShifts(items: readonly RecordTime[], requestSpan: Span): number[] {
  const zoneless = items.filter(({ isZoneless, time }) => isZoneless && time !== null);
  if (zoneless.length === 0) return [];
  const hours = Array.from({ length: 27 }, (_, at) => (at - 14) * 60).sort(
    (one, other) => Math.abs(one) - Math.abs(other),
  );
  // A shift is the opposite of the zone's offset.
  const odd = ODD_OFFSETS.map((minutes) => -minutes);
  return [...hours, ...odd].filter((minutes) => allFit(zoneless, requestSpan, minutes));
}

function allFit(zoneless: readonly RecordTime[], requestSpan: Span, minutes: number): boolean {
  const fits = (time: number) => isInside(time + minutes * MINUTE, requestSpan);
  return zoneless.every(({ time, laterTime }) => fits(time!) || (laterTime !== undefined && fits(laterTime)));
}

/** Chooses one of the two instants of an ambiguous time. */
function chooseInstant(
  earlier: number,
  later: number,
  requestSpan: Span,
  previous: number | undefined,
  isDescending: boolean,
): number {
  const fits = isInside(earlier, requestSpan);
  if (fits !== isInside(later, requestSpan)) return fits ? earlier : later;
  if (previous === undefined) return isDescending ? later : earlier;
  if (isDescending) return later <= previous ? later : earlier;
  return earlier >= previous ? earlier : later;
}
