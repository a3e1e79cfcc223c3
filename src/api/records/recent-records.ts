import { findMissing, type ListEntry } from "./event-list.js";

/** A record that a refresh may read again. */
export interface RecentRecord extends ListEntry {
  readonly isUndated: boolean;
  readonly isUnreadable: boolean;
}

/** The records of a search that a refresh may read again, matching or not. They show which records of the refresh are new. */
export class RecentRecords {
  #records: RecentRecord[] = [];

  note(record: RecentRecord): void {
    this.#records.push(record);
  }

  /** Adds the records of a refresh from `from` on that are missing here, and returns them. */
  addMissing(other: RecentRecords, from: number): readonly RecentRecord[] {
    const isRecent = ({ latestTime }: ListEntry) => latestTime >= from;
    const added = findMissing(this.#records.filter(isRecent), other.#records.filter(isRecent));
    this.#records = [...this.#records, ...added];
    return added;
  }

  /** Forgets records before `from`, which no refresh reads again. Otherwise, a page that is refreshed all day grows. */
  forget(from: number): void {
    this.#records = this.#records.filter(({ latestTime }) => latestTime >= from);
  }
}
