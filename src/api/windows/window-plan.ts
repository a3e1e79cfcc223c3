import type { Span } from "../../core/coverage.js";
import { LARGEST_STEP, type WindowSizes } from "./window-sizes.js";

const SECOND = 1000;

/** The records that a window should have: enough for several pages, few enough for a fast answer. */
const TARGET = 700;
/** The share of a known cap that a window should have. A fuller one would often be cut. */
const SHARE_OF_CAP = 0.8;
/**
 * If the server sorts its records, a window may need several full answers, one after the other. Such a window should have at
 * most as many records as were read so far, and only these shares of the wanted records and of the rest of the range: the page
 * may be full before the older windows are needed, and at the end all slots should be in use.
 */
const SHARE_OF_WANTED = 1 / 8;
const SHARE_OF_REST = 1 / 3;
/** The number of records that two neighboring windows should both have, so that each shows where the other one was cut. */
const SHARED = 12;

export interface WindowPlan {
  /** Everything from here on has been read. */
  readonly readFrom: number;
  /** The oldest time to read, and whether it is the start of the range. */
  readonly backTo: number;
  readonly isWholeRange: boolean;
  /** Windows that were read early, and windows that are being read. */
  readonly early: readonly Span[];
  readonly inFlight: readonly Span[];
  /** The maximum number of new windows. */
  readonly slots: number;
  /** The server returns its newest records first. */
  readonly isNewestFirst: boolean;
  /** The longest window to request, in milliseconds. */
  readonly longest: number;
  /** The server's cap of records per answer; 0 if unknown. */
  readonly cap: number;
  /** How many more records the cursor needs. */
  readonly wantedRecords: number;
  readonly sizes: WindowSizes;
}

/**
 * Returns the next windows to request, newest first. They fill the gaps between windows that were read early and continue from there. They
 * get longer where records are rare, and the last one covers the whole rest if few records are expected.
 */
export function planWindows(plan: WindowPlan): Span[] {
  const { backTo, isWholeRange, early, inFlight, slots, isNewestFirst, longest, wantedRecords, sizes } = plan;
  const { density } = sizes;
  const most = computeMostRecords(plan);
  const planned: Span[] = [];
  let expected = 0;
  let length = 0;
  let end = plan.readFrom;
  for (;;) {
    const known = [...early, ...inFlight, ...planned];
    const covering = known.filter((span) => span.until >= end && span.from < end);
    if (covering.length > 0) {
      end = Math.min(...covering.map((span) => span.from));
      continue;
    }
    if (end <= backTo || planned.length >= slots || expected >= wantedRecords) return planned;
    const floor = Math.max(backTo, ...known.filter(({ until }) => until < end).map(({ until }) => until));
    const byDensity = density > 0 ? most / density : Infinity;
    length = Math.min(
      length > 0 ? Math.max(length, Math.min(length * LARGEST_STEP, byDensity)) : sizes.nextLength(most),
      longest,
    );
    const isLastSlot = planned.length === slots - 1;
    const takesRest = isLastSlot && !sizes.isEmpty && density * (end - backTo) <= most;
    // The end of a window in flight is not known yet. Records that both windows have show that nothing is missing between them.
    const isBesideUnread = [...inFlight, ...planned].some((span) => span.from === end);
    const shared = sizes.isMeasured && density > 0 ? Math.min(SHARED / density, length / 4) : length / 8;
    const until = floorToSecond(isBesideUnread ? end + shared : end);
    const start = Math.max(floor, until - longest, takesRest ? floor : end - length);
    // At a window that was read early, or at the start of the range, an answer that continues beyond it shows that nothing is missing.
    const goesBeyond = isNewestFirst && start === floor && (floor > backTo || isWholeRange);
    planned.push({
      from: floorToSecond(goesBeyond ? start - Math.max(0, Math.min(shared, longest - (end - start))) : start),
      until,
    });
    expected += density * (end - start);
    end = floorToSecond(start);
  }
}

/**
 * Returns a longer window with the same end as the first one, to request at the same time. It shows the order of the server,
 * and that the server always cuts at the same end. undefined: the first window covers the whole range.
 */
export function planFirstWide({ from, until }: Span, rangeStart: number): Span | undefined {
  const start = Math.max(rangeStart, until - LARGEST_STEP * (until - from));
  return start < from ? { from: start, until } : undefined;
}

function computeMostRecords({ readFrom, backTo, isNewestFirst, cap, wantedRecords, sizes }: WindowPlan): number {
  const oneAnswer = cap > 0 ? Math.min(TARGET, cap * SHARE_OF_CAP) : TARGET;
  if (!isNewestFirst) return oneAnswer;
  const expected = sizes.density * (readFrom - backTo);
  return Math.max(oneAnswer, Math.min(TARGET, sizes.total, wantedRecords * SHARE_OF_WANTED, expected * SHARE_OF_REST));
}

function floorToSecond(time: number): number {
  return Math.floor(time / SECOND) * SECOND;
}
