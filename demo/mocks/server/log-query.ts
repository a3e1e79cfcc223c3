import { readDateTime } from "./date-time.js";
import type { ServerBehavior } from "./server-behavior.js";
import { type ListRange, getLastValue, readListRange } from "./list-query.js";
import { Random } from "../records/random.js";
import type { StoredRecord } from "../types.js";

/** The documented filters. The API has none for the performing user or for details, and ignores unknown parameters. */
const FILTERS = [
  "by-ip",
  "by-domain",
  "by-client",
  "action-type",
  "target-domain",
  "target-object",
  "target-host",
  "target-user",
] as const;

export interface LogQuery {
  /** The ends of the requested window, in milliseconds; infinite if the request has no end. */
  readonly from: number;
  readonly until: number;
  /** The zone that the request named in brackets. */
  readonly zone: string | undefined;
  readonly filters: readonly (readonly [field: string, text: string])[];
  readonly range: ListRange;
}

/** Reads a log request; an error message if the server would refuse it. */
export function readLogQuery(query: URLSearchParams, behavior: ServerBehavior): LogQuery | string {
  const ends = (["datetime-start", "datetime-end"] as const).map((name) => {
    const text = getLastValue(query, name);
    return { name, text, read: text === undefined ? undefined : readDateTime(text, behavior.naiveZone) };
  });
  const wrong = ends.find(({ text, read }) => text !== undefined && !read);
  if (wrong) return `Invalid date format for ${wrong.name}`;
  const slice = readListRange(query, behavior);
  if (typeof slice === "string") return slice;
  const filters = FILTERS.flatMap((field) => {
    const text = getLastValue(query, field);
    return text === undefined ? [] : [[field, text] as const];
  });
  const [start, end] = ends.map(({ read }) => read);
  return {
    ...{ from: start?.time ?? Number.NEGATIVE_INFINITY, until: end?.time ?? Number.POSITIVE_INFINITY },
    ...{ zone: behavior.brackets === "ignored" ? undefined : (start?.zone ?? end?.zone), filters, range: slice },
  };
}

/** The part of an array that a query needs, so that a list can create its records when they are requested. */
export interface RecordList {
  readonly length: number;
  at(index: number): StoredRecord | undefined;
  /** The positions, both included, between which the first record of at least `time` is: others need not be created. */
  getRangeAround?(time: number): readonly [low: number, high: number];
}

/** The first position whose time is at least `time`, in records of ascending time. */
export function findFirstAt(records: RecordList, time: number): number {
  let [low, high] = records.getRangeAround?.(time) ?? [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records.at(middle) as StoredRecord).time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The records of a response, in the order of the server.
 * @param records oldest first
 * @param isVisible whether the session may see a record, and the log has it
 * @param tieSeed differs for each request, for servers that shuffle the records of one second
 */
export function selectRecords(
  records: RecordList,
  { from, until, filters, range }: LogQuery,
  isVisible: (entry: StoredRecord) => boolean,
  behavior: ServerBehavior,
  tieSeed: number,
): StoredRecord[] {
  // Times are whole seconds, so a millisecond more excludes a record at an end.
  const first = findFirstAt(records, behavior.startInclusive ? from : from + 1);
  const last = findFirstAt(records, behavior.endInclusive ? until + 1 : until) - 1;
  const matches = createMatcher(filters, behavior);
  const isDescending = behavior.order === "descending";
  const wanted = range.start + range.limit;
  const random = new Random(tieSeed);
  const found: StoredRecord[] = [];
  let ties: StoredRecord[] = [];
  const takeTies = () => {
    found.push(...(behavior.ties === "shuffled" ? random.shuffle(ties) : ties));
    ties = [];
  };
  for (let step = 0; step <= last - first; step += 1) {
    const entry = records.at(isDescending ? last - step : first + step) as StoredRecord;
    if (!isVisible(entry) || !matches(entry)) continue;
    if (ties.length > 0 && ties[0]?.time !== entry.time) takeTies();
    if (found.length >= wanted) break;
    ties.push(entry);
  }
  takeTies();
  return found.slice(range.start, wanted);
}

function createMatcher(filters: LogQuery["filters"], behavior: ServerBehavior): (entry: StoredRecord) => boolean {
  const foldText = (text: string) => (behavior.caseSensitive ? text : text.toLowerCase());
  const wanted = filters.map(([field, text]) => [field, foldText(text)] as const);
  const compare = {
    exact: (value: string, text: string) => value === text,
    prefix: (value: string, text: string) => value.startsWith(text),
    substring: (value: string, text: string) => value.includes(text),
  }[behavior.matching];
  return ({ record }) => wanted.every(([field, text]) => compare(foldText(String(record[field] ?? "")), text));
}
