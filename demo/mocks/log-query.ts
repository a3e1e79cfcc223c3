import { readDateTime } from "./date-time.js";
import type { Habits } from "./habits.js";
import { type Slice, lastValue, readSlice } from "./list-query.js";
import { Random } from "./random.js";
import type { TruthRecord } from "./types.js";

/** The documented filters. There is none for the performing user or for details: unknown parameters are ignored. */
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
  /** Ends of the asked window, in milliseconds; infinite where none was asked. */
  readonly from: number;
  readonly until: number;
  /** The zone that the request named in brackets. */
  readonly zone: string | undefined;
  readonly filters: readonly (readonly [field: string, text: string])[];
  readonly slice: Slice;
}

/** Reads a log request; a message when the server would refuse it. */
export function readLogQuery(query: URLSearchParams, habits: Habits): LogQuery | string {
  const ends = (["datetime-start", "datetime-end"] as const).map((name) => {
    const text = lastValue(query, name);
    return { name, text, read: text === undefined ? undefined : readDateTime(text, habits.naiveZone) };
  });
  const wrong = ends.find(({ text, read }) => text !== undefined && !read);
  if (wrong) return `Invalid date format for ${wrong.name}`;
  const slice = readSlice(query, habits);
  if (typeof slice === "string") return slice;
  const filters = FILTERS.flatMap((field) => {
    const text = lastValue(query, field);
    return text === undefined ? [] : [[field, text] as const];
  });
  const [start, end] = ends.map(({ read }) => read);
  return {
    ...{ from: start?.time ?? Number.NEGATIVE_INFINITY, until: end?.time ?? Number.POSITIVE_INFINITY },
    ...{ zone: habits.brackets === "ignored" ? undefined : (start?.zone ?? end?.zone), filters, slice },
  };
}

/** What is needed of an array; a list may as well make its records when they are asked for. */
export interface RecordList {
  readonly length: number;
  at(index: number): TruthRecord | undefined;
  /** Where the first record of at least `time` can only be, ends included: what need not be looked at need not be made. */
  around?(time: number): readonly [low: number, high: number];
}

/** First position whose time is at least `time`, in records of ascending time. */
export function lowerBound(records: RecordList, time: number): number {
  let [low, high] = records.around?.(time) ?? [0, records.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records.at(middle) as TruthRecord).time < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The records that the server answers, in its order.
 * @param records ascending
 * @param visible what the session and the log allow
 * @param tieSeed another one for each request, where ties have no order of their own
 */
export function selectRecords(
  records: RecordList,
  { from, until, filters, slice }: LogQuery,
  visible: (entry: TruthRecord) => boolean,
  habits: Habits,
  tieSeed: number,
): TruthRecord[] {
  // Times are whole seconds: one millisecond more is the next record's side of an end.
  const first = lowerBound(records, habits.startInclusive ? from : from + 1);
  const last = lowerBound(records, habits.endInclusive ? until + 1 : until) - 1;
  const matches = matcher(filters, habits);
  const down = habits.order === "descending";
  const wanted = slice.start + slice.limit;
  const random = new Random(tieSeed);
  const found: TruthRecord[] = [];
  let ties: TruthRecord[] = [];
  const takeTies = () => {
    found.push(...(habits.ties === "shuffled" ? random.shuffle(ties) : ties));
    ties = [];
  };
  for (let step = 0; step <= last - first; step += 1) {
    const entry = records.at(down ? last - step : first + step) as TruthRecord;
    if (!visible(entry) || !matches(entry)) continue;
    if (ties.length > 0 && ties[0]?.time !== entry.time) takeTies();
    if (found.length >= wanted) break;
    ties.push(entry);
  }
  takeTies();
  return found.slice(slice.start, wanted);
}

function matcher(filters: LogQuery["filters"], habits: Habits): (entry: TruthRecord) => boolean {
  const folded = (text: string) => (habits.caseSensitive ? text : text.toLowerCase());
  const wanted = filters.map(([field, text]) => [field, folded(text)] as const);
  const compare = {
    exact: (value: string, text: string) => value === text,
    prefix: (value: string, text: string) => value.startsWith(text),
    substring: (value: string, text: string) => value.includes(text),
  }[habits.matching];
  return ({ record }) => wanted.every(([field, text]) => compare(folded(String(record[field] ?? "")), text));
}
