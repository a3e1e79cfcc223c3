import type { Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { addToCount } from "../records/add-to-count.js";
import { straddles, type Answer } from "../records/answer.js";
import { SMALLEST_CAP } from "../records/wire.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";

const SECOND = 1000;

/** How often to repeat a request to see whether its answer is always as long. */
const REPEATS = 2;

/** The seconds of which two neighboring windows both have the undated items. */
export interface SharedSeconds {
  /** The start of the first second and of the last one: one or two seconds. */
  readonly seconds: Span;
  /**
   * Whether the newer window lacks the second before these, and the older window the second after them, because an answer was
   * cut there. A request for the seconds should leave out that one too.
   */
  readonly isCutBefore: boolean;
  readonly isCutAfter: boolean;
  /** The undated items to count, by content. */
  readonly keys: ReadonlySet<string>;
}

/** How often the shared seconds have each of the undated items. */
export interface SharedCounts {
  readonly counts: Map<string, number>;
  /** False if the server does not show how many there are. */
  readonly isCertain: boolean;
}

/** How to request the shared seconds. */
interface SharedRequests {
  /** Requests from the first second to the last one, both included. */
  readonly request: (ends: Span) => Promise<Answer>;
  /** Reads the rest of an answer that is cut; undefined if the server returns no more, or not in the same order. */
  readonly readPages: (first: Answer) => Promise<Answer | undefined>;
}

/**
 * Counts undated items in the seconds that two neighboring windows share. A server may return the records of one second in
 * another order each time, so the neighbors of an item in one answer do not show where it was in another one. The number of
 * equal items in the shared seconds does not depend on their order.
 */
export async function countSharedUndated(
  shared: SharedSeconds,
  behavior: EndpointBehavior,
  { request, readPages }: SharedRequests,
): Promise<SharedCounts> {
  let ends = findEnds(shared, behavior);
  let answer = await request(ends);
  // The answer may show that the server includes the ends of a request, so that a second can be left out.
  for (let next = findEnds(shared, behavior); !isSame(ends, next); next = findEnds(shared, behavior)) {
    ends = next;
    answer = await request(ends);
  }
  if (isWhole(answer, shared, behavior) || (await isRepeated(answer, behavior, () => request(ends))))
    return countIn(answer, shared);
  const whole = await readPages(answer);
  return whole ? countIn(whole, shared) : { ...countIn(answer, shared), isCertain: false };
}

/** The narrowest request that has all shared seconds if both windows had them. */
function findEnds({ seconds, isCutBefore, isCutAfter }: SharedSeconds, behavior: EndpointBehavior): Span {
  const { startInclusive, endInclusive, hasFractions } = behavior;
  return {
    from: isCutBefore && !startInclusive ? seconds.from - SECOND : seconds.from,
    until: isCutAfter && !(endInclusive && !hasFractions) ? seconds.until + SECOND : seconds.until,
  };
}

/** Whether an answer certainly has all records of the shared seconds. */
function isWhole(answer: Answer, { seconds }: SharedSeconds, behavior: EndpointBehavior): boolean {
  if (answer.count < SMALLEST_CAP) return true;
  const { order } = behavior;
  const isBeyond = (isOutside: (time: number) => boolean) =>
    !answer.hasZonelessTimes && answer.items.some(({ time }) => time !== null && isOutside(time));
  if (order === "descending") return isBeyond((time) => time < seconds.from);
  if (order === "ascending") return isBeyond((time) => time >= seconds.until + SECOND);
  return order !== "unknown" && behavior.hadLargerAnswer(answer.count);
}

/**
 * Whether an answer is shorter than another one and stays as long as it is. Then it was not cut, unless the cap changes from
 * answer to answer.
 */
async function isRepeated(
  { count }: Answer,
  behavior: EndpointBehavior,
  request: () => Promise<Answer>,
): Promise<boolean> {
  for (let left = REPEATS; left > 0 && behavior.hadLargerAnswer(count); left -= 1) {
    if ((await request()).count !== count) return false;
  }
  return behavior.hadLargerAnswer(count);
}

function countIn({ items }: Answer, { seconds, keys }: SharedSeconds): SharedCounts {
  const counts = new Map<string, number>();
  const end = seconds.until + SECOND;
  let isCertain = true;
  for (const item of items) {
    const { raw, time, newerTime = Infinity, olderTime = -Infinity } = item;
    const key = createContentKey(raw);
    if (time !== null || !keys.has(key)) continue;
    if (newerTime < seconds.from || olderTime >= end) continue;
    // The answer has another second, and the item may be in it.
    const isUnclear =
      (olderTime > -Infinity && straddles(seconds.from, item)) || (newerTime < Infinity && straddles(end, item));
    if (isUnclear) isCertain = false;
    addToCount(counts, key);
  }
  return { counts, isCertain };
}

function isSame(one: Span, other: Span): boolean {
  return one.from === other.from && one.until === other.until;
}
