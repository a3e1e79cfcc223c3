import type { DistinctCount, DistinctCounts } from "../core/statistics.js";
import type { EventColumns } from "./event-columns.js";
import { Numbers } from "./numbers.js";
import type { Values } from "./spellings.js";
import { divide, type Steps } from "./steps.js";

const BY = 1;
const AFFECTED = 2;

/** Counts the distinct users and domains of the first rows, and remembers what it has seen of them. */
export class LoadedStatistics {
  readonly #columns: EventColumns;
  /** For each spelling of a user with its domain, whether it performed an event or was affected. */
  readonly #seen = new Numbers(Uint8Array);
  /** The number of rows that were looked at. */
  #rows = 0;

  constructor(columns: EventColumns) {
    this.#columns = columns;
  }

  /** Starts again, if rows were inserted before one that was looked at. */
  noteInsert(position: number): void {
    if (position < this.#rows) this.#forget();
  }

  /** @param loaded the number of rows to count */
  *count(loaded: number): Steps<DistinctCounts> {
    const { order, rows, people } = this.#columns;
    const until = Math.min(loaded, rows);
    if (until < this.#rows) this.#forget();
    this.#seen.length = people.count;
    const seen = this.#seen.list;
    const [by, affected] = [people.by.slots, people.affected.slots];
    const start = this.#rows;
    yield* divide(until - start, (from, end) => {
      for (let at = start + from; at < start + end; at += 1) {
        const slot = order[at]!;
        seen[by[slot]!]! |= BY;
        seen[affected[slot]!]! |= AFFECTED;
      }
    });
    this.#rows = until;
    const users = yield* countDistinct(people.users, (spelling) => (people.isUser[spelling] ? seen[spelling]! : 0));
    const { domains } = people;
    const shown = (spelling: number) => (domains.show(spelling).text === "" ? 0 : seen[spelling]!);
    return { users, domains: yield* countDistinct(domains, shown) };
  }

  #forget(): void {
    this.#seen.length = 0;
    this.#rows = 0;
  }
}

/** Counts the values of which a spelling was seen. */
function* countDistinct(values: Values, seen: (spelling: number) => number): Steps<DistinctCount> {
  const { of, spellings } = values;
  const marks = new Uint8Array(values.count);
  yield* divide(spellings, (from, until) => {
    for (let spelling = from; spelling < until; spelling += 1) marks[of[spelling]!]! |= seen(spelling);
  });
  const count = { all: 0, by: 0, affected: 0 };
  yield* divide(marks.length, (from, until) => {
    for (let value = from; value < until; value += 1) {
      const mark = marks[value]!;
      if (mark !== 0) count.all += 1;
      if (mark & BY) count.by += 1;
      if (mark & AFFECTED) count.affected += 1;
    }
  });
  return count;
}
