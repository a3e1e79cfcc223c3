import { addToCount } from "../records/add-to-count.js";
import { compareNewestFirst, type Answer, type AnswerItem } from "../records/answer.js";
import { RecordMerger } from "../records/record-merger.js";
import { FILTER_PARAMS, type ServerFilterField } from "../records/wire.js";
import type { EndpointBehavior } from "../server/endpoint-behavior.js";
import type { Param } from "../server/send-plan.js";
import { isRefusal } from "../transport/error-mapping.js";

/** The maximum number of requests for the values of one second, and how many of them run in parallel. */
const MOST_REQUESTS = 24;
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
export async function readByValues(
  answers: readonly Answer[],
  params: readonly Param[],
  behavior: EndpointBehavior,
  request: RequestSecond,
): Promise<Answer> {
  const merger = new RecordMerger();
  let list = 0;
  // An answer never contains a record more than once, so the merger counts no record too often.
  const merge = (answer: Answer) => merger.mergeList(list++, answer.items);
  const items = answers.flatMap(merge);
  const requested = new Set<string>();
  for (let left = MOST_REQUESTS; left > 0; left -= PARALLEL) {
    const values = findValues(items, params, behavior)
      .filter((param) => !requested.has(createParamKey(param)))
      .slice(0, Math.min(PARALLEL, left));
    if (values.length === 0) break;
    for (const param of values) requested.add(createParamKey(param));
    const found = await Promise.all(values.map((param) => requestValue(param, behavior, request)));
    for (const answer of found) if (answer) items.push(...merge(answer));
  }
  items.sort(compareNewestFirst);
  return { ...answers[0]!, items };
}

export function createParamKey({ name, value }: Param): string {
  return `${name} ${value}`;
}

/** @returns undefined if the server refuses the filter */
async function requestValue(
  param: Param,
  behavior: EndpointBehavior,
  request: RequestSecond,
): Promise<Answer | undefined> {
  try {
    return await request([param]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    behavior.refusedParams.add(param.name);
    return undefined;
  }
}

/**
 * Returns the values of all fields, frequent ones first, because they probably bring the most records. A value that all
 * records have comes last: it would bring the same answer again.
 */
function findValues(items: readonly AnswerItem[], params: readonly Param[], behavior: EndpointBehavior): Param[] {
  const values: { readonly param: Param; readonly seen: number }[] = [];
  for (const field of Object.keys(FILTER_PARAMS) as ServerFilterField[]) {
    const name = FILTER_PARAMS[field];
    if (behavior.refusedParams.has(name) || params.some((param) => param.name === name)) continue;
    const counts = new Map<string, number>();
    for (const { originalEvent } of items) {
      const value = originalEvent?.[field];
      if (value) addToCount(counts, value);
    }
    for (const [value, seen] of counts) values.push({ param: { name, value }, seen: seen % items.length });
  }
  return values.sort((one, other) => other.seen - one.seen).map(({ param }) => param);
}
