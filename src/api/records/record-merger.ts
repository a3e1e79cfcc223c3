import { createContentKey } from "../../core/text/parameter-text.js";
import type { AnswerItem } from "./answer.js";
import { RECORD_FIELDS } from "./wire.js";

/** Clocks go back by an hour at most. */
const HOUR = 3_600_000;

/** How often each list has a record with the same content. */
interface SeenRecord {
  /** The earliest time that a list may have it at; null if the time cannot be read. */
  readonly time: number | null;
  readonly perList: number[];
  /** How often the merger has returned this record. */
  returned: number;
}

/**
 * Merges several lists of the same time, newest first. Equal records in one list are different records. The same record in
 * two lists is one record, so it counts as often as in the list that has it most often.
 */
export class RecordMerger {
  readonly #seen = new Map<string, SeenRecord>();
  /** Whether all lists were requested with the same filters, so that `received` and `added` can be compared. */
  isComparing = true;
  /** How many records each list had, and how many of them no list before it had. */
  readonly received: number[] = [];
  readonly added: number[] = [];

  /** @param lists one for each source, each newest first, all of the same span of time */
  merge(lists: readonly (readonly AnswerItem[])[]): AnswerItem[] {
    const all = lists.flatMap((items, list) => items.map((item) => ({ item, list })));
    // The sort is stable: records with equal times stay in the order of the lists and, within a list, in its own order.
    all.sort((one, other) => other.item.sortTime - one.item.sortTime);
    return all.filter(({ item, list }) => this.#isNew(item, list)).map(({ item }) => item);
  }

  /** Returns the items of one list that no list had before. */
  mergeList(list: number, items: readonly AnswerItem[]): AnswerItem[] {
    return items.filter((item) => this.#isNew(item, list));
  }

  /** Forgets records from `time` on, when no list will have more of them. Otherwise, a long range would fill the memory. */
  forget(time: number): void {
    // The map is newest first, except for late records. Those are removed when the loop gets to their time.
    for (const [key, seen] of this.#seen) {
      if (seen.time === null) continue;
      if (seen.time < time) return;
      this.#seen.delete(key);
    }
  }

  #isNew(item: AnswerItem, list: number): boolean {
    const key = createKey(item);
    const seen = this.#seen.get(key) ?? { time: findEarliestTime(item), perList: [], returned: 0 };
    this.#seen.set(key, seen);
    const count = (seen.perList[list] ?? 0) + 1;
    seen.perList[list] = count;
    if (this.isComparing) this.received[list] = (this.received[list] ?? 0) + 1;
    if (count <= seen.returned) return false;
    seen.returned = count;
    if (this.isComparing) this.added[list] = (this.added[list] ?? 0) + 1;
    return true;
  }
}

/**
 * The audit log and the access log may write the same time in different ways, so the key uses the instant. If a clock change
 * repeats the time, the logs may have it an hour apart, so the key uses the first instant.
 */
function createKey({ raw, time, textTime }: AnswerItem): string {
  if (time === null) return createContentKey(raw);
  const { [RECORD_FIELDS.time]: _, ...rest } = raw as Record<string, unknown>;
  return `${textTime} ${createContentKey(rest)}`;
}

function findEarliestTime({ time, isAmbiguous }: AnswerItem): number | null {
  return time !== null && isAmbiguous ? time - HOUR : time;
}
