import type { Span } from "../../core/coverage.js";
import type { RecordTime } from "./to-event.js";

const MINUTE = 60_000;
/** Offsets of zones that are not whole hours, in minutes (source: the IANA time zone database). */
const ODD_OFFSETS = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
const SLACK = 1000;
const SECOND = 1000;

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
 * @param known the instants of items that another request has shown
 */
export function resolveTimes(
  items: readonly RecordTime[],
  requestSpan: Span,
  lastShift: number,
  usuallyDescending = true,
  known: ReadonlyMap<RecordTime, number> = new Map(),
): ResolvedTimes {
  const zoneless = items.filter(({ isZoneless, time }) => isZoneless && time !== null);
  const candidates = lastShift === 0 ? [0] : [lastShift, lastShift - 60, lastShift + 60];
  const shiftMinutes = candidates.find((minutes) => allFit(zoneless, requestSpan, minutes)) ?? lastShift;
  let previous: number | undefined;
  const instants = items.map((item) => {
    const instant = known.get(item);
    return instant === undefined ? listInstants(item, shiftMinutes) : { one: instant, other: instant };
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

/** The instants that a time may mean: two if a clock change repeats it. */
function listInstants({ time, laterTime = time!, isZoneless }: RecordTime, shiftMinutes: number) {
  if (time === null) return null;
  const shift = isZoneless ? shiftMinutes * MINUTE : 0;
  return { one: time + shift, other: laterTime + shift };
}

/** A time that two instants of the requested span may mean, one of them outside of the window. */
export interface TimeAtEnd<T extends RecordTime> {
  readonly item: T;
  /** The instant in the first or last second of the request, and the one inside of the window. */
  readonly atEnd: number;
  readonly inside: number;
}

/**
 * Returns the items that may be in the first or last second of a request, which another window has, or inside of the window.
 * A wrong guess would list such a record twice, or not at all.
 */
export function findTimesAtEnds<T extends RecordTime>(
  items: readonly T[],
  requestSpan: Span,
  shiftMinutes: number,
): TimeAtEnd<T>[] {
  const isAtEnd = (time: number) => time < requestSpan.from + SECOND || time >= requestSpan.until;
  return items.flatMap((item) => {
    const instants = listInstants(item, shiftMinutes);
    if (!instants || instants.one === instants.other) return [];
    const { one, other } = instants;
    if (!isInside(one, requestSpan) || !isInside(other, requestSpan) || isAtEnd(one) === isAtEnd(other)) return [];
    return isAtEnd(one) ? [{ item, atEnd: one, inside: other }] : [{ item, atEnd: other, inside: one }];
  });
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
