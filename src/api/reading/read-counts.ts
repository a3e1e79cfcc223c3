import type { AnswerItem } from "../records/answer.js";
import type { RecentRecord } from "../records/recent-records.js";

/** The counts of a search. */
export class ReadCounts {
  requests = 0;
  /** The number of items in the range, and how many of them are matching events. */
  records = 0;
  matched = 0;
  /** The number of records without a readable time, and of items that are not records. */
  undated = 0;
  unreadable = 0;
  /** The number of items outside of the requested span. */
  outside = 0;
  /** The times of the two newest records and of the oldest one. */
  newest = -Infinity;
  secondNewest = -Infinity;
  oldest = Infinity;

  note({ event, time }: AnswerItem): void {
    this.records += 1;
    if (event === undefined) this.unreadable += 1;
    else if (time === null) this.undated += 1;
    if (time === null) return;
    this.#noteNewest(time);
    this.oldest = Math.min(this.oldest, time);
  }

  /** @param added the records that only the refresh had */
  addRefresh(refresh: ReadCounts, added: readonly RecentRecord[]): void {
    this.records += added.length;
    this.undated += added.filter(({ isUndated }) => isUndated).length;
    this.unreadable += added.filter(({ isUnreadable }) => isUnreadable).length;
    // Both may have read the same record.
    for (const time of [refresh.newest, refresh.secondNewest]) if (time !== this.newest) this.#noteNewest(time);
  }

  #noteNewest(time: number): void {
    if (time > this.newest) [this.newest, this.secondNewest] = [time, this.newest];
    else this.secondNewest = Math.max(this.secondNewest, time);
  }
}
