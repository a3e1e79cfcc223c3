import type { Breakdown, BreakdownField, BreakdownRequest, ValueCount } from "../core/event-counts.js";
import { contains, fold } from "../core/text/text.js";
import type { EventColumns } from "./event-columns.js";
import { FirstValues } from "./first-values.js";
import type { Column, ShownValue, Values } from "./spellings.js";
import { divide, type Steps } from "./steps.js";

/** Where the values of a field are. A user or domain of a breakdown is one with the other. */
function findColumn(columns: EventColumns, field: BreakdownField): { column: Column; values: Values } {
  const { people } = columns;
  switch (field) {
    case "action":
      return columns.action;
    case "object":
      return columns.object;
    case "byUser":
      return { column: people.by, values: people.users };
    case "affectedUser":
      return { column: people.affected, values: people.users };
    case "affectedDomain":
      return { column: people.affected, values: people.domains };
    case "byIp":
      return columns.address;
    case "client":
      return columns.client;
  }
}

const isSame = (one: ShownValue, other: ShownValue) => one.text === other.text && one.domain === other.domain;

/** Counts the events of each value of one field. */
export function* countValues(columns: EventColumns, { field, limit, search }: BreakdownRequest): Steps<Breakdown> {
  const { column, values } = findColumn(columns, field);
  const { counts, spellings } = column;
  const { of } = values;
  const totals = new Uint32Array(values.count);
  const shown = new Uint32Array(values.count);
  /** 1 for a value with several spellings. */
  const isOpen = new Uint8Array(values.count);
  let open = 0;
  yield* divide(spellings, (from, until) => {
    for (let spelling = from; spelling < until; spelling += 1) {
      if (counts[spelling] === 0) continue;
      const value = of[spelling]!;
      if (totals[value] === 0) shown[value] = spelling;
      else if (isOpen[value] === 0 && !isSame(values.show(shown[value]!), values.show(spelling))) {
        isOpen[value] = 1;
        open += 1;
      }
      totals[value]! += counts[spelling]!;
    }
  });

  // The newest event decides between spellings. Usually it is among the first, so there is nothing to keep up to date.
  const { order } = columns;
  const { slots } = column;
  yield* divide(columns.events, (from, until) => {
    for (let at = from; open > 0 && at < until; at += 1) {
      const spelling = slots[order[at]!]!;
      const value = of[spelling]!;
      if (isOpen[value] === 0) continue;
      isOpen[value] = 0;
      open -= 1;
      shown[value] = spelling;
    }
    return open > 0;
  });

  const wanted = fold(search);
  const has = (text: string) => contains(text.toLowerCase(), wanted);
  /** The most frequent first; equal counts in the order of the texts' code units, which is the same in every language. */
  const isBefore = (left: number, right: number) => {
    if (totals[left] !== totals[right]) return totals[left]! > totals[right]!;
    const [one, other] = [values.show(shown[left]!), values.show(shown[right]!)];
    return one.text === other.text ? one.domain < other.domain : one.text < other.text;
  };
  const first = new FirstValues(limit, isBefore);
  let distinct = 0;
  yield* divide(values.count, (from, until) => {
    for (let value = from; value < until; value += 1) {
      if (totals[value] === 0) continue;
      const { text, domain } = values.show(shown[value]!);
      if (wanted !== "" && !has(text) && !has(domain)) continue;
      distinct += 1;
      first.add(value);
    }
  });
  const sorted = yield* first.take();
  const found: ValueCount[] = [];
  yield* divide(sorted.length, (from, until) => {
    for (const value of sorted.slice(from, until)) found.push({ ...values.show(shown[value]!), count: totals[value]! });
  });
  return { values: found, distinct };
}
