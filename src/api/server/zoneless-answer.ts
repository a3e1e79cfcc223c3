import type { Span } from "../../core/coverage.js";
import { createContentKey } from "../../core/text/parameter-text.js";
import { createAnswer, hasZonelessTimes, type Answer } from "../records/answer.js";
import type { EventWithoutId, ParsedItem } from "../records/to-event.js";
import { findPossibleShifts, findTimesAtEnds, resolveTimes } from "../records/zoneless-times.js";
import { addToCount } from "../records/add-to-count.js";
import { SMALLEST_CAP } from "../records/wire.js";
import { isRefusal } from "../transport/error-mapping.js";
import type { EndpointBehavior } from "./endpoint-behavior.js";

const SECOND = 1000;

/** After this many refusals, the viewer sends no brackets. */
const MOST_REFUSALS = 3;

/** An answer with times that have no offset, and the requests that help to find their instants. */
export interface ZonelessSetup {
  readonly items: readonly ParsedItem[];
  readonly requestSpan: Span;
  readonly behavior: EndpointBehavior;
  /** Sends the request again with a zone in brackets. undefined: the request had one, or the server does not honor it. */
  readonly requestInBrackets: (() => Promise<readonly ParsedItem[]>) | undefined;
  /** Requests the records of a second. */
  readonly requestSecond: (span: Span) => Promise<readonly EventWithoutId[]>;
  /** Requests another span with the same filters. */
  readonly requestSpanAgain: (requestSpan: Span) => Promise<readonly ParsedItem[]>;
}

/**
 * Reads an answer whose times have no offset. Few servers send such times, so this code is loaded for the first such answer.
 * It asks for times with a zone first. If the server does not send them, a known record shows how to shift the times.
 */
export async function readZonelessAnswer(setup: ZonelessSetup): Promise<Answer> {
  const { requestSpan, behavior } = setup;
  const items = (hasZonelessTimes(setup.items) && (await tryBrackets(setup))) || setup.items;
  if (hasZonelessTimes(items)) behavior.zonelessTimes = true;
  const resolve = (lastShift: number, known?: ReadonlyMap<ParsedItem, number>) => {
    const { order } = behavior;
    const { times, shiftMinutes } = resolveTimes(items, requestSpan, lastShift, order !== "ascending", known);
    return { answer: createAnswer(items, requestSpan, order, times), shiftMinutes };
  };
  let resolved = resolve(behavior.shiftMinutes);
  const possibleShifts = behavior.isShiftKnown ? [] : findPossibleShifts(items, requestSpan);
  if (possibleShifts.length > 0) {
    resolved = resolve(await proveShift(setup, resolved.answer, resolved.shiftMinutes, possibleShifts));
  }
  const known = await settleTimesAtEnds(setup, items, resolved.shiftMinutes);
  if (known.size > 0) resolved = resolve(resolved.shiftMinutes, known);
  behavior.shiftMinutes = resolved.shiftMinutes;
  return resolved.answer;
}

/**
 * Requests times with a zone. The API document says of a zone in brackets after a requested time: "the server then
 * answers in that zone and format". A server that does not understand brackets may return nothing.
 *
 * @returns the new items; undefined if the server ignores or refuses brackets
 */
async function tryBrackets({
  items,
  behavior,
  requestInBrackets,
}: ZonelessSetup): Promise<readonly ParsedItem[] | undefined> {
  if (!requestInBrackets) return undefined;
  const found = await requestInBrackets().catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
    return undefined;
  });
  if (!found) {
    behavior.bracketRefusals += 1;
    if (behavior.bracketRefusals >= MOST_REFUSALS) behavior.bracketsHonored = false;
    return undefined;
  }
  // The cap may change from answer to answer.
  const isLong = found.length >= Math.min(items.length, SMALLEST_CAP);
  const isWhole = !hasZonelessTimes(found) && isLong && found.some(({ time }) => time !== null);
  behavior.bracketsHonored = isWhole;
  return isWhole ? found : undefined;
}

/**
 * Finds the shift of zoneless times: a request for the shifted second of a record must return this record. Tried once, for
 * the first answer with possible shifts. Returns 0 if no shift is proven.
 *
 * @param shiftMinutes the shift of the times of the answer
 */
async function proveShift(
  { behavior, requestSecond }: ZonelessSetup,
  { items }: Answer,
  shiftMinutes: number,
  possibleShifts: readonly number[],
): Promise<number> {
  // An ambiguous time could prove the wrong shift.
  const sample = items.find((item) => item.time !== null && item.isZoneless && !item.isAmbiguous);
  if (!sample) return shiftMinutes;
  const key = createContentKey(sample.raw);
  for (const minutes of possibleShifts) {
    const from = Math.floor((sample.time! + (minutes - shiftMinutes) * 60 * SECOND) / SECOND) * SECOND;
    const events = await requestSecond({ from, until: from + SECOND });
    if (events.some(({ raw }) => createContentKey(raw) === key)) {
      behavior.isShiftKnown = true;
      return minutes;
    }
  }
  behavior.isShiftKnown = true;
  return 0;
}

/**
 * Finds the instants of times that a clock change repeats, if one of the two instants is in the first or last second of the
 * request: a request for this second alone returns as many equal records as are there.
 */
async function settleTimesAtEnds(
  { requestSpan, requestSpanAgain }: ZonelessSetup,
  items: readonly ParsedItem[],
  shiftMinutes: number,
): Promise<ReadonlyMap<ParsedItem, number>> {
  const known = new Map<ParsedItem, number>();
  const { from, until } = requestSpan;
  const unclear = findTimesAtEnds(items, requestSpan, shiftMinutes);
  for (const end of [
    { from, until: from + SECOND, unclear: unclear.filter(({ atEnd }) => atEnd < until - SECOND) },
    { from: until - SECOND, until, unclear: unclear.filter(({ atEnd }) => atEnd >= until - SECOND) },
  ]) {
    if (end.unclear.length === 0) continue;
    const there = new Map<string, number>();
    for (const { raw } of await requestSpanAgain({ from: end.from, until: end.until }))
      addToCount(there, createContentKey(raw));
    for (const { item, atEnd, inside } of end.unclear) {
      const key = createContentKey(item.raw);
      known.set(item, (there.get(key) ?? 0) > 0 ? atEnd : inside);
      addToCount(there, key, -1);
    }
  }
  return known;
}
