import type { AnswerItem } from "../records/answer.js";
import { EventList, findLatestTime, type Redactor } from "../records/event-list.js";
import { RecentRecords } from "../records/recent-records.js";
import type { EventWithoutId } from "../records/to-event.js";
import { ReadCounts } from "./read-counts.js";

type EventItem = AnswerItem & { readonly event: EventWithoutId };

export interface ReadResultsSetup {
  readonly matches: (event: EventWithoutId) => boolean;
  /** As in `EventList`. */
  readonly redactor?: () => Redactor | undefined;
}

/** The matching events that a reader has found, and the counts of everything that it has read. */
export class ReadResults {
  readonly #matches: (event: EventWithoutId) => boolean;
  readonly list: EventList;
  readonly counts = new ReadCounts();
  readonly #recents = new RecentRecords();

  constructor({ matches, redactor }: ReadResultsSetup) {
    this.#matches = matches;
    this.list = new EventList(redactor);
  }

  /**
   * Adds items that are older than all others.
   *
   * @param recentFrom a refresh may read records from here on again
   */
  append(items: readonly AnswerItem[], recentFrom: number): void {
    for (const item of items) if (this.#count(item, recentFrom)) this.list.append(item);
  }

  /** Inserts items that were read late. */
  insert(items: readonly AnswerItem[], recentFrom: number): void {
    this.list.insert(items.filter((item) => this.#count(item, recentFrom)));
  }

  /**
   * Adds the results of a refresh from `from` on that are missing here.
   *
   * @returns the number of new events
   */
  addRefresh(refresh: ReadResults, from: number): number {
    const events = this.list.addMissing(refresh.list, from);
    const records = this.#recents.addMissing(refresh.#recents, from);
    this.counts.addRefresh(refresh.counts, records);
    this.counts.matched += events;
    return events;
  }

  /** Forgets records before `from`, which no refresh reads again. */
  forgetRecent(from: number): void {
    this.#recents.forget(from);
  }

  /** Returns the time at which the items, newest first, have `wanted` matching events; undefined if they have fewer. */
  findEnd(items: readonly AnswerItem[], wanted: number): number | undefined {
    let found = 0;
    return items.find((item) => this.#isMatch(item) && (found += 1) >= wanted)?.sortTime;
  }

  /** Counts an item. Returns whether it is a matching event. */
  #count(item: AnswerItem, recentFrom: number): item is EventItem {
    const { event, time, sortTime, redactedRaw } = item;
    const isUnreadable = event === undefined;
    const isUndated = !isUnreadable && time === null;
    const latestTime = findLatestTime(item);
    this.counts.note(item);
    if (latestTime >= recentFrom) this.#recents.note({ sortTime, latestTime, redactedRaw, isUndated, isUnreadable });
    if (isUnreadable) this.list.appendUnreadable(item);
    if (!this.#isMatch(item)) return false;
    this.counts.matched += 1;
    return true;
  }

  #isMatch(item: AnswerItem): item is EventItem {
    return item.event !== undefined && this.#matches(item.event);
  }
}
