import type { Placed } from "./answer.js";
import type { Recent } from "./recents.js";

/** What a reading has counted. */
export class Tally {
  requests = 0;
  /** Items within the range, and how many of them are events that match. */
  records = 0;
  matched = 0;
  /** Records without a readable time, and items that are no records. */
  undated = 0;
  unreadable = 0;
  /** Items that came although their time lies outside of what was asked. */
  outside = 0;
  /** Times of the newest and the oldest record. */
  newest = -Infinity;
  oldest = Infinity;

  note({ event, time }: Placed): void {
    this.records += 1;
    if (event === undefined) this.unreadable += 1;
    else if (time === null) this.undated += 1;
    if (time === null) return;
    this.newest = Math.max(this.newest, time);
    this.oldest = Math.min(this.oldest, time);
  }

  /** @param records what another reading had and this one had not */
  takeIn(other: Tally, records: readonly Recent[]): void {
    this.records += records.length;
    this.undated += records.filter(({ isUndated }) => isUndated).length;
    this.unreadable += records.filter(({ isUnreadable }) => isUnreadable).length;
    this.newest = Math.max(this.newest, other.newest);
  }
}
