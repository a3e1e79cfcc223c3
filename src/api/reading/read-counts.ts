import type { Placed } from "../records/answer.js";
import type { RecentRecord } from "../records/recent-records.js";

/** What a reading has counted. */
export class ReadCounts {
  requests = 0;
  /** Items within the range, and how many of them are events that match. */
  records = 0;
  matched = 0;
  /** Records without a readable time, and items that are no records. */
  undated = 0;
  unreadable = 0;
  /** Items that came although their time lies outside of what was asked. */
  outside = 0;
  /** Times of the two newest records and of the oldest one. */
  newest = -Infinity;
  secondNewest = -Infinity;
  oldest = Infinity;

  note({ event, time }: Placed): void {
    this.records += 1;
    if (event === undefined) this.unreadable += 1;
    else if (time === null) this.undated += 1;
    if (time === null) return;
    this.#noteNewest(time);
    this.oldest = Math.min(this.oldest, time);
  }

  /** @param records what another reading had and this one had not */
  takeIn(other: ReadCounts, records: readonly RecentRecord[]): void {
    this.records += records.length;
    this.undated += records.filter(({ isUndated }) => isUndated).length;
    this.unreadable += records.filter(({ isUnreadable }) => isUnreadable).length;
    // Both may have read the same record.
    for (const time of [other.newest, other.secondNewest]) if (time !== this.newest) this.#noteNewest(time);
  }

  #noteNewest(time: number): void {
    if (time > this.newest) [this.newest, this.secondNewest] = [time, this.newest];
    else this.secondNewest = Math.max(this.secondNewest, time);
  }
}
