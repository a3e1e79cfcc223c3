import { addToCount } from "../records/add-to-count.js";
import { compareNewestFirst, type Answer, type AnswerItem } from "../records/answer.js";
import { RecordMerger } from "../records/record-merger.js";
import { NARROWING, type NarrowingField } from "../records/wire.js";
import type { EndpointHabits } from "../server/habits.js";
import type { Param } from "../server/send-plan.js";
import { isRefusal } from "../transport/error-mapping.js";

/** The maximum number of requests for the pieces of one second, and how many of them run in parallel. */
const MOST_PIECES = 24;
const PARALLEL = 4;

/** Requests a second, always with the same start and end. `filters` are additional ones, `start` skips records. */
export type RequestSecond = (filters?: readonly Param[], start?: number) => Promise<Answer>;

/**
 * Reads more records of a second that the server cuts: requests it once for each value that a field of the known records
 * has, including values that only these requests show. Unknown values cannot be requested, so the result may be incomplete.
 *
 * @param answers the answers so far
 * @param params the filters that the requests already have
 */
export async function readPieces(
  answers: readonly Answer[],
  params: readonly Param[],
  habits: EndpointHabits,
  request: RequestSecond,
): Promise<Answer> {
  const merger = new RecordMerger();
  let list = 0;
  // An answer never contains a record more than once, so the merger counts no record too often.
  const merge = (answer: Answer) => merger.mergeList(list++, answer.items);
  const items = answers.flatMap(merge);
  const requested = new Set<string>();
  for (let left = MOST_PIECES; left > 0; left -= PARALLEL) {
    const pieces = findPieces(items, params, habits)
      .filter((piece) => !requested.has(createParamKey(piece)))
      .slice(0, Math.min(PARALLEL, left));
    if (pieces.length === 0) break;
    for (const piece of pieces) requested.add(createParamKey(piece));
    const found = await Promise.all(pieces.map((piece) => requestPiece(piece, habits, request)));
    for (const answer of found) if (answer) items.push(...merge(answer));
  }
  items.sort(compareNewestFirst);
  return { ...answers[0]!, items };
}

export function createParamKey({ name, value }: Param): string {
  return `${name} ${value}`;
}

/** @returns undefined if the server refuses the filter */
async function requestPiece(piece: Param, habits: EndpointHabits, request: RequestSecond): Promise<Answer | undefined> {
  try {
    return await request([piece]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    habits.refusedParams.add(piece.name);
    return undefined;
  }
}

/**
 * Returns the values of all fields, frequent ones first, because they probably bring the most records. A value that all
 * records have comes last: it would bring the same answer again.
 */
function findPieces(items: readonly AnswerItem[], params: readonly Param[], habits: EndpointHabits): Param[] {
  const pieces: { readonly piece: Param; readonly seen: number }[] = [];
  for (const field of Object.keys(NARROWING) as NarrowingField[]) {
    const name = NARROWING[field];
    if (habits.refusedParams.has(name) || params.some((param) => param.name === name)) continue;
    const counts = new Map<string, number>();
    for (const { originalEvent } of items) {
      const value = originalEvent?.[field];
      if (value) addToCount(counts, value);
    }
    for (const [value, seen] of counts) pieces.push({ piece: { name, value }, seen: seen % items.length });
  }
  return pieces.sort((one, other) => other.seen - one.seen).map(({ piece }) => piece);
}
