import type { ManyDeletes } from "../../core/findings.js";
import { createRange, filtersForPerson, readPerson, type EventGroup } from "./groups.js";

export interface ManyDeletesLimits {
  readonly deletes: number;
  /** In ms. */
  readonly span: number;
}

/** The time with the most deletes of a person within the span. */
export function findManyDeletes({ source, rows }: EventGroup, { deletes, span }: ManyDeletesLimits): ManyDeletes[] {
  const times = rows.filter((at) => source.action(at) === "delete").map((at) => source.time(at));
  // Records in the order of the server may have times in another order.
  times.sort((one, other) => one - other);
  let best: { from: number; until: number } | undefined;
  let from = 0;
  for (let until = 1; until <= times.length; until += 1) {
    while (times[until - 1]! - times[from]! > span) from += 1;
    // Of equal ones the latest.
    if (until - from >= deletes && (!best || until - from >= best.until - best.from)) best = { from, until };
  }
  if (!best) return [];
  const person = readPerson(source, rows.at(-1)!);
  const [first, last] = [times[best.from]!, times[best.until - 1]!];
  const filters = { ...filtersForPerson(person), actions: ["delete"], range: createRange(first, last) };
  return [{ kind: "many-deletes", ...person, count: best.until - best.from, first, last, filters }];
}
