import type { Span } from "../../core/coverage.js";
import type { RecordTime } from "./to-event.js";

const MINUTE = 60_000;
/** The offsets that zones keep which are no whole hours, in minutes (source: the IANA time zone database). */
const ODD_OFFSETS = [-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765];
const SLACK = 1000;

/** The instants of an answer's items, in the order of the answer. */
export interface SettledTimes {
  readonly times: readonly (number | null)[];
  readonly shiftMinutes: number;
}

/**
 * Says what times without offset mean. The server was asked for an exact stretch of time, so its records lie in it:
 * - of a wall time that a change of the clock brings twice, the instant that does is meant; where both do, the one that
 *   keeps the answer in order;
 * - a server that keeps another zone than was assumed has all such times moved by its shift, which was proven before;
 *   summer time may change it by an hour.
 *
 * @param ends what was asked for, both ends included
 * @param before the shift that the answer before had, in minutes; 0 where none was ever proven
 * @param isFalling whether the server usually answers its newest records first
 */
export function settleTimes(items: readonly RecordTime[], ends: Span, before: number, isFalling = true): SettledTimes {
  const naive = items.filter(({ isNaive, time }) => isNaive && time !== null);
  const tried = before === 0 ? [0] : [before, before - 60, before + 60];
  const shiftMinutes = tried.find((minutes) => allFit(naive, ends, minutes)) ?? before;
  const shift = shiftMinutes * MINUTE;
  let last: number | undefined;
  const instants = items.map(({ time, later, isNaive }) => {
    if (time === null) return null;
    const one = isNaive ? time + shift : time;
    return { one, other: later === undefined ? one : isNaive ? later + shift : later };
  });
  // Those that come once tell in which order the answer is.
  const sure = instants.flatMap((item) => (item && item.one === item.other ? [item.one] : []));
  const [first, final] = [sure[0], sure[sure.length - 1]];
  let falling = first === undefined || first === final ? isFalling : first > final!;
  const times = instants.map((item) => {
    if (item === null) return null;
    const { one, other } = item;
    const settled = one === other ? one : choose(one, other, ends, last, falling);
    if (last !== undefined && settled !== last) falling = settled < last;
    last = settled;
    return settled;
  });
  return { times, shiftMinutes };
}

function isInside(time: number, ends: Span): boolean {
  return time >= ends.from - SLACK && time <= ends.until + SLACK;
}

/**
 * Every shift, in minutes, that brings all times without offset into what was asked for, the likely ones first: hours
 * before quarters, small before large. Empty where there is no such time.
 */
export function possibleShifts(items: readonly RecordTime[], ends: Span): number[] {
  const naive = items.filter(({ isNaive, time }) => isNaive && time !== null);
  if (naive.length === 0) return [];
  const hours = Array.from({ length: 27 }, (_, at) => (at - 14) * 60).sort(
    (one, other) => Math.abs(one) - Math.abs(other),
  );
  // What is added to a time is the opposite of its zone's offset.
  const odd = ODD_OFFSETS.map((minutes) => -minutes);
  return [...hours, ...odd].filter((minutes) => allFit(naive, ends, minutes));
}

function allFit(naive: readonly RecordTime[], ends: Span, minutes: number): boolean {
  const fits = (time: number) => isInside(time + minutes * MINUTE, ends);
  return naive.every(({ time, later }) => fits(time!) || (later !== undefined && fits(later)));
}

/** Which of two instants an hour apart is meant. */
function choose(earlier: number, later: number, ends: Span, before: number | undefined, falling: boolean): number {
  const fits = isInside(earlier, ends);
  if (fits !== isInside(later, ends)) return fits ? earlier : later;
  if (before === undefined) return falling ? later : earlier;
  if (falling) return later <= before ? later : earlier;
  return earlier >= before ? earlier : later;
}
